"""Make .venv (for bench: .venv-bench) from a locked, hashed list: `python3 scripts/environment.py run|dev|bench`. Says plainly what is missing.

Needs nothing but the standard library; uses uv when it is there, because it is quicker.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / (".venv-bench" if sys.argv[1:] == ["bench"] else ".venv")
NEEDED = (3, 11)


def stop(sentence: str) -> None:
    sys.exit(f"\n  {sentence}\n")


def make_venv() -> None:
    if (VENV / "bin" / "python").exists():
        return
    print(f"Making {VENV.name} ...", flush=True)
    if shutil.which("uv"):
        made = subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, str(VENV)])
    else:
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)])
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("Python cannot make virtual environments here. On Debian: apt-get install python3-venv")


def install(wanted: str) -> None:
    listed = ROOT / "requirements" / f"{wanted}.txt"
    total = sum(1 for line in listed.read_text().splitlines() if "==" in line)
    print(f"Installing {total} packages from {listed.relative_to(ROOT)}, hashes checked ...", flush=True)
    python = str(VENV / "bin" / "python")
    if shutil.which("uv"):
        command = ["uv", "pip", "install", "--quiet", "--python", python]
    else:
        command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    with subprocess.Popen(
        [*command, "--require-hashes", "--requirement", str(listed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        said = tell_progress(running, total)
    if running.returncode:
        print("\n".join(said[-15:]))
        stop("The packages could not be installed. Is the package index reachable from here?")


def tell_progress(running: "subprocess.Popen[str]", total: int) -> list[str]:
    """Count the packages as pip comes to them, on one line of a terminal; everything that was said is returned."""
    said: list[str] = []
    for line in running.stdout or ():
        said.append(line.rstrip())
        if line.startswith("Collecting ") and sys.stdout.isatty():
            count = sum(1 for earlier in said if earlier.startswith("Collecting "))
            print(f"\r  {count} of {total} ", end="", flush=True)
    if sys.stdout.isatty():
        print("\r", end="")
    return said


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
