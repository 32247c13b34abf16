"""The dataset from a shell: `flask dataset load`."""

from time import perf_counter

import click
from flask.cli import AppGroup

from jobboard import clock
from jobboard.dataset.loading import Done
from jobboard.dataset.loading import load as load_parts
from jobboard.dataset.parts import PARTS, Part
from jobboard.dataset.verifying import command as verify
from jobboard.extensions import db

dataset = AppGroup("dataset", help="The code sets, places and credentials the board stands on.")
dataset.add_command(verify)


@dataset.command("load")
@click.option(
    "--part", "parts", multiple=True, type=click.Choice([part.name for part in PARTS]), help="Only this part."
)
def load(parts: tuple[str, ...]) -> None:
    """Bring the official files that ship with the program into the database. Loading twice changes nothing."""
    began = perf_counter()

    def starting(part: Part) -> None:
        click.echo(f"  {part.title:<30} {part.release:<24}", nl=False)

    def finished(done: Done) -> None:
        click.echo(f"{done.report.rows:>9,} rows  {told(done)}")
        for why, count in done.report.skipped.items():
            click.echo(f"      left out {count:,}: {why}")

    results = load_parts(db.session, at=clock.now(), parts=parts or None, starting=starting, done=finished)
    if any(done.loaded for done in results):
        click.echo(f"The dataset is ready, after {perf_counter() - began:.1f} s.")
    else:
        click.echo("The dataset is already loaded.")


def told(done: Done) -> str:
    if not done.loaded:
        return "already loaded"
    return f"loaded: {done.report.read:,} read, {done.report.written:,} written"
