"""Every question asked of applications."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from jobboard.domain.applications.application import Application
from jobboard.domain.diary import Event
from jobboard.domain.postings.finding import whole
from jobboard.domain.postings.posting import Posting


def by_id(session: Session, id: str) -> Application | None:
    """One application with its posting (both editions whole), coder, resume and answers."""
    posting = joinedload(Application.posting)
    found = (
        select(Application)
        .where(Application.id == id)
        .options(
            posting.joinedload(Posting.employer),
            posting.options(whole("live_edition"), whole("draft_edition")),
            joinedload(Application.coder),
            joinedload(Application.resume),
            selectinload(Application.answers),
        )
    )
    return session.scalar(found)


def earlier(session: Session, *, coder_id: str, posting_id: str) -> Application | None:
    """The application this coder has already sent to this posting, if any."""
    return session.scalar(
        select(Application).where(Application.coder_id == coder_id, Application.posting_id == posting_id)
    )


def of_coder(session: Session, coder_id: str) -> Sequence[Application]:
    """What a coder has sent, newest first, with the posting's headline and its employer."""
    posting = joinedload(Application.posting)
    found = (
        select(Application)
        .where(Application.coder_id == coder_id)
        .options(posting.joinedload(Posting.employer), posting.joinedload(Posting.live_edition))
        .order_by(Application.sent_at.desc())
    )
    return session.scalars(found).unique().all()


def of_posting(session: Session, posting_id: str) -> Sequence[Application]:
    """What a posting has received, by date, with coder and resume."""
    found = (
        select(Application)
        .where(Application.posting_id == posting_id)
        .options(joinedload(Application.coder), joinedload(Application.resume))
        .order_by(Application.sent_at)
    )
    return session.scalars(found).all()


def counts_by_posting(session: Session, employer_id: str) -> dict[str, int]:
    """Posting id -> number of applications, for one employer's desk."""
    found = (
        select(Application.posting_id, func.count())
        .join(Posting)
        .where(Posting.employer_id == employer_id)
        .group_by(Application.posting_id)
    )
    return {posting_id: count for posting_id, count in session.execute(found)}


def count_of_posting(session: Session, posting_id: str) -> int:
    found = select(func.count()).select_from(Application).where(Application.posting_id == posting_id)
    return session.scalar(found) or 0


def diary(session: Session, application_id: str) -> Sequence[Event]:
    found = select(Event).where(Event.application_id == application_id).order_by(Event.at, Event.id)
    return session.scalars(found).all()
