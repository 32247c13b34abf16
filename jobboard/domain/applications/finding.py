"""Every question asked of applications."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from jobboard.domain.applications.application import Application
from jobboard.domain.applications.lifecycle import OPEN, Stage
from jobboard.domain.applications.resume import Resume
from jobboard.domain.diary import Event
from jobboard.domain.postings.edition import LISTS, Edition
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
    """What a posting has received, by date, with posting, coder and resume."""
    found = (
        select(Application)
        .where(Application.posting_id == posting_id)
        .options(*(joinedload(part) for part in (Application.posting, Application.coder, Application.resume)))
        .order_by(Application.sent_at)
    )
    return session.scalars(found).all()


def counts_by_posting(session: Session, ids: Collection[str]) -> dict[str, int]:
    """Posting id -> number of applications, of these postings."""
    found = (
        select(Application.posting_id, func.count())
        .where(Application.posting_id.in_(ids))
        .group_by(Application.posting_id)
    )
    return {posting_id: count for posting_id, count in session.execute(found)}


def count_of_posting(session: Session, posting_id: str) -> int:
    found = select(func.count()).select_from(Application).where(Application.posting_id == posting_id)
    return session.scalar(found) or 0


def diary(session: Session, application_id: str) -> Sequence[Event]:
    found = select(Event).where(Event.application_id == application_id).order_by(Event.at, Event.id)
    return session.scalars(found).all()


def under_way(session: Session, coder_id: str) -> dict[Stage, int]:
    """How many of a coder's applications stand at each stage that is not an end, furthest first."""
    found = (
        select(Application.stage, func.count())
        .where(Application.coder_id == coder_id, Application.stage.in_(OPEN))
        .group_by(Application.stage)
    )
    counts = {stage: count for stage, count in session.execute(found)}
    return {stage: counts[stage] for stage in reversed(OPEN) if stage in counts}


def edition_answered(session: Session, application: Application) -> Edition:
    """The wording the coder answered to, whole; it is kept as it was shown."""
    parts = (selectinload(getattr(Edition, name)) for name in LISTS)
    return session.scalars(select(Edition).where(Edition.id == application.edition_id).options(*parts)).one()


# ---- resumes


def resume_by_id(session: Session, id: str) -> Resume | None:
    return session.get(Resume, id)


def resumes_of(session: Session, coder_id: str) -> Sequence[Resume]:
    """What a coder keeps here, newest first."""
    found = select(Resume).where(Resume.coder_id == coder_id).order_by(Resume.stored_at.desc(), Resume.id)
    return session.scalars(found).all()


def same_resume(session: Session, coder_id: str, sha256: str) -> Resume | None:
    """The coder's resume with the same bytes, if it is kept already."""
    found = select(Resume).where(Resume.coder_id == coder_id, Resume.sha256 == sha256)
    return session.scalars(found).first()


def uses_of_resumes(session: Session, coder_id: str) -> dict[str, int]:
    """Resume id -> in how many applications it went out; those that never went out are not in it."""
    found = (
        select(Application.resume_id, func.count())
        .where(Application.coder_id == coder_id)
        .group_by(Application.resume_id)
    )
    return {resume_id: count for resume_id, count in session.execute(found)}


def stored_names(session: Session) -> set[str]:
    """The names of all files that a row still needs."""
    return set(session.scalars(select(Resume.stored_name)))
