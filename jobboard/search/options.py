"""Facets as the page offers them: the values of an enumeration, floors and ceilings, with their counts."""

from collections.abc import Iterable
from typing import Any

from jobboard.search.engine import Facet, Option

PAY_FLOORS = (20, 24, 28, 32, 36, 40, 45, 50)
APPRENTICE = {"yes": "Accepts apprentices"}


def terms(
    name: str, group: str, title: str, kind: Any, counts: dict[str, int], chosen: Iterable[str]
) -> Facet:
    """The values of an enumeration in its own order; those without a posting only when chosen."""
    options = tuple(
        Option(term.value, term.label, counts.get(term.value, 0), term.value in chosen)
        for term in kind
        if counts.get(term.value) or term.value in chosen
    )
    return Facet(name, group, title, options)


def choices(labels: dict[str, str], counts: list[int], chosen: str) -> tuple[Option, ...]:
    pairs = zip(labels.items(), counts, strict=True)
    return tuple(Option(value, label, count, value == chosen) for (value, label), count in pairs)
