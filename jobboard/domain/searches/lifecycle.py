"""When a saved search may be moved, as data.

    waiting --confirm--> active --stop--> stopped
       \\__________________stop____________/ |
                          active <--resume--/

A guest's search waits until the address is confirmed; a signed-in person's begins active. Whether an address takes letters
at all is another question (`suppressed.py`).
"""

from jobboard.domain.errors import NotNow
from jobboard.domain.postings.terms import Term


class Rhythm(Term):
    """How often a letter may come."""

    INSTANT = "instant", "At once"
    DAILY = "daily", "Every morning"
    WEEKLY = "weekly", "Every Monday morning"
    NONE = "none", "No emails"


class State(Term):
    WAITING = "waiting", "Waits to be confirmed"
    ACTIVE = "active", "Active"
    STOPPED = "stopped", "Paused"


MOVES: dict[str, dict[State, State]] = {
    "confirm": {State.WAITING: State.ACTIVE},
    "stop": {State.WAITING: State.STOPPED, State.ACTIVE: State.STOPPED},
    "resume": {State.STOPPED: State.ACTIVE},
    "match": {State.ACTIVE: State.ACTIVE},
}


def next_state(state: State, verb: str) -> State:
    """Where `verb` leads from here. Raises NotNow when there is no such move."""
    if state not in MOVES[verb]:
        raise NotNow(f"This saved search now stands at “{state.label}”, so that is not possible.")
    return MOVES[verb][state]
