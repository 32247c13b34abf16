"""Sends what the diary still owes. Any number of workers may do this at once; a letter is sent at least once.

A line is leased for a few minutes. A worker that dies leaves its lease to run out; then another sends what is
missing, with the same Message-ID.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.domain.outbox import finding
from jobboard.mail import messages, post
from jobboard.mail.smtp import PostClosed, TryLater, Undeliverable
from jobboard.work.turn import READ_ONLY, Clock, Turn

log = logging.getLogger(__name__)

Line = tuple[str, str, str]


def deliver(session: Session, now: Clock, stop: Callable[[], bool] = lambda: False) -> int:
    """Send what may be sent now; how many letters went. `stop` is asked between two lines of the diary.

    Needs an application context. Ends early when the post is closed: the next call tries again.
    """
    sent = 0
    while not stop() and (waiting := look(session, now())):
        settle_silent(session, waiting, now())
        for id, noun, verb in waiting:
            if stop() or not messages.has_letters(noun, verb):
                continue
            went, is_open = deliver_line(Turn(session, id, now))
            sent += went
            if not is_open:
                return sent
    return sent


def look(session: Session, now: datetime) -> list[Line]:
    """What is due. Only reads: an idle worker never stands in a writer's way."""
    session.connection(execution_options=READ_ONLY)
    found = list(finding.due(session, now))
    session.rollback()
    return found


def settle_silent(session: Session, waiting: list[Line], now: datetime) -> None:
    silent = [id for id, noun, verb in waiting if not messages.has_letters(noun, verb)]
    if silent:
        finding.settle(session, silent, now)
        session.commit()


def deliver_line(turn: Turn) -> tuple[int, bool]:
    """Send the letters of one line; how many went, and whether the post is open for others."""
    if not turn.begin():
        return 0, True
    sent = 0
    try:
        for went in send_missing(turn):
            sent += went
    except Exception as error:
        turn.put_back(error)
        return sent, not isinstance(error, PostClosed)
    return sent, True


def send_missing(turn: Turn) -> Iterator[bool]:
    """Send each letter that is not gone yet; True for each that went. Raises what leaves the line for later.

    One mailbox that cannot take its letter now does not hold up the others.
    """
    later = None
    for letter in turn.missing():
        refused = None
        try:
            post.send(letter, turn.now())
        except PostClosed:
            raise
        except TryLater as error:
            later = error
            continue
        except Undeliverable as error:
            refused = str(error)
            log.warning("Letter %s will not arrive: %s", letter.id, refused)
        yield refused is None
        if not turn.note(letter, refused):
            return
    if later is not None:
        raise later
    turn.finish()
