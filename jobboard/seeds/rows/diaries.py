"""Diaries as rows: every line says from which state to which, and counts as mailed: nobody gets letters from a seed."""

from typing import Any

from jobboard.domain.applications.lifecycle import MOVES as STAGES
from jobboard.domain.applications.lifecycle import Stage
from jobboard.domain.diary import Event
from jobboard.domain.postings.lifecycle import MOVES
from jobboard.domain.postings.terms import Status
from jobboard.seeds.book import id_of
from jobboard.seeds.rows.people import Row, Rows
from jobboard.seeds.shapes import ApplicationSeed, Line, PostingSeed


def diary_of_posting(seed: PostingSeed) -> Rows:
    """Raises KeyError when a line is a move the lifecycle does not know: seeds obey the same table as people."""
    state: Status | None = None
    ids = {"posting_id": id_of("posting", seed.key), "employer_id": id_of("employer", seed.employer_slug)}
    for number, line in enumerate(seed.diary):
        reached = Status.DRAFT if state is None else MOVES[line.verb][state]
        row = event_row(
            "posting", line, id_of("event", seed.key, str(number)), state, reached, data_of(seed, line)
        )
        yield Event, row | ids
        state = reached


def data_of(seed: PostingSeed, line: Line) -> dict[str, Any]:
    if line.reasons:
        return {"reasons": list(line.reasons)}
    if line.verb == "close":
        return {"reason": seed.close_reason}
    return {"edition": 1} if line.verb == "approve" else {}


def diary_of_application(seed: ApplicationSeed) -> Rows:
    state: Stage | None = None
    name = f"{seed.posting_key}/{seed.coder_key}"
    ids = {"application_id": id_of("application", name), "posting_id": id_of("posting", seed.posting_key)}
    for number, line in enumerate(seed.diary):
        reached = Stage.SENT if state is None else STAGES[line.verb][state]
        yield (
            Event,
            event_row("application", line, id_of("event", name, str(number)), state, reached, {}) | ids,
        )
        state = reached


def event_row(
    noun: str, line: Line, id: str, old: Status | Stage | None, new: Status | Stage, data: dict[str, Any]
) -> Row:
    return {
        "id": id,
        "noun": noun,
        "verb": line.verb,
        "at": line.at,
        "by_id": id_of("user", line.by) if line.by else None,
        "old": old.value if old else None,
        "new": new.value,
        "note": line.note or None,
        "data": data,
        "user_id": None,
        "employer_id": None,
        "posting_id": None,
        "application_id": None,
        "mailed_at": line.at,
        "leased_until": None,
        "tries": 0,
    }
