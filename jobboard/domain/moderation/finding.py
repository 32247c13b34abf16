"""Every question the moderation desk asks, each answered for the whole queue at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.accounts.user import User
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.specialty import Basis, FamilyShare
from jobboard.domain.diary import Event
from jobboard.domain.moderation.background import Background, Paid, Share, Sibling
from jobboard.domain.moderation.code_lens import FOREIGN, codes_named
from jobboard.domain.moderation.pay_band import middle
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed_among, waiting, whole
from jobboard.domain.postings.parts import SpecialtyTag
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status

QUEUE_LENGTH = 30
MOST_COMPARED, MOST_SIBLINGS = 1_000, 500
MANY = 5_000  # of a specialty, editions of every age: as long as to put these in order it takes to go through the newest of all
VISIBLE = 0.01  # of a specialty's work
ENOUGH_FAMILIES = 5
VERDICTS = ("approve", "ask_for_changes", "reject", "remove")


def queue(session: Session, limit: int = QUEUE_LENGTH) -> Sequence[Posting]:
    """What waits for a moderator, oldest first, with the edition to be judged whole."""
    found = (
        select(Posting)
        .where(waiting())
        .options(joinedload(Posting.employer), joinedload(Posting.claimed_by), whole("draft_edition"))
        .order_by(Posting.submitted_at, Posting.id)
        .limit(limit)
    )
    return session.scalars(found).all()


def background(session: Session, postings: Sequence[Posting], now: datetime) -> Background:
    """What is known around these postings, in a number of queries that does not grow with them."""
    editions = [posting.edition for posting in postings]
    families = {tag.family_id for edition in editions for tag in edition.families}
    specialties = {tag.specialty_id for edition in editions for tag in edition.specialties}
    employers = {posting.employer_id for posting in postings}
    named = {code for edition in editions for code in codes_named(f"{edition.title}\n{edition.description}")}
    return Background(
        shares=shares(session, families),
        measured=measured(session, specialties),
        paid=paid(session, specialties, now),
        siblings=siblings(session, employers, now),
        approved=approved(session, employers),
        codes=validity(session, named, now),
    )


def shares(session: Session, families: Iterable[int]) -> dict[int, list[Share]]:
    rows = session.scalars(select(FamilyShare).where(FamilyShare.family_id.in_(families)))
    found: dict[int, list[Share]] = defaultdict(list)
    for row in rows:
        usual = row.basis == Basis.EDITORIAL or row.weight >= VISIBLE
        found[row.family_id].append(Share(row.specialty_id, row.specialty.name, row.share, usual))
    return found


def measured(session: Session, specialties: Iterable[int]) -> frozenset[int]:
    """Those that Medicare pays for enough different work: facilities and hospitalists would only be misread."""
    asked = (
        select(FamilyShare.specialty_id)
        .where(
            FamilyShare.specialty_id.in_(specialties),
            FamilyShare.basis != Basis.EDITORIAL,
            FamilyShare.share >= FOREIGN,
        )
        .group_by(FamilyShare.specialty_id)
        .having(func.count() >= ENOUGH_FAMILIES)
    )
    return frozenset(session.scalars(asked))


def paid(session: Session, specialties: Collection[int], now: datetime) -> dict[int, list[Paid]]:
    """Hourly middles of listed postings by specialty, of the newest MOST_COMPARED that have one of these specialties."""
    newest = session.scalars(newest_of(session, specialties, now)).all()
    columns = Edition.posting_id, Edition.pay_min, Edition.pay_max, Edition.pay_unit
    asked = (
        select(SpecialtyTag.specialty_id, *columns)
        .join(Edition, Edition.id == SpecialtyTag.edition_id)
        .where(SpecialtyTag.edition_id.in_(newest), SpecialtyTag.specialty_id.in_(specialties))
    )
    found: dict[int, list[Paid]] = defaultdict(list)
    for specialty_id, posting_id, low, high, unit in session.execute(asked) if newest else ():
        figure = middle(low, high, unit)
        if figure is not None:
            found[specialty_id].append(Paid(posting_id, figure))
    return found


def newest_of(session: Session, specialties: Collection[int], now: datetime) -> Select[Any]:
    """The editions of the newest listed postings of these specialties. Where they are many, the newest of all are gone through
    until there are enough; where they are few, these few alone are put in order."""
    theirs = SpecialtyTag.specialty_id.in_(specialties)
    which: tuple[ColumnElement[bool], ...]
    if (session.scalar(select(func.count()).where(theirs)) or 0) < MANY:
        which = (Posting.live_edition_id.in_(select(SpecialtyTag.edition_id).where(theirs)),)
    else:
        has_one = exists().where(SpecialtyTag.edition_id == Posting.live_edition_id, theirs)
        which = Posting.status == Status.LIVE, has_one
    asked: Select[Any] = select(Posting.live_edition_id).where(*which, listed_among(now))
    return asked.order_by(Posting.first_published_at.desc()).limit(MOST_COMPARED)


def siblings(session: Session, employers: Collection[str], now: datetime) -> dict[str, list[Sibling]]:
    """What these employers have listed, of all of them the newest. Since when the last of those is shown is asked first, of an
    index alone: whole texts would be put in order otherwise."""
    theirs = and_(Posting.employer_id.in_(employers), listed_among(now))
    newest = Posting.first_published_at.desc()
    last = (
        select(Posting.first_published_at).where(theirs).order_by(newest).offset(MOST_SIBLINGS - 1).limit(1)
    )
    since = session.scalar(last)
    asked = (
        select(Posting.employer_id, Posting.id, Edition.title, Edition.description)
        .join(Edition, Posting.live_edition_id == Edition.id)
        .where(theirs, *([] if since is None else [Posting.first_published_at >= since]))
        .order_by(newest)
        .limit(MOST_SIBLINGS)
    )
    found: dict[str, list[Sibling]] = defaultdict(list)
    for employer_id, posting_id, title, text in session.execute(asked):
        found[employer_id].append(Sibling(posting_id, title, text))
    return found


def approved(session: Session, employers: Iterable[str]) -> dict[str, int]:
    """Employer id -> how many of its postings were ever published."""
    asked = (
        select(Posting.employer_id, func.count())
        .where(Posting.employer_id.in_(employers), Posting.first_published_at.is_not(None))
        .group_by(Posting.employer_id)
    )
    return {employer_id: count for employer_id, count in session.execute(asked)}


def validity(session: Session, named: Iterable[str], now: datetime) -> dict[str, bool]:
    """Code as written -> whether it is valid today; codes no release knows are left out."""
    found = session.scalars(select(Code).where(Code.code.in_(named)))
    return {code.code: code.is_valid(now.date()) for code in found}


class Decision(NamedTuple):
    event: Event
    posting: Posting
    moderator: User | None


def decisions(session: Session, *, page: int = 1, size: int = 50) -> list[Decision]:
    """One page of what moderators decided, newest first."""
    asked = (
        select(Event, Posting, User)
        .join(Posting, Posting.id == Event.posting_id)
        .outerjoin(User, User.id == Event.by_id)
        .where(*verdicts())
        .options(
            joinedload(Posting.employer), joinedload(Posting.live_edition), joinedload(Posting.draft_edition)
        )
        .order_by(Event.at.desc(), Event.id.desc())
        .limit(size)
        .offset((page - 1) * size)
    )
    return [Decision(*row) for row in session.execute(asked).unique()]


def count_decisions(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Event).where(*verdicts())) or 0


def verdicts() -> tuple[ColumnElement[bool], ...]:
    return Event.noun == "posting", Event.verb.in_(VERDICTS)
