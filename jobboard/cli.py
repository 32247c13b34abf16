"""What can be said to the program from a shell."""

from flask import Flask

from jobboard.dataset.cli import dataset
from jobboard.mail.cli import check_letters, mail_bounce
from jobboard.seeds.cli import seed
from jobboard.web.account.cli import create_admin
from jobboard.work.cli import labor, work
from jobboard.work.serving import answer, serve


def register(app: Flask) -> None:
    for command in (dataset, seed, create_admin, serve, answer, work, labor, check_letters, mail_bounce):
        app.cli.add_command(command)
