"""Looks through the board for every saved search that is due, and writes down what is new: the outbox sends it.

Any number of workers may do this at once. What was found and that it was looked for are one transaction, so a posting is
told once for each search, whichever worker dies when.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from jobboard.domain.searches import finding
from jobboard.domain.searches.finding import News
from jobboard.domain.searches.sent_match import Match
from jobboard.search.board import BoardEngine
from jobboard.search.engine import Engine
from jobboard.search.index.keeper import Keeper
from jobboard.search.keeping import query_of
from jobboard.work.turn import READ_ONLY, Clock

log = logging.getLogger(__name__)

AT_ONCE, ROUNDS = 100, 50
PUT_OFF = timedelta(hours=1)


class Waiting(NamedTuple):
    """A search that is due, at the version that was read, and the postings that may be news for it, the newest first."""

    id: str
    version: int
    asked: str
    said: str
    fresh: Sequence[str]


class Looked(NamedTuple):
    """What was found for a search, at the version it was found for."""

    id: str
    version: int
    found: Sequence[Match]


def alert(session: Session, keeper: Keeper, now: Clock, stop: Callable[[], bool] = lambda: False) -> int:
    """Look for what is due, a hundred searches at a time; for how many something was new.

    Needs an application context. While the index is being made nothing is looked at: the next call comes soon.
    """
    told = 0
    for _ in range(ROUNDS):
        board, ids = due(session, keeper, now())
        if not ids or stop():
            break
        told += written(session, looked(session, keeper, ids, now()), board, now())
    return told


def due(session: Session, keeper: Keeper, now: datetime) -> tuple[News, Sequence[str]]:
    """How far the board's history goes, and what waits to be looked for. Only reads."""
    session.connection(execution_options=READ_ONLY)
    board = finding.news(session, now)
    ids = finding.due(session, board, now, AT_ONCE)
    ready = bool(ids) and keeper.ready(session) is not None
    session.rollback()
    return board, ids if ready else []


def looked(session: Session, keeper: Keeper, ids: Sequence[str], now: datetime) -> list[Looked]:
    """What is new for each. One that cannot be read is put off, so that the others are not held up."""
    done: list[Looked] = []
    for one in waiting(session, ids, now):
        try:
            done.append(Looked(one.id, one.version, new_for(BoardEngine(session, keeper), one, now)))
        except Exception as error:
            session.rollback()
            finding.put_off(session, one.id, now + PUT_OFF)
            session.commit()
            session.connection(execution_options=READ_ONLY)
            # Its words are nobody's business: the error might carry them.
            log.error("Saved search %s could not be looked for: %s", one.id, type(error).__name__)
    session.rollback()
    return done


def waiting(session: Session, ids: Sequence[str], now: datetime) -> list[Waiting]:
    """What is due, read in a transaction that only reads and that stays open."""
    session.connection(execution_options=READ_ONLY)
    searches = [search for search in finding.those(session, ids) if search.sends]
    fresh = finding.fresh(session, searches, now)
    return [Waiting(one.id, one.version, one.asked, one.said, fresh[one.id]) for one in searches]


def new_for(engine: Engine, one: Waiting, now: datetime) -> list[Match]:
    """The new postings that the search holds, each with what the engine says of it, or else what was asked."""
    held: Mapping[str, Sequence[str]] = engine.among(query_of(one.asked), one.fresh, now) if one.fresh else {}
    asked = f"matches {one.said}" if one.said else ""
    return [Match(id, "; ".join(held[id]) or asked) for id in one.fresh if id in held]


def written(session: Session, looked: Sequence[Looked], board: News, now: datetime) -> int:
    """Write down how far it was looked and what is owed, all at once; one after another when one of them will not go."""
    try:
        return write(session, looked, board, now)
    except (StaleDataError, IntegrityError):
        session.rollback()  # another worker, or an owner, was faster
    return sum(written(session, [one], board, now) for one in looked) if len(looked) > 1 else 0


def write(session: Session, looked: Sequence[Looked], board: News, now: datetime) -> int:
    """One transaction. A search that was changed after it was read is left as it is: the next look finds it."""
    found = {one.id: one for one in looked}
    owed = [
        search.match(found[search.id].found, at=now, change=board.change)
        for search in finding.those(session, list(found), lock=True)
        if search.version == found[search.id].version and search.sends
    ]
    letters = [each for each in owed if each is not None]
    for line, rows in letters:
        session.add_all([line, *rows])
    session.commit()
    return len(letters)
