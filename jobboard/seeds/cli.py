"""The demo board from a shell: `flask seed`."""

from functools import partial
from pathlib import Path
from time import perf_counter

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.accounts.user import User
from jobboard.extensions import db
from jobboard.resumes import store
from jobboard.seeds.book import NotInDataset
from jobboard.seeds.plant import Planted, plant
from jobboard.seeds.shapes import Board
from jobboard.web.account.hashing import hashed


@click.command("seed")
@click.option(
    "--size", default=400, show_default=True, type=click.IntRange(1, 1_000_000), help="How many postings."
)
@click.option("--once", is_flag=True, help="Do nothing, quietly, when the board already has people.")
@with_appcontext
def seed(size: int, once: bool) -> None:
    """Sow the demo board: invented employers, people, postings and applications."""
    if not current_app.config["DEVELOPMENT"]:
        raise click.ClickException(
            "Everybody knows the demo accounts' password: they are for development only."
        )
    if taken(db.session):
        if once:
            click.echo("The board already has people; the demo board is left as it is.")
            return
        raise click.ClickException("The board already has people. The demo board is sown on an empty one.")
    began = perf_counter()
    planted = sow(size)
    click.echo(
        f"Sown in {perf_counter() - began:.1f} s: {planted.employers} employers, {planted.people} people, "
        f"{planted.postings:,} postings, {planted.applications} applications."
    )


def sow(size: int) -> Planted:
    password = hashed(Board().password)
    folder = Path(current_app.config["DATA_DIR"]) / "resumes"
    try:
        planted = plant(
            db.session,
            now=clock.now(),
            size=size,
            password=password,
            keep=partial(store.keep, folder),
            done=told,
        )
    except NotInDataset as missing:
        raise click.ClickException(
            f"The code dataset lacks {missing}. Load it first: flask dataset load"
        ) from missing
    db.session.commit()
    return planted


def told(postings: int) -> None:
    if postings % 10_000 == 0:
        click.echo(f"  {postings:,} postings")


def taken(session: Session) -> bool:
    found = session.scalar(select(User.id).limit(1)) is not None
    session.rollback()  # hashing comes next, and nobody should wait for it
    return found
