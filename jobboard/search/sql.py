"""The search engine that is the database itself: nothing to keep in step, quick enough for thousands of postings."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, literal
from sqlalchemy.orm import Session

from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.search.engine import PAGE_SIZE, Result
from jobboard.search.facets import Counter
from jobboard.search.matching import base, coverage, matching, says
from jobboard.search.query import Query
from jobboard.search.reading import Reading, understand
from jobboard.search.reasons import reasons
from jobboard.search.spelling import did_you_mean
from jobboard.search.words import relevance

MOST_NAMED = 2000


class SqlEngine:
    """Searches the board through one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def index(self, ids: Iterable[str]) -> None:
        """The database is the index."""

    def remove(self, ids: Iterable[str]) -> None:
        """The database is the index."""

    def search(self, query: Query, now: datetime, *, facets: bool = True) -> Result:
        reading = understand(self.session, query, now.date())
        among = self.saying(reading, now)
        wanted = matching(reading, now, among=among)
        total = self.session.scalar(base(func.count()).where(wanted)) or 0
        ids = self.page(reading, base(Posting.id).where(wanted)) if total else []
        return Result(
            reading=reading,
            total=total,
            ids=ids,
            reasons=reasons(self.session, reading, ids),
            facets=Counter(self.session, reading, now, among).facets() if facets else (),
            did_you_mean=did_you_mean(self.session, reading) if not total else None,
        )

    def saying(self, reading: Reading, now: datetime) -> list[str] | None:
        """The listed editions that hold the words and the code, looked for once; None when there is nothing to look for
        or when they are so many that naming them would cost more than looking again."""
        if not reading.words and reading.code is None:
            return None
        found = base(Edition.id).where(listed(now), says(reading)).limit(MOST_NAMED + 1)
        ids = list(self.session.scalars(found))
        return ids if len(ids) <= MOST_NAMED else None

    def page(self, reading: Reading, found: Select[Any]) -> list[str]:
        found = in_order(found, reading).offset((reading.query.page - 1) * PAGE_SIZE).limit(PAGE_SIZE)
        return list(self.session.scalars(found))


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
    if reading.words:
        found = found.order_by(relevance(reading.words).desc())
    return found
