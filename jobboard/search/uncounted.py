"""The facets for as long as nobody can say how many jobs each choice would leave: every choice there is, without counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.place import State
from jobboard.domain.places.regions import REGIONS
from jobboard.domain.postings.terms import EmploymentType, Encounter, FeeSide, WorkModel
from jobboard.search.engine import Facet, Option
from jobboard.search.index.catalog import family_label
from jobboard.search.options import APPRENTICE, pay_floors
from jobboard.search.query import EXPERIENCE, MILES, NEEDS, SINCE, in_address
from jobboard.search.reading import Reading


def uncounted(session: Session, reading: Reading) -> tuple[Facet, ...]:
    """Every choice there is, for as long as nobody can say how many jobs each would leave."""
    query = reading.query
    states = names(session, State)
    regions = {name: REGIONS[name].label for name in (query.from_state, *query.state) if name in REGIONS}
    floors = {value: label for value, label, _ in pay_floors(query.pay_unit)}
    return (
        every("work", "work", "Work model", labels_of(WorkModel), query.work),
        every("from_state", "from_state", "Can I do it from", regions | states, [query.from_state]),
        every(
            "pay_min",
            "pay_min",
            "Pay, top of the range",
            floors,
            [in_address(query.pay_min)] if query.pay_min else [],
        ),
        every("specialty", "specialty", "Specialty", names(session, Specialty), query.specialty),
        every("credential", "credential", "Credential", names(session, Credential), query.credential),
        every("setting", "side", "Fee side", labels_of(FeeSide), query.sides),
        every("setting", "encounter", "Encounter", labels_of(Encounter), query.encounters),
        every("type", "type", "Type", labels_of(EmploymentType), query.type),
        every("experience_max", "experience_max", "Experience", EXPERIENCE, [str(query.experience_max)]),
        every("apprentice", "apprentice", "Apprentices (CPC-A)", APPRENTICE, ["yes"] * query.apprentice),
        every("since", "since", "First published", SINCE, [str(query.since)]),
        every("need", "need", "The credential is", NEEDS if query.credential else {}, [query.need]),
        every("state", "state", "Place of work", regions | states, query.state),
        every("miles", "miles", "Within", MILES if reading.near else {}, [str(query.miles)]),
        every("tool", "tool", "Tools", said(reading, "tool"), query.tool),
        every("employer", "employer", "Employer", said(reading, "employer"), query.employer),
        families(session, query.family),
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


def said(reading: Reading, name: str) -> dict[str, str]:
    """Only what is chosen: all there are would be too many to list."""
    return {value: reading.labels.get((name, value), value) for value in getattr(reading.query, name)}


def families(session: Session, chosen: Sequence[str]) -> Facet:
    """The way down to each chosen family and the families inside it; the sections of the code sets when none is chosen."""
    paths = session.execute(select(Family.id, Family.path).where(Family.slug.in_(chosen))).all()
    above = {int(part) for row in paths for part in row.path.strip("/").split("/")}
    inside = Family.parent_id.in_([row.id for row in paths]) if paths else Family.parent_id.is_(None)
    found = select(Family).where(or_(Family.id.in_(above), inside), ~Family.retired)
    rows = session.scalars(found.order_by(Family.code_set, Family.position))
    options = tuple(Option(row.slug, family_label(row), None, row.slug in chosen, row.depth) for row in rows)
    return Facet("family", "family", "Codes", options)
