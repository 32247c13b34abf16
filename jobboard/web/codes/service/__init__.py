"""The sheet of a CPT or HCPCS code: what the service is worth, what Medicare pays, and how it is billed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.domain.codes.around import siblings
from jobboard.domain.codes.comparing import compare
from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.indicators import GLOBAL_DAYS, STATUS, words_for
from jobboard.domain.codes.service import Service, service
from jobboard.web.codes.page import Sheet
from jobboard.web.codes.service.answers import questions
from jobboard.web.codes.service.edits import edits
from jobboard.web.codes.service.history import history
from jobboard.web.codes.service.place import chosen
from jobboard.web.codes.service.related import related
from jobboard.web.codes.service.rules import classes, rules
from jobboard.web.codes.service.value import lines, sentence

NEAREST = 12
DENTAL = "D"


def sheet(session: Session, found: Found, now: datetime) -> Sheet:
    assert found.record is not None
    known = service(session, found.record)
    place = chosen(session, known.releases.get("localities"))
    worth, past, pairs = lines(known, place.locality), history(known), edits(session, known)
    nearest = siblings(session, found.record, known.releases.get("fees"), NEAREST)
    facts = {
        "service": known,
        "worth": worth,
        "place": place,
        "rules": rules(known),
        "status_words": words_for(STATUS, known.fee.status) if known.fee else None,
        "global_words": words_for(GLOBAL_DAYS, known.fee.global_days) if known.fee else None,
        "classes": classes(known),
        "history": past,
        "comparisons": compare(session, found.record),
        "edits": pairs,
        "near": related(nearest, found.record.id),
        "dental": found.code.startswith(DENTAL),
    }
    return Sheet(
        title=found.record.title or found.family.label,
        value=sentence(known, worth),
        contents=contents(facts),
        marks=marks(known),
        questions=questions(known, worth, past),
        facts=facts,
        varies=place.asked or pairs.asked,
    )


def contents(facts: Mapping[str, object]) -> list[tuple[str, str]]:
    """The parts of the sheet that have something to say."""
    parts = [
        ("values", "Relative values", "worth"),
        ("payment", "What Medicare pays", "service"),
        ("rules", "Billing rules", "rules"),
        ("edits", "NCCI edits", "edits"),
        ("comparison", "How it compares", "comparisons"),
        ("history", "Work RVU since 2019", "history"),
        ("classes", "OPPS, RBCS and risk lists", "classes"),
        ("related", "Codes of the same family", "near"),
    ]
    return [(id, words) for id, words, name in parts if facts[name]]


def marks(known: Service) -> list[tuple[str, str]]:
    """What Medicare makes of the code, unless it simply pays."""
    if known.fee is None or known.fee.status == "A":
        return []
    return [(f"Medicare: {words_for(STATUS, known.fee.status).short.lower()}", "wait")]
