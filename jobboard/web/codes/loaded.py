"""The releases that are loaded, part by part, as pages draw them."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from jobboard.dataset.parts import PARTS
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.releases import loaded_parts
from jobboard.domain.codes.revisions import listed

TITLES = {part.name: part.title for part in PARTS}


class Loaded(NamedTuple):
    """A part of the dataset and its releases: the current one first, then the newest."""

    name: str
    title: str
    releases: list[Release]


def loaded(session: Session) -> list[Loaded]:
    """Every part that has been loaded, in the order of loading."""
    parts: dict[str, Loaded] = {}
    for release in listed(session):
        title = TITLES.get(release.part, release.part)
        parts.setdefault(release.part, Loaded(release.part, title, [])).releases.append(release)
    return list(parts.values())


def still_loading(session: Session) -> list[str]:
    """Titles of the parts that the program has and the database does not yet."""
    there = loaded_parts(session)
    return [part.title for part in PARTS if part.name not in there]
