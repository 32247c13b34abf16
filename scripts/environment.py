"""Make .venv from a locked, hashed list: `python3 scripts/environment.py run|dev`. Says plainly what is missing.

Needs nothing but the standard library; uses uv when it is there, because it is quicker.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
NEEDED = (3, 11)


def stop(sentence: str) -> None:
    sys.exit(f"\n  {sentence}\n")


def make_venv() -> None:
    if (VENV / "bin" / "python").exists():
        return
    print("Making .venv ...", flush=True)
    if shutil.which("uv"):
        made = subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, str(VENV)])
    else:
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)])
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("Python cannot make virtual environments here. On Debian: apt-get install python3-venv")


def install(wanted: str) -> None:
    listed = ROOT / "requirements" / f"{wanted}.txt"
    print(
        f"Installing {wanted} packages from {listed.relative_to(ROOT)} (hashes are checked) ...", flush=True
    )
    if shutil.which("uv"):
        command = ["uv", "pip", "install", "--quiet", "--python", str(VENV / "bin" / "python")]
    else:
        command = [
            str(VENV / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--progress-bar",
            "on",
            "--quiet",
        ]
    if subprocess.run([*command, "--require-hashes", "--requirement", str(listed)]).returncode:
        stop("The packages could not be installed. Is the package index reachable from here?")


def main() -> None:
    wanted = sys.argv[1]
    if sys.version_info < NEEDED:
        stop(
            f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Say which: make run PYTHON=python3.12"
        )
    make_venv()
    install(wanted)
    (VENV / f"{wanted}.stamp").touch()
    if wanted == "dev":
        (VENV / "run.stamp").touch()


main()
