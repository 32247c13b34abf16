"""Compares the whole database with the files of the package, fact by fact, and says where it falls short."""

from collections.abc import Iterator
from itertools import islice

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from jobboard.dataset.parts import PARTS
from jobboard.dataset.proofs import billed, books, code_sets, places, shares, stays
from jobboard.dataset.proofs.proof import Outcome, Proof, prove
from jobboard.dataset.proofs.trees import Tree, trees
from jobboard.dataset.releasing import named
from jobboard.domain.codes.code import Origin
from jobboard.domain.codes.releases import current
from jobboard.extensions import db

ROOMS = (code_sets, billed, stays, books, places, shares)
PROOFS: tuple[Proof, ...] = tuple(proof for room in ROOMS for proof in room.PROOFS)
RELEASES = {part.name: part.release for part in PARTS}
NAMED = 5


def verify(session: Session) -> Iterator[tuple[Proof, Outcome | str]]:
    """Each proof with its outcome, or with why it cannot be made: an operator's release stands in the package's place."""
    for proof in PROOFS:
        standing = current(session, proof.part)
        release = named(session, proof.part, RELEASES[proof.part])
        brought = standing is not None and standing.origin is Origin.FILE
        if standing is not None and brought and (release is None or not proof.kept):
            yield proof, f"not checked: {standing.name} was brought from {standing.file_name}"
        else:
            yield proof, prove(proof, session, release.id if release else 0)


@click.command("verify")
@click.option("--faults", default=NAMED, show_default=True, help="How many differences to name of each fact.")
@with_appcontext
def command(faults: int) -> None:
    """Compare every fact with the package's files. Ends with an error when one is missing or different."""
    session, short = db.session, False
    click.echo(f"{'':<36}{'in file':>9}{'stored':>9}{'equal':>9}{'coverage':>10}{'exact':>9}")
    for proof, outcome in verify(session):
        if isinstance(outcome, str):
            click.echo(f"{proof.title:<36}{outcome}")
            continue
        short |= outcome.short
        _tell(outcome, faults)
    click.echo(f"\n{'':<36}{'in use':>9}{'families':>9}{'leaves':>9}")
    for tree in trees(session):
        short |= tree.short
        _tell_tree(tree, faults)
    if short:
        raise click.ClickException("The database does not say what the files say. Load the dataset again.")
    click.echo("\nThe database says what the files say.")


def _tell(outcome: Outcome, faults: int) -> None:
    counts = f"{outcome.in_file:>9,}{outcome.stored:>9,}{outcome.equal:>9,}"
    click.echo(
        f"{outcome.proof.title:<36}{counts}{percent(outcome.coverage):>10}{percent(outcome.exactness):>9}"
    )
    for why, count in outcome.left_out.items():
        click.echo(f"    left out {count:,}: {why}")
    _name(outcome.faults(), outcome.fault_count, faults)


def _tell_tree(tree: Tree, faults: int) -> None:
    label = f"{tree.code_set.label}: families"
    click.echo(f"{label:<36}{tree.in_use:>9,}{tree.families:>9,}{tree.leaves:>9,}")
    if tree.beside:
        click.echo(
            f"    {tree.beside:,} deleted codes stand beside the ranges, with the leaf that was theirs or the one before"
        )
    if tree.agreeing:
        click.echo(
            f"    {tree.agreeing} leaves are of one kind of care, {tree.explained} say why they are mixed"
        )
    _name(iter(tree.faults), len(tree.faults), faults)


def _name(faults: Iterator[str], count: int, most: int) -> None:
    for fault in islice(faults, most):
        click.echo(f"    WRONG  {fault}")
    if count > most:
        click.echo(f"    WRONG  and {count - most:,} more")


def percent(part: float) -> str:
    """Never rounded up to 100: 0.999948 -> 99.99 %."""
    return f"{int(part * 10_000) / 100:.2f} %"
