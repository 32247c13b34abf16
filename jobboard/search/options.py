"""Facets as the page offers them: the values of an enumeration, floors and ceilings, with their counts."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from jobboard.search.engine import Facet, Option

# By the parameters they are chosen with, in the order of the page; the setting has two axes, `miles` is chosen beside a place.
FACETS = (
    "work", "from_state", "pay_min", "specialty", "family", "credential", "need", "setting", "type", "experience_max",
    "apprentice", "state", "miles", "tool", "employer", "since",
)  # fmt: skip
PAY_FLOORS = (20, 24, 28, 32, 36, 40, 45, 50)
APPRENTICE = {"yes": "Accepts apprentices"}


def terms(
    name: str, group: str, title: str, kind: Any, counts: dict[str, int], chosen: Iterable[str]
) -> Facet:
    """The values of an enumeration in its own order; those without a posting only when chosen."""
    options = tuple(
        Option(value, label, counts.get(value, 0), value in chosen)
        for value, label in labels_of(kind)
        if value in chosen or counts.get(value)
    )
    return Facet(name, group, title, options)


@cache
def labels_of(kind: Any) -> tuple[tuple[str, str], ...]:
    """The values of an enumeration and what they are called: asking each member costs more than counting it."""
    return tuple((str(term.value), term.label) for term in kind)


def choices(labels: dict[str, str], counts: list[int], chosen: str) -> tuple[Option, ...]:
    pairs = zip(labels.items(), counts, strict=True)
    return tuple(Option(value, label, count, value == chosen) for (value, label), count in pairs)
