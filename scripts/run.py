"""What `make run` does once the environment is there: migrate, load the dataset, plant the demo board, serve.

One process and one application for the four commands, so that a second start takes seconds.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from flask.cli import ScriptInfo

from jobboard import create_app

STEPS = (
    ("Bringing the database up to date ...", ["db", "upgrade"]),
    ("Loading the code dataset ...", ["dataset", "load"]),
    ("Planting the demo board ...", ["seed", "--once"]),
    ("Starting ...", ["serve"]),
)


def main() -> None:
    app = create_app()
    for said, words in STEPS:
        print(said, flush=True)
        app.cli.main(words, prog_name="flask", obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)


if __name__ == "__main__":
    main()
