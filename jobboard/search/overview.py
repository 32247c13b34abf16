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
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed, reviewed
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
    promises = (
        base(
            Edition.response_days,
            func.count(),
            func.count(Edition.pay_max),
            func.count().filter(reviewed()),
        )
        .where(listed(now))
        .group_by(Edition.response_days)
    )
    rows = session.execute(promises).all()
    _, jobs, with_pay, read = zip(*rows, strict=True) if rows else ((), (), (), ())
    days = {promised: count for promised, count, *_ in rows if promised is not None}
    return Figures(sum(jobs), sum(with_pay), sum(read), middle_promise(days, sum(jobs)))


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


def oldest(session: Session, now: datetime, start: int, count: int) -> Sequence[str]:
    """Ids of listed postings in the order in which they were first published, so many from that place on."""
    found = select(Posting.id).where(listed(now)).order_by(Posting.first_published_at, Posting.id)
    return session.scalars(found.offset(start).limit(count)).all()


def hiring(session: Session, now: datetime) -> dict[str, int]:
    """Slug -> listed postings, of the employers who have one."""
    jobs = base(Employer.slug, func.count()).where(listed(now)).group_by(Employer.slug)
    return {slug: count for slug, count in session.execute(jobs)}


def companies(session: Session, jobs: Mapping[str, int]) -> Sequence[tuple[Employer, int]]:
    """Those employers by name, each with its jobs."""
    found = session.scalars(select(Employer).order_by(Employer.name))
    return [(employer, jobs[employer.slug]) for employer in found if employer.slug in jobs]


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
