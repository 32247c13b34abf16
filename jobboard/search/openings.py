"""The open jobs behind a page of the code sets: how many, the best few, what they pay, how many employers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Any

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.parts import CredentialTag, FamilyTag, SpecialtyTag
from jobboard.domain.postings.pay import CENT, HOURS_A_YEAR
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import CredentialNeed
from jobboard.search.matching import base, covering

FEWEST_PAID = 3


@dataclass(frozen=True)
class Span:
    """US dollars: the least and the most that any of the jobs names, and the middle of their ranges' middles."""

    low: Decimal
    median: Decimal
    high: Decimal


@dataclass(frozen=True)
class Pay:
    """What `jobs` of the postings state, compared on one hourly figure (2,080 hours a year). Piece pay is left out."""

    hourly: Span
    yearly: Span
    jobs: int


@dataclass(frozen=True)
class Openings:
    """`ids`: the best few postings, in order. `pay` is None where fewer than three postings state it by time."""

    total: int
    ids: tuple[str, ...]
    employers: int
    pay: Pay | None


NONE = Openings(0, (), 0, None)


def openings(session: Session, family_ids: Sequence[int], now: datetime, limit: int = 5) -> Openings:
    """Jobs listed at `now` that are tagged with one of the families. For a code, pass its chain, narrowest first:
    the narrowest tag leads, then the larger share of the work, then the newest."""
    if not family_ids:
        return NONE
    tags = covering(family_ids)
    return _openings(session, tags, (tags.c.narrowness, tags.c.share.desc()), now, limit)


def openings_within(session: Session, family: Family, now: datetime, limit: int = 5) -> Openings:
    """Jobs tagged with the family or one inside it; those that do most of it lead. The same jobs as `/jobs?family=`."""
    inside = select(Family.id).where(Family.path.startswith(family.path, autoescape=True))
    share = func.sum(func.coalesce(FamilyTag.share, 0)).label("share")
    tags = select(FamilyTag.edition_id, share).where(FamilyTag.family_id.in_(inside))
    found = tags.group_by(FamilyTag.edition_id).subquery()
    return _openings(session, found, (found.c.share.desc(),), now, limit)


def openings_in(session: Session, specialty: Specialty, now: datetime, limit: int = 5) -> Openings:
    """Jobs of a specialty, newest first."""
    tags = select(SpecialtyTag.edition_id).where(SpecialtyTag.specialty_id == specialty.id).subquery()
    return _openings(session, tags, (), now, limit)


def openings_asking(
    session: Session,
    credential: Credential,
    now: datetime,
    *,
    needs: Sequence[CredentialNeed] = (),
    limit: int = 5,
) -> Openings:
    """Jobs that name a credential, newest first: in one of the ways in `needs`, or in any when none is given."""
    tags = select(CredentialTag.edition_id).where(CredentialTag.credential_id == credential.id)
    if needs:
        tags = tags.where(CredentialTag.need.in_(needs))
    return _openings(session, tags.group_by(CredentialTag.edition_id).subquery(), (), now, limit)


def _openings(
    session: Session, tags: Subquery, first: Sequence[ColumnElement[Any]], now: datetime, limit: int
) -> Openings:
    """`tags`: one row for each edition that counts. `first`: the order, before the newest."""
    columns = (Posting.id, Posting.employer_id, Edition.hourly_min, Edition.hourly_max)
    found = base(*columns).join(tags, tags.c.edition_id == Edition.id).where(listed(now))
    rows = session.execute(found.order_by(*first, Posting.first_published_at.desc(), Posting.id)).all()
    ids = tuple(row.id for row in rows[:limit])
    ranges = [(row.hourly_min, row.hourly_max) for row in rows if row.hourly_max is not None]
    return Openings(len(rows), ids, len({row.employer_id for row in rows}), _pay(ranges))


def _pay(ranges: Sequence[tuple[Decimal, Decimal]]) -> Pay | None:
    if len(ranges) < FEWEST_PAID:
        return None
    low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
    return pay_of(low, median((low + high) / 2 for low, high in ranges), high, len(ranges))


def pay_of(low: Decimal, middle: Decimal, high: Decimal, jobs: int) -> Pay:
    """Dollars an hour of so many jobs: the least, the middle of their middles, the most."""
    hourly = [value.quantize(CENT, ROUND_HALF_UP) for value in (low, middle, high)]
    yearly = [(value * HOURS_A_YEAR).quantize(Decimal(1), ROUND_HALF_UP) for value in (low, middle, high)]
    return Pay(Span(*hourly), Span(*yearly), jobs)
