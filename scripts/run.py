"""What `make run` does once the environment is there: migrate, load the dataset, plant the demo board, serve.

One process and one application for the commands, so that a second start takes seconds. Of a new dataset only what the
first page needs is waited for; a second process, gentle to the first, loads the rest while the board is already open.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click
from flask import Flask
from flask.cli import ScriptInfo

from jobboard import create_app
from jobboard.dataset.loading import pending
from jobboard.extensions import db

STEPS = (
    ("Bringing the database up to date ...", ["db", "upgrade"]),
    ("Loading the code dataset ...", ["dataset", "load", "--first"]),
    ("Planting the demo board ...", ["seed", "--once"]),
)
REST = ["-m", "flask", "--app", "app", "dataset", "load", "--gently"]
PATIENCE_SECONDS = 10


def main() -> None:
    app = create_app()
    for said, words in STEPS:
        say(app, said, words)
    rest = load_rest(app)
    try:
        sys.exit(say(app, "Starting ...", ["serve", "--here"]))
    finally:
        if rest is not None:
            rest.terminate()
            rest.wait(PATIENCE_SECONDS)


def say(app: Flask, said: str, words: list[str]) -> int:
    """What the command ends with; what it cannot do is said in one line."""
    print(said, flush=True)
    try:
        code = app.cli.main(
            words, prog_name="flask", obj=ScriptInfo(create_app=lambda: app), standalone_mode=False
        )
    except click.ClickException as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
    return int(code or 0)


def load_rest(app: Flask) -> subprocess.Popen[bytes] | None:
    """The process that loads what is missing. Each part is one transaction: stopped half-way, it goes on next time."""
    with app.app_context():
        missing = [part.title for part in pending(db.session)]
        db.session.remove()
    if not missing:
        return None
    print(f"The rest of the dataset is loaded meanwhile: {', '.join(missing)}.", flush=True)
    return subprocess.Popen([sys.executable, *REST], cwd=ROOT)


if __name__ == "__main__":
    main()
