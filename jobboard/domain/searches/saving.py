"""How saved searches begin: a signed-in person's at once, a guest's when the address is confirmed."""

from datetime import datetime, timedelta

from jobboard.domain.accounts.user import User, key_of
from jobboard.domain.base import new_id
from jobboard.domain.diary import Event
from jobboard.domain.errors import NotNow
from jobboard.domain.searches.lifecycle import State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.wish import LONGEST_SAID, Wish, sound_asked, sound_name, sound_zone

MOST_SEARCHES = 20
CONFIRM_WITHIN = timedelta(days=7)
# A guest who stopped the letters may take it back so long; then the search is forgotten.
KEEP_STOPPED = timedelta(days=30)


def save(wish: Wish, *, by: User, at: datetime, held: int, change: int) -> tuple[SavedSearch, Event]:
    """A signed-in person keeps a search. `held`: how many they keep already. Raises NotNow or Invalid."""
    if held >= MOST_SEARCHES:
        raise NotNow(f"You keep {MOST_SEARCHES} searches, which is the most. Delete one you no longer need.")
    kept = begun(wish, at, owner_id=by.id, state=State.ACTIVE, confirmed_at=at)
    kept.begin(at, change)
    return kept, kept.line("save", at=at)


def ask_to_confirm(wish: Wish, address: str, *, at: datetime) -> tuple[SavedSearch, Event]:
    """Somebody without an account asks for letters. The line owes the letter whose link confirms the address."""
    key = key_of(address)
    kept = begun(wish, at, address=address, address_key=key, state=State.WAITING)
    return kept, kept.line("ask_to_confirm", at=at)


def ask_for_address(user: User, *, at: datetime) -> Event:
    """Their mail came back and they say it works again. The line owes the letter whose link proves it."""
    return Event(noun="saved_search", verb="ask_for_address", at=at, by_id=user.id, user_id=user.id)


def lift(user: User, *, at: datetime) -> Event:
    """They read the letter: letters about new jobs go to their address again."""
    return Event(noun="saved_search", verb="lift", at=at, by_id=user.id, user_id=user.id)


def begun(wish: Wish, at: datetime, **whose: object) -> SavedSearch:
    return SavedSearch(
        id=new_id(), name=sound_name(wish.name), asked=sound_asked(wish.asked), said=wish.said[:LONGEST_SAID], rhythm=wish.rhythm,
        timezone=sound_zone(wish.zone), saved_at=at, moved_at=at, since=at, seen_at=at, looked_at=at,
        looked_change=0, version=1, **whose,
    )  # fmt: skip
