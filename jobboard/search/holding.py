"""Which postings hold what was typed, and which most of it where few hold all: while the database itself answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, case, func, literal, or_
from sqlalchemy.orm import Session

from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.search.matching import base, chosen, covers, said, says
from jobboard.search.reading import Reading
from jobboard.search.relaxing import FEW, Less, followed, lesser, loose_in
from jobboard.search.words import Condition

# Who says but most of the words is looked for among so many, the newest of those that hold all else.
MOST_READ = 2_000


class Held(NamedTuple):
    """A condition for each tier, those that say more first; how many jobs hold any of them, and how many the first."""

    tiers: tuple[Condition, ...]
    total: int
    whole: int

    @property
    def wanted(self) -> Condition:
        return or_(*self.tiers)

    @property
    def place(self) -> Any:
        """In which tier a posting stands first."""
        return case(*((tier, place) for place, tier in enumerate(self.tiers)), else_=len(self.tiers))


def held(session: Session, reading: Reading, now: datetime) -> Held:
    loose = loose_in(reading.terms)
    behind, unfiltered = chosen(session, reading, now), and_(listed(now), covers(reading))
    everything = says(reading.terms)
    first = (
        session.scalars(base(Posting.id).where(unfiltered, everything).limit(FEW)).all() if loose else None
    )
    less = lesser(loose) if first is not None and len(first) < FEW else []
    if first is None or not less:
        return Held((whole := and_(behind, everything),), total := count(session, whole), total)
    needed = and_(unfiltered, says(term for term in reading.terms if term not in loose))
    tiers = [list(first)]
    newest = base(Posting.id).where(needed).order_by(Posting.first_published_at.desc()).limit(MOST_READ)
    among = session.scalars(newest).all()
    for more in followed(((ids, len(ids), True) for ids in answering(session, among, less)), len(among)):
        before = {id for tier in tiers for id in tier}
        tiers.append([id for id in more if id not in before])
    held = tuple(and_(behind, Posting.id.in_(tier)) for tier in tiers)
    return Held(held, count(session, or_(*held)), count(session, held[0]))


def count(session: Session, wanted: Condition) -> int:
    return session.scalar(base(func.count()).where(wanted)) or 0


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
