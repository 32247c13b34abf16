"""What a posting says to somebody who types: its own words, the names of its tags, and its typed facts in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jobboard.domain.postings.terms import (
    Apprentices,
    Duty,
    EmploymentType,
    Encounter,
    FeeSide,
    PayUnit,
    Schedule,
    WorkModel,
)
from jobboard.search.index.documents import Document

# A duty is worth saying from this share of the work on, and once more for each further step.
SHARE, STEP = 20, 25
BY_PIECE = (PayUnit.CHART, PayUnit.ENCOUNTER)


@dataclass(frozen=True)
class Names:
    """What the tags of a posting are called, by their ids, and what else people call specialties and families."""

    specialties: Mapping[int, str]
    families: Mapping[int, str]
    specialties_also: Mapping[int, str]
    families_also: Mapping[int, str]
    credentials: Mapping[int, str]
    states: Mapping[str, str]


def told(document: Document, names: Names) -> dict[str, list[str]]:
    """The texts of a posting by where they stand."""
    parts = document.parts
    return {
        "title": [document.title],
        "specialty": [names.specialties[id] for id in parts["specialties"]],
        "family": [names.families[id] for id, _ in parts["families"]],
        "credential": [names.credentials[id] for id, _ in parts["credentials"]],
        "also": [
            *(names.specialties_also[id] for id in parts["specialties"]),
            *(names.families_also[id] for id, _ in parts["families"]),
        ],
        "employer": [document.employer_name],
        "tool": parts["tools"],
        "duty": list(duties(document)),
        "term": list(terms(document, names)),
        "body": [document.description],
    }


def duties(document: Document) -> Iterator[str]:
    """What fills the day besides coding, the more of the day the more often."""
    for duty, percent in document.parts["duties"]:
        if duty != Duty.CODING and percent >= SHARE:
            yield from [Duty(duty).label] * max(1, percent // STEP)


def terms(document: Document, names: Names) -> Iterator[str]:
    """The settings, the terms of employment, who is welcome and where it is done, as people say it."""
    parts = document.parts
    yield from sorted(
        {term.label for side, kind in parts["settings"] for term in (FeeSide(side), Encounter(kind))}
    )
    yield from (EmploymentType(value).label for value in parts["types"])
    yield WorkModel(document.work_model).label
    if document.schedule:
        yield Schedule(document.schedule).label
    if document.pay_unit in BY_PIECE:
        yield PayUnit(document.pay_unit).label
    if document.apprentices and document.apprentices != Apprentices.NO:
        yield Apprentices(document.apprentices).label
    yield from (names.states[code] for code in document.workable_from)
    yield from () if document.is_remote else parts["cities"]
