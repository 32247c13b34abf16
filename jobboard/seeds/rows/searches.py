"""Searches that Amir and Dana keep, as rows: saved some days ago, and not looked at for some of them."""

from datetime import datetime, timedelta
from typing import NamedTuple

from jobboard.domain.diary import Event
from jobboard.domain.searches.lifecycle import Rhythm, State
from jobboard.domain.searches.mornings import EASTERN, next_look
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.seeds.book import id_of
from jobboard.seeds.rows.people import Row, Rows
from jobboard.seeds.shapes import PersonSeed

SAVED, SEEN = timedelta(days=12), timedelta(days=5)


class Kept(NamedTuple):
    """`owner` is the person's name; `asked` and `said` are the search's address and what it means."""

    owner: str
    name: str
    asked: str
    said: str
    rhythm: Rhythm


KEPT = (
    Kept("Amir Haddad", "Stoma revisions from home", "q=44314&work=remote", "44314, Remote", Rhythm.DAILY),
    Kept("Amir Haddad", "Cardiology, Ohio", "specialty=cardiology&from_state=OH", "Cardiology, Ohio", Rhythm.WEEKLY),
    Kept("Dana Whitfield", "Somewhere to begin", "from_state=OH&apprentice=yes", "Ohio, Accepts apprentices", Rhythm.DAILY),
)  # fmt: skip


def rows_of_searches(person: PersonSeed, now: datetime) -> Rows:
    """What this person keeps, each with its line of the diary. Nothing on the board so far is news for it."""
    for kept in KEPT:
        if kept.owner == person.name:
            yield SavedSearch, row_of(kept, id_of("user", person.key), now)
            yield Event, line_of(kept, id_of("user", person.key), now)


def row_of(kept: Kept, owner_id: str, now: datetime) -> Row:
    saved = now - SAVED
    return {
        "id": id_of("saved_search", kept.name), "owner_id": owner_id, "name": kept.name, "asked": kept.asked,
        "said": kept.said, "rhythm": kept.rhythm, "timezone": EASTERN, "state": State.ACTIVE, "saved_at": saved,
        "moved_at": saved, "confirmed_at": saved, "since": now, "seen_at": now - SEEN, "looked_at": now,
        "looked_change": 0, "due_at": next_look(now, kept.rhythm, EASTERN), "version": 1,
    }  # fmt: skip


def line_of(kept: Kept, owner_id: str, now: datetime) -> Row:
    saved = now - SAVED
    return {
        "id": id_of("event", "saved_search", kept.name), "noun": "saved_search", "verb": "save", "at": saved, "by_id": owner_id,
        "user_id": owner_id, "data": {"saved_search": id_of("saved_search", kept.name)}, "mailed_at": saved, "tries": 0,
    }  # fmt: skip
