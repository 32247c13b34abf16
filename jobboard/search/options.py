"""Facets as the page offers them: the values of an enumeration, floors and ceilings, with their counts."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any

from jobboard.domain.postings.pay import hourly
from jobboard.domain.postings.terms import PayUnit
from jobboard.search.engine import Facet, Option

# By the parameters they are chosen with, in the order of the page; the setting has two axes, `miles` is chosen beside a place.
FACETS = (
    "work", "from_state", "pay_min", "specialty", "family", "credential", "need", "setting", "type", "experience_max",
    "apprentice", "state", "miles", "tool", "employer", "since",
)  # fmt: skip
PAY_FLOORS = {
    "hour": (20, 24, 28, 32, 36, 40, 45, 50),
    "year": (40_000, 50_000, 55_000, 60_000, 65_000, 70_000, 80_000, 100_000),
}
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


@cache
def pay_floors(unit: str) -> tuple[tuple[str, str, int], ...]:
    """Floors of pay as somebody thinks of it who asks by the hour or by the year: value, label, cents an hour."""
    return tuple(
        (
            str(floor),
            f"${floor:,} {'a year' if unit == 'year' else 'an hour'} or more",
            cents_an_hour(floor, unit),
        )
        for floor in PAY_FLOORS[unit]
    )


def cents_an_hour(floor: int, unit: str) -> int:
    return int((hourly(Decimal(floor), PayUnit(unit)) or 0) * 100)


def choices(labels: dict[str, str], counts: list[int], chosen: str) -> tuple[Option, ...]:
    pairs = zip(labels.items(), counts, strict=True)
    return tuple(Option(value, label, count, value == chosen) for (value, label), count in pairs)
