"""`flask dataset diff OLD NEW`: what a release changed, the families it touched, and the live postings that name it."""

import json
from typing import Any, NamedTuple

import click
from flask.cli import with_appcontext

from jobboard import clock
from jobboard.domain.codes.revisions import Revisions, codes_of, pairs, revisions
from jobboard.domain.postings.outdated import Outdated, naming
from jobboard.extensions import db

SHOWN = 40


class Difference(NamedTuple):
    revisions: Revisions
    postings: list[Outdated]


def differences(old: str, new: str) -> list[Difference]:
    """One for every part in which both names mean a release."""
    found = []
    for before, after in pairs(db.session, old, new):
        changed = revisions(db.session, before, after)
        named = naming(db.session, clock.now(), codes_of(changed.deleted), changed.emptied)
        found.append(Difference(changed, named))
    return found


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@click.option("--all", "whole", is_flag=True, help=f"Not only the first {SHOWN} of each list.")
@with_appcontext
def command(old: str, new: str, as_json: bool, whole: bool) -> None:
    """What changed from release OLD to release NEW.

    A release is named as /codes/releases lists it; `fees:RVU26C, July 2026` means that of one part only.
    """
    found = differences(old, new)
    if not found:
        raise click.ClickException(f"No part has both a release {old!r} and a release {new!r}.")
    if as_json:
        click.echo(json.dumps([as_data(one) for one in found], indent=2, ensure_ascii=False))
        return
    for one in found:
        tell(one, None if whole else SHOWN)


def as_data(difference: Difference) -> dict[str, Any]:
    changed = difference.revisions
    return {
        "part": changed.old.part,
        "old": changed.old.name,
        "new": changed.new.name,
        "added": [{"code": one.code, "title": one.title} for one in changed.added],
        "deleted": [{"code": one.code, "title": one.title} for one in changed.deleted],
        "revised": [{"code": one.code, "before": one.before, "after": one.after} for one in changed.reworded],
        "values": [value._asdict() for value in changed.values],
        "families": [
            {"slug": one.family.slug, "label": one.family.label, "added": one.added, "deleted": one.deleted}
            | {"revised": one.reworded, "codes_left": one.left}
            for one in changed.families
        ],
        "postings": [posting_data(one) for one in difference.postings],
    }


def posting_data(one: Outdated) -> dict[str, Any]:
    return {
        "id": one.posting.id,
        "title": one.posting.edition.title,
        "employer": one.posting.employer.name,
        "owners": list(one.owners),
        "codes": list(one.codes),
        "families": [family.slug for family in one.families],
    }


def tell(difference: Difference, most: int | None) -> None:
    changed = difference.revisions
    click.echo(f"{changed.old.part}: {changed.old.name} -> {changed.new.name}")
    listing("added", [f"{one.code}  {one.title or ''}" for one in changed.added], most)
    listing("deleted", [f"{one.code}  {one.title or ''}" for one in changed.deleted], most)
    listing("revised", [f"{one.code}  {one.before} -> {one.after}" for one in changed.reworded], most)
    listing("values changed", list(map(str, changed.values)), most)
    families = [
        f"{one.family.slug}: {one.added} added, {one.deleted} deleted, {one.reworded} revised, {one.left} left"
        for one in changed.families
    ]
    listing("families touched", families, most)
    listing(
        "live postings that name a deleted code or an empty family",
        list(map(posting_line, difference.postings)),
        most,
    )


def posting_line(one: Outdated) -> str:
    named = ", ".join([*one.codes, *(family.slug for family in one.families)])
    owners = ", ".join(one.owners) or "nobody"
    return f"{one.posting.id}  {one.posting.edition.title} ({one.posting.employer.name}, owner {owners}): {named}"


def listing(title: str, lines: list[str], most: int | None) -> None:
    click.echo(f"  {len(lines):,} {title}")
    for line in lines[:most]:
        click.echo(f"    {line.strip()}")
    if most is not None and len(lines) > most:
        click.echo(f"    ... and {len(lines) - most:,} more (--all, --json)")
