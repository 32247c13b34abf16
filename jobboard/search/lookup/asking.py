"""The one question look-up answers."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.family import FamilyRange
from jobboard.search.lookup.hit import Answer, Hit
from jobboard.search.lookup.numbers import by_number
from jobboard.search.lookup.words import by_words

LONGEST = 400
LIMIT = 60


def look_up(session: Session, text: str, limit: int = LIMIT) -> Answer:
    """Codes and families for what was typed, best first."""
    plain = " ".join(text.replace("\x00", " ").split())[:LONGEST]
    if not plain:
        return Answer("")
    number = by_number(session, plain, limit) if any(char.isdigit() for char in plain) else None
    return number or by_words(session, plain, limit)


def ranges_of(session: Session, hits: Sequence[Hit]) -> dict[int, list[FamilyRange]]:
    """The ranges of the families among the hits, by family."""
    ids = [hit.family.id for hit in hits if hit.code is None]
    found: dict[int, list[FamilyRange]] = {}
    for run in session.scalars(
        select(FamilyRange).where(FamilyRange.family_id.in_(ids)).order_by(FamilyRange.lo)
    ):
        found.setdefault(run.family_id, []).append(run)
    return found
