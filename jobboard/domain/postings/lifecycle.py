"""When a posting may be moved, as data.

    draft --submit--> in review --approve--> live <--pause/resume--> paused
      ^  \\               |  \\                  \\________________________/
      |   discard        |   ask_for_changes           |          |
   withdraw              reject  \\                    close      remove
                           |      needs changes --submit--> in review
                        rejected

A live or paused posting can carry one change: a second edition with a small life of its own (CHANGE_MOVES), while the
approved edition stays up. Expired is not a state: it is the closing date, compared with the clock.
"""

from jobboard.domain.errors import NotNow
from jobboard.domain.postings.terms import ChangeStage, Status

MOVES: dict[str, dict[Status, Status]] = {
    "submit": {Status.DRAFT: Status.IN_REVIEW, Status.NEEDS_CHANGES: Status.IN_REVIEW},
    "withdraw": {Status.IN_REVIEW: Status.DRAFT},
    "discard": {Status.DRAFT: Status.CLOSED, Status.NEEDS_CHANGES: Status.CLOSED},
    "approve": {Status.IN_REVIEW: Status.LIVE},
    "ask_for_changes": {Status.IN_REVIEW: Status.NEEDS_CHANGES},
    "reject": {Status.IN_REVIEW: Status.REJECTED},
    "pause": {Status.LIVE: Status.PAUSED},
    "resume": {Status.PAUSED: Status.LIVE},
    "confirm": {Status.LIVE: Status.LIVE},
    "close": {Status.LIVE: Status.CLOSED, Status.PAUSED: Status.CLOSED},
    "remove": {Status.LIVE: Status.REMOVED, Status.PAUSED: Status.REMOVED},
}

CHANGE_MOVES: dict[str, dict[ChangeStage | None, ChangeStage | None]] = {
    "begin_change": {None: ChangeStage.DRAFT},
    "submit": {ChangeStage.DRAFT: ChangeStage.IN_REVIEW, ChangeStage.NEEDS_CHANGES: ChangeStage.IN_REVIEW},
    "publish_change": {ChangeStage.DRAFT: None, ChangeStage.NEEDS_CHANGES: None},
    "withdraw": {ChangeStage.IN_REVIEW: ChangeStage.DRAFT},
    "discard": {ChangeStage.DRAFT: None, ChangeStage.NEEDS_CHANGES: None},
    "approve": {ChangeStage.IN_REVIEW: None},
    "ask_for_changes": {ChangeStage.IN_REVIEW: ChangeStage.NEEDS_CHANGES},
    "reject": {ChangeStage.IN_REVIEW: None},
}

PUBLISHED = (Status.LIVE, Status.PAUSED)
EDITABLE = (Status.DRAFT, Status.NEEDS_CHANGES)
EDITABLE_CHANGES = (ChangeStage.DRAFT, ChangeStage.NEEDS_CHANGES)

# A change of any of these on a live posting is looked at before it is shown: what a reader decides by, and every box
# that takes free words, for words nobody approved are never public.
RISKY = (
    "title", "description", "pay_min", "pay_max", "pay_unit", "bonus", "work_model", "hybrid_days", "all_states",
    "states", "places", "apply_how", "apply_url",
    "requisition", "states_reason", "other_compensation", "benefits", "apprentice_conditions", "auditor", "ai_note",
    "tools", "steps", "questions",
)  # fmt: skip


def next_state(status: Status, change: ChangeStage | None, verb: str) -> tuple[Status, ChangeStage | None]:
    """Where `verb` leads from here. Raises NotNow when the tables have no such move."""
    if status in PUBLISHED and verb in CHANGE_MOVES:
        if change not in CHANGE_MOVES[verb]:
            raise NotNow(refusal(verb, change.label if change else status.label))
        return status, CHANGE_MOVES[verb][change]
    if status not in MOVES.get(verb, {}):
        raise NotNow(refusal(verb, status.label))
    reached = MOVES[verb][status]
    return reached, change if reached in PUBLISHED else None


def allows(status: Status, change: ChangeStage | None, verb: str) -> bool:
    try:
        next_state(status, change, verb)
    except NotNow:
        return False
    return True


def refusal(verb: str, state: str) -> str:
    said = verb.replace("_", " ")
    return (
        f"This posting now stands at “{state}”, so “{said}” is not possible. Somebody may have been faster."
    )
