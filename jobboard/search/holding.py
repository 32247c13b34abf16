"""Which postings hold what was typed, and which most of it where few hold all: while the database itself answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, case, func, literal, or_, select
from sqlalchemy.orm import Session

from jobboard.domain.postings.finding import listed, listed_among
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status
from jobboard.search.matching import base, chosen, covers, said, says
from jobboard.search.reading import Reading
from jobboard.search.relaxing import FEW, Less, followed, lesser, loose_in
from jobboard.search.words import Condition

# Who says but most of the words is looked for among so many, the newest of those that hold all else.
MOST_READ = 2_000
# Words and codes are looked for among so many. What is only chosen is looked for everywhere: pages about one thing count it.
MOST_SEARCHED = 10_000


class Held(NamedTuple):
    """A condition for each tier, those that say more first; how many jobs hold any of them, and how many the first. `cut`: they
    were looked for among the newest alone."""

    tiers: tuple[Condition, ...]
    total: int
    whole: int
    cut: bool

    @property
    def wanted(self) -> Condition:
        return or_(*self.tiers)

    @property
    def place(self) -> Any:
        """In which tier a posting stands first."""
        return case(*((tier, place) for place, tier in enumerate(self.tiers)), else_=len(self.tiers))


def held(session: Session, reading: Reading, now: datetime) -> Held:
    loose = loose_in(reading.terms)
    edge = newest_edge(session, now) if reading.terms or reading.codes else None
    seen = since(edge, now)
    behind, unfiltered = and_(seen, chosen(session, reading, now)), and_(seen, covers(reading))
    everything = says(reading.terms)
    first = (
        session.scalars(base(Posting.id).where(unfiltered, everything).limit(FEW)).all() if loose else None
    )
    less = lesser(loose) if first is not None and len(first) < FEW else []
    if first is None or not less:
        return Held(
            (whole := and_(behind, everything),), total := count(session, whole), total, edge is not None
        )
    needed = and_(unfiltered, says(term for term in reading.terms if term not in loose))
    tiers = [list(first)]
    newest = base(Posting.id).where(needed).order_by(Posting.first_published_at.desc()).limit(MOST_READ)
    among = session.scalars(newest).all()
    for more in followed(((ids, len(ids), True) for ids in answering(session, among, less)), len(among)):
        before = {id for tier in tiers for id in tier}
        tiers.append([id for id in more if id not in before])
    held = tuple(and_(behind, Posting.id.in_(tier)) for tier in tiers)
    return Held(held, count(session, or_(*held)), count(session, held[0]), edge is not None)


def count(session: Session, wanted: Condition) -> int:
    return session.scalar(base(func.count()).where(wanted)) or 0


def newest_edge(session: Session, now: datetime) -> datetime | None:
    """From when on a posting of a large board is looked at: nobody waits until all are gone through. None where all are."""
    newest = select(Posting.first_published_at).where(listed(now)).order_by(Posting.first_published_at.desc())
    return session.scalar(newest.offset(MOST_SEARCHED).limit(1))


def since(edge: datetime | None, now: datetime) -> Condition:
    """What is listed, and was published since then."""
    if edge is None:
        return listed(now)
    # `listed` as one value: SQLite would else begin with all that ever opened, not with the newest.
    return and_(Posting.status == Status.LIVE, Posting.first_published_at > edge, listed_among(now))


def answering(session: Session, among: Sequence[str], less: Sequence[Less]) -> list[list[str]]:
    """For each question the ids of those that answer it, of these."""
    answers = (case((asks(one), 1), else_=0) for one in less)
    rows = session.execute(base(Posting.id, *answers).where(Posting.id.in_(among))).all()
    return [[row[0] for row in rows if row[place]] for place in range(1, len(less) + 1)]


def asks(less: Less) -> Condition:
    """At least so many of the terms are said."""
    if less.least == len(less.terms):
        return and_(*map(said, less.terms))
    count: Any = literal(0)
    for term in less.terms:
        count = count + case((said(term), 1), else_=0)
    enough_of_them: Condition = count >= less.least
    return enough_of_them
