"""Every question asked of postings, with what each answer needs loaded."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Case, ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Load, Session, joinedload, selectinload

from jobboard.domain.accounts.user import User
from jobboard.domain.diary import Event
from jobboard.domain.postings.edition import LISTS, Edition
from jobboard.domain.postings.lifecycle import PUBLISHED
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.standing import OF_STATUS, Standing
from jobboard.domain.postings.terms import ChangeStage, Status


def listed(now: datetime) -> ColumnElement[bool]:
    """The one predicate of what the public sees; `Posting.is_listed` says the same in Python."""
    return and_(Posting.status == Status.LIVE, Posting.opens_at <= now, Posting.closes_at > now)


def listed_among(now: datetime) -> ColumnElement[bool]:
    """The same for a question that names its postings: one value, for SQLite would else begin with all that ever opened."""
    return case((listed(now), True), else_=False)


def reviewed() -> ColumnElement[bool]:
    """A person read it and let it be listed."""
    read = exists().where(Event.posting_id == Posting.id, Event.noun == "posting", Event.verb == "approve")
    return read.correlate(Posting)


def whole(which: str) -> Load:
    """Load an edition (`live_edition` or `draft_edition`) with all its parts."""
    parts = (selectinload(getattr(Edition, name)) for name in LISTS)
    return Load(Posting).selectinload(getattr(Posting, which)).options(*parts)


def by_id(session: Session, id: str) -> Posting | None:
    """One posting with its employer and both editions, whole."""
    found = (
        select(Posting)
        .where(Posting.id == id)
        .options(
            joinedload(Posting.employer),
            joinedload(Posting.claimed_by),
            whole("live_edition"),
            whole("draft_edition"),
        )
    )
    return session.scalar(found)


def headlines() -> Select[Posting]:
    """Postings with their employer and both editions, without the parts of those."""
    return select(Posting).options(
        joinedload(Posting.employer), joinedload(Posting.live_edition), joinedload(Posting.draft_edition)
    )


def headline(session: Session, id: str) -> Posting | None:
    """One posting as letters speak of it: its title, its dates and its employer."""
    return session.scalar(headlines().where(Posting.id == id))


def standing(now: datetime) -> Case[int]:
    """The place of a posting's `Standing` among all of them, as `standing_of` tells it in Python."""
    places = {one: place for place, one in enumerate(Standing)}
    denied = or_(Posting.status == Status.NEEDS_CHANGES, Posting.change == ChangeStage.NEEDS_CHANGES)
    expired = and_(Posting.status.in_(PUBLISHED), Posting.closes_at <= now)
    by_status = [(Posting.status == status, places[one]) for status, one in OF_STATUS.items()]
    return case(
        (denied, places[Standing.NEEDS_CHANGES]),
        (expired, places[Standing.EXPIRED]),
        *by_status,
        else_=places[Standing.CLOSED],
    )


def count_by_standing(session: Session, employer_id: str, now: datetime) -> dict[Standing, int]:
    """How many of an employer's postings stand so, in the order of its desk; who has none is left out."""
    place = standing(now).label("place")
    asked = (
        select(place, func.count()).where(Posting.employer_id == employer_id).group_by(place).order_by(place)
    )
    every = list(Standing)
    return {every[place]: count for place, count in session.execute(asked)}


def of_employer(
    session: Session, employer_id: str, now: datetime, only: Standing | None, size: int, start: int = 0
) -> Sequence[Posting]:
    """So many postings of an employer from that place on, by what needs doing, then the newest first, with the headline of
    each edition."""
    place = standing(now)
    asked = select(Posting.id).where(Posting.employer_id == employer_id)
    if only is not None:
        asked = asked.where(place == list(Standing).index(only))
    ids = session.scalars(
        asked.order_by(place, Posting.created_at.desc(), Posting.id).limit(size).offset(start)
    ).all()
    found = {one.id: one for one in session.scalars(headlines().where(Posting.id.in_(ids))).unique()}
    return [found[id] for id in ids]


def last_sent(session: Session, employer_id: str) -> Edition | None:
    """What an employer sent for review most recently, whole; None before its first posting."""
    found = (
        select(Posting)
        .where(Posting.employer_id == employer_id, Posting.submitted_at.is_not(None))
        .options(whole("live_edition"), whole("draft_edition"))
        .order_by(Posting.submitted_at.desc())
        .limit(1)
    )
    posting = session.scalar(found)
    return posting.edition if posting else None


def waiting() -> ColumnElement[bool]:
    return or_(Posting.status == Status.IN_REVIEW, Posting.change == ChangeStage.IN_REVIEW)


def count_waiting(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Posting).where(waiting())) or 0


def diary(session: Session, posting_id: str) -> Sequence[Event]:
    """Everything that happened to a posting, oldest first."""
    found = (
        select(Event)
        .where(Event.posting_id == posting_id, Event.noun == "posting")
        .order_by(Event.at, Event.id)
    )
    return session.scalars(found).all()


def last_words(session: Session, ids: Collection[str]) -> dict[str, Event]:
    """Posting id -> the last time a moderator asked for changes, of these postings."""
    asked = (
        select(Event)
        .where(Event.posting_id.in_(ids), Event.noun == "posting", Event.verb == "ask_for_changes")
        .order_by(Event.at, Event.id)
    )
    return {line.posting_id: line for line in session.scalars(asked) if line.posting_id}


def people_in(session: Session, lines: Iterable[Event]) -> dict[str, str]:
    """User id -> name, for everybody who wrote one of these lines of a diary."""
    ids = {line.by_id for line in lines if line.by_id}
    found = select(User.id, User.name).where(User.id.in_(ids))
    return {id: name for id, name in session.execute(found)}
