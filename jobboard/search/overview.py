"""The board in figures and lists: what the front page, the companies and the ended page tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple

from sqlalchemy import and_, func, not_, select
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.diary import Event
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.parts import SpecialtyTag
from jobboard.domain.postings.posting import Posting
from jobboard.search.matching import base


@dataclass(frozen=True)
class Figures:
    """True numbers of what is listed now. `answer_days`: the longest promise that half of the postings keep within."""

    jobs: int
    with_pay: int
    reviewed: int
    answer_days: int | None


class Count(NamedTuple):
    slug: str
    name: str
    jobs: int


def figures(session: Session, now: datetime) -> Figures:
    """Read in one walk: how many promise an answer within how many days, and of those how many say what they pay."""
    read_by_somebody = select(Event.posting_id).where(Event.noun == "posting", Event.verb == "approve")
    promises = (
        base(
            Edition.response_days,
            func.count(),
            func.count(Edition.pay_max),
            func.count().filter(Posting.id.in_(read_by_somebody)),
        )
        .where(listed(now))
        .group_by(Edition.response_days)
    )
    rows = session.execute(promises).all()
    _, jobs, with_pay, reviewed = zip(*rows, strict=True) if rows else ((), (), (), ())
    days = {promised: count for promised, count, *_ in rows if promised is not None}
    return Figures(sum(jobs), sum(with_pay), sum(reviewed), middle_promise(days, sum(jobs)))


def middle_promise(days: Mapping[int, int], jobs: int) -> int | None:
    """The days within which half of all jobs promise an answer; None when fewer than half promise any."""
    reached = accumulate(days[promised] for promised in sorted(days))
    return next((day for day, many in zip(sorted(days), reached, strict=True) if many > jobs // 2), None)


def specialties(session: Session, now: datetime) -> Sequence[Count]:
    """Specialties with a listed posting, most postings first."""
    jobs = func.count().label("jobs")
    rows = session.execute(
        base(Specialty.slug, Specialty.name, jobs)
        .join(SpecialtyTag, SpecialtyTag.edition_id == Edition.id)
        .join(Specialty, Specialty.id == SpecialtyTag.specialty_id)
        .where(listed(now))
        .group_by(Specialty.slug, Specialty.name)
        .order_by(jobs.desc(), Specialty.name)
    )
    return [Count(*row) for row in rows]


def newest(session: Session, now: datetime, limit: int) -> Sequence[str]:
    found = (
        select(Posting.id)
        .where(listed(now))
        .order_by(Posting.first_published_at.desc(), Posting.id)
        .limit(limit)
    )
    return session.scalars(found).all()


def companies(session: Session, now: datetime) -> Sequence[tuple[Employer, int]]:
    """Employers with a listed posting, by name, each with how many."""
    jobs = (
        select(Posting.employer_id, func.count().label("jobs"))
        .where(listed(now))
        .group_by(Posting.employer_id)
        .subquery()
    )
    found = (
        select(Employer, jobs.c.jobs).join(jobs, jobs.c.employer_id == Employer.id).order_by(Employer.name)
    )
    return [(employer, count) for employer, count in session.execute(found)]


def of_company(session: Session, employer_id: str, now: datetime) -> Sequence[str]:
    """Ids of an employer's listed postings, newest first."""
    found = select(Posting.id).where(Posting.employer_id == employer_id, listed(now))
    return session.scalars(found.order_by(Posting.first_published_at.desc(), Posting.id)).all()


def was_approved(session: Session, employer_id: str) -> bool:
    """Whether a moderator ever approved a posting of this employer."""
    approved = select(Posting.id).where(
        Posting.employer_id == employer_id, Posting.first_published_at.is_not(None)
    )
    return session.scalar(approved.limit(1)) is not None


def ended(session: Session, id: str, now: datetime) -> str | None:
    """The last public edition of a posting that was listed once and is not now; None for every other."""
    once = and_(Posting.first_published_at.is_not(None), Posting.opens_at <= now)
    found = select(Posting.live_edition_id).where(Posting.id == id, once, not_(listed(now)))
    return session.scalar(found)
