"""The search engine that is the database itself: nothing to keep in step, nothing to prepare. It finds and
orders, but does not count what each further choice would leave."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, literal, select
from sqlalchemy.orm import Session

from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import FamilyTag, SpecialtyTag
from jobboard.domain.postings.posting import Posting
from jobboard.search.engine import PAGE_SIZE, Result, Suggestion
from jobboard.search.matching import base, coverage, matching, said_words
from jobboard.search.options import uncounted
from jobboard.search.query import Query
from jobboard.search.reading import Reading, understand
from jobboard.search.reasons import Tagged, reasons
from jobboard.search.spelling import did_you_mean
from jobboard.search.words import relevance


class SqlEngine:
    """Searches the board through one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def search(self, query: Query, now: datetime) -> Result:
        reading = understand(self.session, query, now.date())
        wanted = matching(self.session, reading, now)
        total = self.session.scalar(base(func.count()).where(wanted)) or 0
        ids = self.page(reading, base(Posting.id).where(wanted)) if total else []
        return Result(
            reading=reading,
            total=total,
            ids=ids,
            reasons=reasons(reading, tagged(self.session, reading, ids)),
            facets=uncounted(self.session, reading),
            did_you_mean=did_you_mean(self.session, reading) if not total else None,
        )

    def suggest(self, text: str, now: datetime) -> list[Suggestion]:
        """Nothing: looking through every posting at each letter would cost more than it helps."""
        return []

    def page(self, reading: Reading, found: Select[Any]) -> list[str]:
        found = in_order(found, reading).offset((reading.query.page - 1) * PAGE_SIZE).limit(PAGE_SIZE)
        return list(self.session.scalars(found))


def tagged(session: Session, reading: Reading, ids: Sequence[str]) -> dict[str, Tagged]:
    """What postings are tagged with, when that is why they were found."""
    if not reading.codes:
        return {}
    families = _tags(session, FamilyTag, FamilyTag.family_id, ids)
    specialties = _tags(session, SpecialtyTag, SpecialtyTag.specialty_id, ids)
    return {id: Tagged(families[id], specialties[id]) for id in ids}


def _tags(session: Session, part: Any, key: Any, ids: Sequence[str]) -> dict[str, set[int]]:
    rows = select(Posting.id, key).join(part, part.edition_id == Posting.live_edition_id)
    found: dict[str, set[int]] = {id: set() for id in ids}
    for id, value in session.execute(rows.where(Posting.id.in_(ids))):
        found[id].add(value)
    return found


def in_order(found: Select[Any], reading: Reading) -> Select[Any]:
    """The order that was asked for; equal ones by when they were first published, then by id, so that pages never overlap."""
    sort = reading.query.sort
    if sort == "pay":
        found = found.order_by(func.coalesce(Edition.hourly_max, 0).desc())
    elif sort == "closing":
        found = found.order_by(Posting.closes_at)
    elif sort == "best":
        found = by_match(found, reading)
    return found.order_by(Posting.first_published_at.desc(), Posting.id)


def by_match(found: Select[Any], reading: Reading) -> Select[Any]:
    if reading.code is not None:
        covering = coverage(reading)
        last = literal(len(reading.code.chain) + 1)
        found = found.outerjoin(covering, covering.c.edition_id == Edition.id).order_by(
            func.coalesce(covering.c.narrowness, last), func.coalesce(covering.c.share, 0).desc()
        )
    if words := said_words(reading):
        found = found.order_by(relevance(words).desc())
    return found
