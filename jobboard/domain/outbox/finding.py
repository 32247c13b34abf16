"""Every question asked of the outbox, and the few updates that hand a line from one worker to the next.

A line is taken by one UPDATE that compares what it changes: of two workers that try, one wins. `leased_until` keeps
others away while letters are sent, and after a failure until the next try.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, Update, or_, select, update
from sqlalchemy.orm import Session

from jobboard.domain.diary import Event
from jobboard.domain.outbox.delivery import Delivery

MOST_TRIES = 8


def due(session: Session, now: datetime, *, limit: int = 50) -> Sequence[tuple[str, str, str]]:
    """(id, noun, verb) of the oldest lines that nobody is sending and that may be tried now."""
    found = (
        select(Event.id, Event.noun, Event.verb)
        .where(Event.mailed_at.is_(None), Event.tries < MOST_TRIES)
        .where(or_(Event.leased_until.is_(None), Event.leased_until <= now))
        .order_by(Event.at, Event.id)
        .limit(limit)
    )
    return [(id, noun, verb) for id, noun, verb in session.execute(found)]


def settle(session: Session, ids: Collection[str], now: datetime) -> None:
    """These lines owe nothing."""
    session.execute(changing(update(Event).where(Event.id.in_(ids)).values(mailed_at=now, leased_until=None)))


def lease(session: Session, id: str, now: datetime, until: datetime) -> bool:
    """Take a line until then and count the try. False when another worker was faster."""
    free = or_(Event.leased_until.is_(None), Event.leased_until <= now)
    mine = update(Event).where(Event.id == id, Event.mailed_at.is_(None), Event.tries < MOST_TRIES, free)
    return changed(session, mine.values(leased_until=until, tries=Event.tries + 1))


def prolong(session: Session, id: str, held: datetime, until: datetime) -> bool:
    """Keep a line that is held until `held`. False when the lease ran out and another worker has taken it."""
    mine = update(Event).where(Event.id == id, Event.mailed_at.is_(None), Event.leased_until == held)
    return changed(session, mine.values(leased_until=until))


def finish(session: Session, id: str, held: datetime, now: datetime) -> bool:
    """All letters of a line are gone."""
    mine = update(Event).where(Event.id == id, Event.leased_until == held)
    return changed(session, mine.values(mailed_at=now, leased_until=None))


def event(session: Session, id: str) -> Event:
    return session.scalars(select(Event).where(Event.id == id)).one()


def sent_of(session: Session, event_id: str) -> set[str]:
    """Ids of the letters of a line that are gone or were refused for good."""
    return set(session.scalars(select(Delivery.letter_id).where(Delivery.event_id == event_id)))


def unpark(session: Session) -> int:
    """Begin anew with the parked lines. How many there were."""
    parked = update(Event).where(Event.mailed_at.is_(None), Event.tries >= MOST_TRIES)
    return rows(session, parked.values(tries=0, leased_until=None))


def changed(session: Session, statement: Update) -> bool:
    return rows(session, statement) == 1


def rows(session: Session, statement: Update) -> int:
    result: CursorResult[Any] = session.execute(changing(statement))  # type: ignore[assignment]
    return result.rowcount


def changing(statement: Update) -> Update:
    return statement.execution_options(synchronize_session=False)
