"""The dataset from a shell: `flask dataset load`, for what ships with the program and for an operator's own files."""

import sys
from datetime import datetime
from pathlib import Path
from time import perf_counter

import click
from flask import current_app
from flask.cli import AppGroup

from jobboard import clock
from jobboard.dataset.descriptors import NOTICE, bring_descriptors
from jobboard.dataset.differing import command as diff
from jobboard.dataset.loading import load as load_parts
from jobboard.dataset.loading import pending, weigh
from jobboard.dataset.official.bringing import Brought, Given, bring_file
from jobboard.dataset.official.faults import SHOWN, BadFile
from jobboard.dataset.official.going_back import go_back
from jobboard.dataset.parts import FIRST, PARTS
from jobboard.dataset.telling import Telling, left_out
from jobboard.dataset.verifying import command as verify
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.revisions import revisions
from jobboard.extensions import db

dataset = AppGroup("dataset", help="The code sets, places and credentials the board stands on.")
dataset.add_command(verify)
dataset.add_command(diff)

SETS = click.Choice([code_set.value for code_set in CodeSet])
# Beside an open board: how long nobody holds the database between two parts.
PAUSE_SECONDS = 0.5
PART = click.Choice([part.name for part in PARTS])


@dataset.command("load")
@click.option("--part", "parts", multiple=True, type=PART, help="Only this part.")
@click.option("--first", is_flag=True, help="Only what the first page needs.")
@click.option("--gently", is_flag=True, help="Beside a board that is open: leave the others time to write.")
@click.option("--set", "code_set", type=SETS, help="A code set, with --file or to go back to a release.")
@click.option(
    "--file", "path", type=click.Path(path_type=Path, dir_okay=False), help="The file as published."
)
@click.option("--release", help="The name of the release, as it is to be shown.")
@click.option("--effective", type=click.DateTime(["%Y-%m-%d"]), help="The day claims begin to follow it.")
def load(
    parts: tuple[str, ...],
    first: bool,
    gently: bool,
    code_set: str | None,
    path: Path | None,
    release: str | None,
    effective: datetime | None,
) -> None:
    """Bring the official files that ship with the program into the database. Loading twice changes nothing.

    With --set, --file and --release: bring in a newer official file of a code set. With --set alone: go back to the
    release that ships with the program; with --set and --release: to a release that was loaded before.
    """
    if code_set is None:
        if path or release or effective:
            raise click.UsageError("--file, --release and --effective need --set.")
        load_own(FIRST if first else parts or None, gently)
    elif path is not None:
        if not release:
            raise click.UsageError("--file needs --release: the name under which it is shown.")
        load_file(Given(CodeSet(code_set), path, release.strip(), effective.date() if effective else None))
    else:
        return_to(CodeSet(code_set), release)


def load_own(parts: tuple[str, ...] | None, gently: bool = False) -> None:
    began = perf_counter()
    if gently:
        parts = tuple(part.name for part in pending(db.session))
        db.session.rollback()
    with Telling(sys.stdout.isatty()).open() as telling:
        results = load_parts(
            db.session,
            at=clock.now(),
            parts=parts,
            starting=telling.starting,
            done=telling.finished,
            pause=PAUSE_SECONDS if gently else 0,
        )
    load_descriptors()
    if any(done.loaded for done in results):
        click.echo(f"The dataset is ready, after {perf_counter() - began:.1f} s.")
    else:
        click.echo("The dataset is already loaded.")


def load_descriptors() -> None:
    path = current_app.config["CPT_DESCRIPTORS_FILE"]
    try:
        report = bring_descriptors(db.session, path)
    except BadFile as bad:
        refuse(bad, path)
    db.session.commit()
    if path is not None and report is not None:
        click.echo(f"  {NOTICE.format(file=path)}\n  {report.rows:,} wordings.")
        left_out(report.skipped)
    elif report is not None:
        click.echo(
            f"  {report.written:,} licensed CPT wordings were taken out: CPT_DESCRIPTORS_FILE is not set."
        )


def load_file(given: Given) -> None:
    try:
        brought = bring_file(db.session, given, clock.now())
    except BadFile as bad:
        refuse(bad, given.path)
    db.session.commit()
    weigh(db.session)
    load_descriptors()
    for one in brought:
        tell(one)


def tell(one: Brought) -> None:
    before = f", after {one.before.name}" if one.before else ""
    click.echo(f"{one.part}: {one.release.name} is now the current release{before}.")
    click.echo(f"  {one.report.read:,} rows read, {one.report.rows:,} rows in the release.")
    left_out(one.report.skipped)
    if one.before:
        changed = revisions(db.session, one.before, one.release)
        click.echo(
            f"  {len(changed.added):,} codes added, {len(changed.deleted):,} deleted, "
            f"{len(changed.reworded):,} revised, {len(changed.values):,} values changed. All of it:"
        )
        part, before, now = one.part, one.before.name, one.release.name
        click.echo(f'    flask dataset diff "{part}:{before}" "{part}:{now}"')


def refuse(bad: BadFile, path: Path) -> None:
    """Every fault, the first of them in words, and the exit code of a failure."""
    click.echo(f"{path.name} was not loaded; nothing was changed.", err=True)
    for fault in bad.faults[:SHOWN]:
        click.echo(f"  {fault}", err=True)
    if len(bad.faults) > SHOWN:
        click.echo(f"  ... and {len(bad.faults) - SHOWN:,} more ({len(bad.faults):,} in all).", err=True)
    raise SystemExit(1)


def return_to(code_set: CodeSet, release: str | None) -> None:
    try:
        gone_back = go_back(db.session, code_set, clock.now(), release)
    except BadFile as bad:
        raise click.ClickException(str(bad)) from None
    db.session.commit()
    for one in gone_back:
        click.echo(f"{one.part}: {one.name} is the current release again.")
