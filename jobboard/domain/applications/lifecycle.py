"""When an application may be moved, as data. Both sides see the same states.

sent -> opened -> in conversation -> interview -> offer -> hired
  \\________\\___________\\_______________\\__________\\----> not chosen (with a reason) or withdrawn (by the coder)
"""

from jobboard.domain.errors import NotNow
from jobboard.domain.postings.terms import Term


class Stage(Term):
    SENT = "sent", "Sent"
    OPENED = "opened", "Opened"
    IN_CONVERSATION = "in_conversation", "In conversation"
    INTERVIEW = "interview", "Interview"
    OFFER = "offer", "Offer"
    HIRED = "hired", "Hired"
    NOT_CHOSEN = "not_chosen", "Not chosen"
    WITHDRAWN = "withdrawn", "Withdrawn"


class NotChosenReason(Term):
    """Tied to a requirement of the posting: what a coder is told, never a score."""

    CREDENTIAL = "credential", "A required credential is missing"
    EXPERIENCE = "experience", "Less experience than the posting asks for"
    FAMILIES = "families", "Not enough work in the required code families"
    SPECIALTY = "specialty", "Experience in another specialty than the desk needs"
    STATE = "state", "The state you live in is not one we can hire in"
    AVAILABILITY = "availability", "The hours or start date do not fit"
    TOOLS = "tools", "A required tool is missing"
    TEST = "test", "The coding test did not reach the pass mark"
    ANOTHER = "another", "Another applicant met more of the requirements"
    FILLED = "filled", "The job is filled or no longer open"


OPEN = (Stage.SENT, Stage.OPENED, Stage.IN_CONVERSATION, Stage.INTERVIEW, Stage.OFFER)
TALKING = (Stage.SENT, Stage.OPENED)

MOVES: dict[str, dict[Stage, Stage]] = {
    "open": {Stage.SENT: Stage.OPENED},
    "start_conversation": {stage: Stage.IN_CONVERSATION for stage in TALKING},
    "invite_to_interview": {stage: Stage.INTERVIEW for stage in (*TALKING, Stage.IN_CONVERSATION)},
    "make_offer": {stage: Stage.OFFER for stage in (Stage.OPENED, Stage.IN_CONVERSATION, Stage.INTERVIEW)},
    "hire": {Stage.OFFER: Stage.HIRED},
    "decline": {stage: Stage.NOT_CHOSEN for stage in OPEN},
    "withdraw": {stage: Stage.WITHDRAWN for stage in OPEN},
}


def next_stage(stage: Stage, verb: str) -> Stage:
    """Where `verb` leads from here. Raises NotNow when there is no such move."""
    if stage not in MOVES[verb]:
        raise NotNow(f"This application now stands at “{stage.label}”, so that is no longer possible.")
    return MOVES[verb][stage]
