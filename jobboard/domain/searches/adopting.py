"""What was asked for an address becomes part of what somebody keeps: one search once, and never more than the most."""

from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.domain.accounts.finding import lock_user
from jobboard.domain.accounts.user import User
from jobboard.domain.errors import NotNow
from jobboard.domain.searches.finding import of_address, of_owner, of_somebody
from jobboard.domain.searches.lifecycle import State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.saving import MOST_SEARCHES

FULL = (
    f"This address has {MOST_SEARCHES} saved searches, which is the most. Stop or delete one of them first."
)


def adopt(session: Session, owner: User, *, at: datetime) -> list[SavedSearch]:
    """What was confirmed for this address before it had an account belongs to the account now, the newest first. Those it
    has no room for are stopped and returned."""
    lock_user(session, owner.id)
    held = {kept.asked for kept in of_owner(session, owner.id)}
    left = []
    for kept in of_address(session, owner.email, State.ACTIVE):
        if kept.asked in held:
            session.delete(kept)
        elif len(held) < MOST_SEARCHES:
            kept.adopt(owner)
            held.add(kept.asked)
        else:
            session.add(kept.stop(at=at))
            left.append(kept)
    return left


def need_room(session: Session, search: SavedSearch, owner: User | None = None) -> None:
    """Raises NotNow when an address has as many active searches as one may have, or the account `owner` of that address has."""
    theirs = [
        of_address(session, search.address or "", State.ACTIVE),
        of_owner(session, owner.id) if owner else (),
    ]
    for kept in theirs:
        if len(kept) >= MOST_SEARCHES and search.asked not in {one.asked for one in kept}:
            raise NotNow(FULL)


def replace_same(session: Session, search: SavedSearch) -> None:
    """The same search of the same address, asked for earlier, makes way: one search, one letter."""
    for other in of_somebody(session, search):
        if other.id != search.id and other.asked == search.asked:
            session.delete(other)
