"""Whether somebody may try once more. Asked before any hashing, so that a flood costs the board almost nothing."""

from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.attempt import KEEP, LIMITS, Attempt, Kind


def try_once(session: Session, keys: dict[Kind, str], at: datetime) -> Kind | None:
    """Count one attempt under each kind, unless one of them is used up: then that kind is returned, nothing counted.

    The caller commits before it goes on, so that attempts made side by side see each other.
    """
    for kind, key in keys.items():
        many, window = LIMITS[kind]
        if finding.attempts_since(session, kind, key, at - window) >= many:
            return kind
    finding.sweep_attempts(session, at - KEEP)
    session.add_all(Attempt(kind, key, at) for kind, key in keys.items())
    return None


def forgive(session: Session, keys: dict[Kind, str], at: datetime) -> None:
    """It was them: the account's count begins anew, the network address gets this one attempt back."""
    for kind, key in keys.items():
        if kind == Kind.LOG_IN_ACCOUNT:
            finding.forget_attempts(session, kind, key)
        else:
            finding.forget_attempts(session, kind, key, at)
