"""The searches of an address become its account's, and what became of those that found no room is said."""

from collections.abc import Sequence

from flask import flash

from jobboard import clock
from jobboard.domain.accounts.user import User
from jobboard.domain.searches.adopting import adopt
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.saving import KEEP_STOPPED, MOST_SEARCHES
from jobboard.extensions import db
from jobboard.web.jobs import phrases

MOST_NAMED = 3


def adopt_searches(owner: User) -> None:
    """The caller commits."""
    left = adopt(db.session, owner, at=clock.now())
    if left:
        flash(words_for(left), "wait")


def words_for(left: Sequence[SavedSearch]) -> str:
    """What happened to these, by name; of many only the first few, for the sentence travels in a cookie."""
    names = [f"“{search.name}”" for search in left[:MOST_NAMED]]
    if len(left) > MOST_NAMED:
        names.append(f"{len(left) - MOST_NAMED} more")
    return (
        f"Your account keeps {MOST_SEARCHES} searches, which is the most, and your newest are there. Emails have stopped for "
        f"{phrases.listing(names)}, and what is stopped is forgotten after {KEEP_STOPPED.days} days."
    )
