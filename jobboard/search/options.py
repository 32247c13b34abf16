"""Facets as the page offers them: the values of an enumeration, floors and ceilings, with their counts or without."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.place import State
from jobboard.domain.postings.terms import EmploymentType, Encounter, FeeSide, WorkModel
from jobboard.search.engine import Facet, Option
from jobboard.search.query import EXPERIENCE, SINCE
from jobboard.search.reading import Reading

PAY_FLOORS = (20, 24, 28, 32, 36, 40, 45, 50)
APPRENTICE = {"yes": "Accepts apprentices"}


def uncounted(session: Session, reading: Reading) -> tuple[Facet, ...]:
    """Every choice there is, for as long as nobody can say how many jobs each would leave."""
    query = reading.query
    floors = {str(floor): f"${floor} an hour or more" for floor in PAY_FLOORS}
    return (
        every("work", "work", "Work model", labels_of(WorkModel), query.work),
        every("from_state", "from_state", "Can I do it from", names(session, State), [query.from_state]),
        every("pay_min", "pay_min", "Pay, top of the range", floors, [f"{query.pay_floor}"]),
        every("specialty", "specialty", "Specialty", names(session, Specialty), query.specialty),
        every("credential", "credential", "Credential", names(session, Credential), query.credential),
        every("setting", "side", "Fee side", labels_of(FeeSide), query.sides),
        every("setting", "encounter", "Encounter", labels_of(Encounter), query.encounters),
        every("type", "type", "Type", labels_of(EmploymentType), query.type),
        every("experience_max", "experience_max", "Experience", EXPERIENCE, [str(query.experience_max)]),
        every("apprentice", "apprentice", "Apprentices (CPC-A)", APPRENTICE, ["yes"] * query.apprentice),
        every("since", "since", "First published", SINCE, [str(query.since)]),
    )


def every(name: str, group: str, title: str, labels: Mapping[str, str], chosen: Iterable[str]) -> Facet:
    options = tuple(Option(value, label, None, value in chosen) for value, label in labels.items())
    return Facet(name, group, title, options)


def labels_of(kind: Any) -> dict[str, str]:
    return {term.value: term.label for term in kind}


def names(session: Session, kind: Any) -> dict[str, str]:
    """Value in addresses -> name, of what is offered."""
    value, label, shown = {
        State: (State.code, State.name, State.region != ""),
        Specialty: (Specialty.slug, Specialty.name, ~Specialty.retired),
        Credential: (Credential.slug, Credential.abbreviation, Credential.confirmed & ~Credential.retired),
    }[kind]
    rows = session.execute(select(value, label).where(shown).order_by(label))
    return {each: name for each, name in rows}


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
