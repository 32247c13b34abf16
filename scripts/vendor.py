"""Fetches the fonts and icons this site serves itself, and refuses bytes that are not the locked ones.

Run it only to renew `static/vendor/`: the results are checked in, so neither setup nor serving needs it.
It uses the `npm pack` client for the download; `static/vendor/lock.json` says what must come out of it.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"
LOCK = VENDOR / "lock.json"


def main() -> int:
    for package in json.loads(LOCK.read_text()):
        with tempfile.TemporaryDirectory() as folder:
            archive = download(package, Path(folder))
            if (found := integrity(archive)) != package["integrity"]:
                print(f"{package['name']}: expected {package['integrity']}, got {found}", file=sys.stderr)
                return 1
            extract(archive, package)
        print(f"{package['name']} {package['version']}: {len(package['files'])} files")
    return 0


def download(package: dict[str, Any], folder: Path) -> Path:
    wanted = f"{package['name']}@{package['version']}"
    command = ["npm", "pack", wanted, "--silent"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.tgz"))


def integrity(archive: Path) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()


def extract(archive: Path, package: dict[str, Any]) -> None:
    with tarfile.open(archive) as tar:
        for inside, name in package["files"].items():
            member = tar.extractfile(f"package/{inside}")
            if member is None:
                raise SystemExit(f"{package['name']} has no {inside}")
            target = VENDOR / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(member.read())


if __name__ == "__main__":
    raise SystemExit(main())
