"""What a posting says to somebody who types: its own words, the names of its tags, and its typed facts in words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from jobboard.domain.postings.terms import (
    AiUse,
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
from jobboard.search.index.stemming import stems

# Where a word may stand, and how much each place tells.
WEIGHTS = {
    "title": 8.0,
    "specialty": 5.0,
    "family": 2.0,
    "also": 1.5,
    "credential": 4.0,
    "employer": 3.0,
    "tool": 3.0,
    "duty": 6.0,
    "term": 4.0,
    "offer": 1.5,
    "body": 1.0,
}
# What no reader sees is no answer to words in quotes, and no reason to keep a job out.
UNSEEN = "also"
GIVEN = "offer"  # besides pay
DECLARED = ("title", "specialty", "duty", "term")
# A duty is worth saying from this share of the work on, and once more for each further step.
SHARE, STEP = 20, 25
PART = 10
MACHINES = {AiUse.SUGGESTS: "AI", AiUse.AUTONOMOUS: "AI, autonomous coding"}
# Nobody says that pay is by the hour, and weekdays are not what the schedule calls them.
PAID = (PayUnit.YEAR, PayUnit.CHART, PayUnit.ENCOUNTER)
WEEKDAYS = "Weekdays"
# What a plan insures and when more is paid say nothing of the work: who codes for dentists is no coder with a dental plan.
INSURED = re.compile(r"\b(?:medical|health|dental|vision)\b", re.IGNORECASE)
WHEN = re.compile(r"\b(?:week-?ends?|nights?|evenings?)\b", re.IGNORECASE)
HEALTH = "Health benefits"
NOTHING = ("", "none", "n/a", "no")


@cache
def parts_for(declared: bool, apart: bool, strict: bool) -> tuple[str, ...]:
    """The parts in which what is said counts for a term of that kind."""
    if declared:
        return DECLARED
    left_out = {GIVEN} if apart else set()
    return tuple(part for part in WEIGHTS if part not in left_out | ({UNSEEN} if strict else set()))


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
        "family": list(families(document, names)),
        "credential": [names.credentials[id] for id, _ in parts["credentials"]],
        "also": [
            *(names.specialties_also[id] for id in parts["specialties"]),
            *(names.families_also[id] for id, _ in parts["families"]),
        ],
        "employer": [document.employer_name],
        "tool": parts["tools"],
        "duty": list(duties(document)),
        "term": list(terms(document, names)),
        "offer": list(offers(document)),
        "body": [document.description],
    }


def families(document: Document, names: Names) -> Iterator[str]:
    """What is coded, the more of the work the more often; who mostly looks after others' work says each once."""
    done = 100 - document.overseeing
    for id, share in document.parts["families"]:
        yield from [names.families[id]] * max(1, round((share or 0) * done / 100 / PART))


class Said(NamedTuple):
    """A posting and the stems of each of its parts, in their order."""

    document: Document
    parts: Mapping[str, Sequence[str]]


def said_by(documents: Iterable[Document], names: Names) -> Iterator[Said]:
    """Each is cut once for all who want its words."""
    for document in documents:
        parts = {part: stems(" ".join(texts)) for part, texts in told(document, names).items()}
        yield Said(document, parts)


def duties(document: Document) -> Iterator[str]:
    """What fills the day besides coding, the more of the day the more often."""
    for duty, percent in document.parts["duties"]:
        if duty != Duty.CODING and percent >= SHARE:
            yield from [Duty(duty).label] * max(1, percent // STEP)


def offers(document: Document) -> Iterator[str]:
    """What is given besides pay: bonus, other compensation, benefits."""
    for text in (document.bonus, document.other_compensation, *(document.benefits or ())):
        if text.strip().lower() not in NOTHING:
            if INSURED.search(text):
                yield HEALTH
            yield WHEN.sub(" ", INSURED.sub(" ", text))


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
        yield WEEKDAYS if document.schedule == Schedule.DAYS else ""
    if document.ai_use in MACHINES:
        yield MACHINES[AiUse(document.ai_use)]
    if document.pay_unit in PAID:
        yield PayUnit(document.pay_unit).label
    if document.apprentices and document.apprentices != Apprentices.NO:
        yield Apprentices(document.apprentices).label
    yield from (names.states[code] for code in document.workable_from)
    yield from () if document.is_remote else parts["cities"]
