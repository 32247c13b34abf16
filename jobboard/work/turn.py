"""One worker's turn at one line of the diary: held for a few minutes, held longer as letters go, then given up."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from jobboard.domain.outbox import finding
from jobboard.domain.outbox.delivery import Delivery
from jobboard.domain.searches import finding as searches
from jobboard.mail import messages
from jobboard.mail.letter import Letter
from jobboard.mail.smtp import Undelivered

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=12)
READ_ONLY = {"begin": "DEFERRED"}

Clock = Callable[[], datetime]


class Turn:
    """Every step is a short transaction of its own: none is open while a mail server is talked to."""

    def __init__(self, session: Session, id: str, now: Clock) -> None:
        self.session, self.id, self.now = session, id, now
        self.held = now() + LEASE

    def begin(self) -> bool:
        """Take the line. False when another worker was faster."""
        taken = finding.lease(self.session, self.id, self.now(), self.held)
        self.session.commit()
        return taken

    def missing(self) -> list[Letter]:
        """The letters of the line that are not gone, composed from the records as they are now. Only reads."""
        self.session.connection(execution_options=READ_ONLY)
        gone = finding.sent_of(self.session, self.id)
        composed = messages.letters_for(self.session, finding.event(self.session, self.id))
        self.session.rollback()
        return [letter for letter in composed if letter.id not in gone]

    def note(self, letter: Letter, refused: str | None = None) -> bool:
        """Write down that a letter is gone and hold the line longer; a mailbox that refuses it for good gets no more
        letters about new jobs. False when another worker has taken it."""
        until = self.now() + LEASE
        mine = finding.prolong(self.session, self.id, self.held, until)
        if mine:
            self.held = until
            cut = refused[:300] if refused else None
            if refused:
                searches.suppress(self.session, letter.to.email, refused, self.now())
            self.session.add(Delivery(letter_id=letter.id, event_id=self.id, at=self.now(), refused=cut))
        self.session.commit()
        return mine

    def finish(self) -> None:
        finding.finish(self.session, self.id, self.held, self.now())
        self.session.commit()

    def put_back(self, error: Exception) -> None:
        """Leave the line for later, each time longer; after the last try it waits for a person."""
        self.session.rollback()
        tries = finding.event(self.session, self.id).tries
        finding.prolong(self.session, self.id, self.held, self.now() + pause(tries))
        self.session.commit()
        trace = None if isinstance(error, Undelivered) else error
        if tries < finding.MOST_TRIES:
            log.warning("Line %s, try %d failed: %s", self.id, tries, error, exc_info=trace)
        else:
            log.error("Line %s is parked after %d tries: %s", self.id, tries, error, exc_info=trace)


def pause(tries: int) -> timedelta:
    """One minute, then four times as long each time, half a day at most."""
    growth: int = 4 ** (tries - 1)
    return min(FIRST_PAUSE * growth, LONGEST_PAUSE)
