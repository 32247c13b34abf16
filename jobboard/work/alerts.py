"""Looks through the board for every saved search that is due, and writes down what is new: the outbox sends it.

Any number of workers may do this at once. What was found and that it was looked for are one transaction, so a posting is
told once for each search, whichever worker dies when.
"""

import logging
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from jobboard.domain.searches import finding
from jobboard.domain.searches.finding import News
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.sent_match import Match
from jobboard.search.board import BoardEngine
from jobboard.search.engine import Result
from jobboard.search.index.keeper import Keeper
from jobboard.search.keeping import query_of
from jobboard.search.query import Query
from jobboard.work.turn import READ_ONLY, Clock

log = logging.getLogger(__name__)

AT_ONCE = 100
MOST_PAGES = 25
MOST_NAMED = 20
PUT_OFF = timedelta(hours=1)


def alert(session: Session, keeper: Keeper, now: Clock, stop: Callable[[], bool] = lambda: False) -> int:
    """Look at up to a hundred searches that are due; for how many something was new.

    Needs an application context. While the index is being made nothing is looked at: the next call comes soon.
    """
    session.connection(execution_options=READ_ONLY)
    board = finding.news(session, now())
    waiting = finding.due(session, board, now(), AT_ONCE)
    ready = bool(waiting) and keeper.ready(session) is not None
    session.rollback()
    return sum(look(session, keeper, id, board, now()) for id in waiting if ready and not stop())


def look(session: Session, keeper: Keeper, id: str, board: News, now: datetime) -> bool:
    """Look for one search. One that cannot be read is put off, so that the others are not held up."""
    try:
        version, found = look_through(session, keeper, id, now)
        return written(session, id, version, found, board, now)
    except (StaleDataError, IntegrityError):
        session.rollback()  # another worker, or its owner, was faster
    except Exception as error:
        session.rollback()
        finding.put_off(session, id, now + PUT_OFF)
        session.commit()
        # Its words are nobody's business: the error might carry them.
        log.error("Saved search %s could not be looked for: %s", id, type(error).__name__)
    return False


def look_through(session: Session, keeper: Keeper, id: str, now: datetime) -> tuple[int, list[Match]]:
    """What is new, and the version of the search it is new for. Only reads."""
    session.connection(execution_options=READ_ONLY)
    kept = finding.by_id(session, id)
    version, found = (kept.version, new_for(session, keeper, kept, now)) if kept and kept.sends else (0, [])
    session.rollback()
    return version, found


def new_for(session: Session, keeper: Keeper, kept: SavedSearch, now: datetime) -> list[Match]:
    """The new postings that the search holds, the newest first. Of more than 500 the newest are looked through."""
    fresh = finding.fresh(session, kept, now)
    ids, employers = {one.id for one in fresh}, {one.employer_slug for one in fresh}
    query = narrowed(query_of(kept.asked), employers) if fresh else None
    found: list[Match] = []
    page, pages = 1, MOST_PAGES if query else 0
    while query and page <= pages and len(found) < len(ids):
        result = BoardEngine(session, keeper).search(query.but(page=page, sort="newest"), now)
        found += [Match(id, why(kept, result, id)) for id in result.ids if id in ids]
        page, pages = page + 1, min(pages, result.pages)
    return found


def narrowed(query: Query, employers: Collection[str]) -> Query | None:
    """The same search among the employers of what is new, so that its answer is short; None when it holds none of them."""
    among = [slug for slug in query.employer or sorted(employers) if slug in employers]
    if query.employer and not among:
        return None
    return query.but(employer=tuple(among)) if len(among) <= MOST_NAMED else query


def why(kept: SavedSearch, result: Result, id: str) -> str:
    """Why the search holds the posting: what the engine says, or else what was asked."""
    reasons = "; ".join(result.reasons.get(id, ()))
    return reasons or (f"matches {kept.said}" if kept.said else "")


def written(session: Session, id: str, version: int, found: list[Match], board: News, now: datetime) -> bool:
    """Write down how far it was looked and what is owed, unless the search changed meanwhile."""
    kept = finding.by_id(session, id)
    if kept is None or kept.version != version or not kept.sends:
        session.rollback()
        return False
    owed = kept.match(found, at=now, change=board.change)
    if owed:
        line, rows = owed
        session.add_all([line, *rows])
    session.commit()
    return owed is not None
