"""How long after its commit a change is seen: one posting is paused and resumed by its own verbs, and searched for."""

from datetime import datetime
from time import monotonic, sleep
from typing import Any

from benchmarks.entries import Question
from jobboard.search.query import Query

LOOK_EVERY = 0.002
PATIENCE = 60.0


def change() -> float:
    """Pause the first posting, or let it go on. The moment of the commit, by a clock that all processes share."""
    from sqlalchemy import select
    from sqlalchemy.orm import Session

    from jobboard.clock import now
    from jobboard.domain.accounts.user import User
    from jobboard.domain.postings.terms import Status
    from jobboard.extensions import db

    with Session(db.engine) as session:
        posting, by = the_posting(session), session.scalars(select(User)).first()
        assert by is not None
        verb = posting.pause if posting.status == Status.LIVE else posting.resume
        session.add(verb(by=by, at=now()))
        session.commit()
    return monotonic()


def question(session: Any) -> Question:
    """The jobs of the employer whose posting changes."""
    return Question(Query(employer=(the_posting(session).employer.slug,)))


def watch(ours: Any, total: int, now: datetime) -> float:
    """Search again and again, as visitors do, until so many are found. The moment it was."""
    asked, began = question(ours.session), monotonic()
    while ours.search(asked, now) != total:
        if monotonic() - began > PATIENCE:
            raise TimeoutError("The change was not seen.")
        sleep(LOOK_EVERY)
        ours.session.rollback()
    return monotonic()


def the_posting(session: Any) -> Any:
    """The first of the board that is live or paused."""
    from sqlalchemy import select
    from sqlalchemy.orm import joinedload

    from jobboard.domain.postings.posting import Posting
    from jobboard.domain.postings.terms import Status

    could = select(Posting).where(
        Posting.status.in_([Status.LIVE, Status.PAUSED]), Posting.closes_at.is_not(None)
    )
    return session.scalars(
        could.order_by(Posting.closes_at.desc(), Posting.id).options(joinedload(Posting.employer))
    ).first()
