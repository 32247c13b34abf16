"""Every public address, in parts small enough for a sitemap: each part is counted and read by pages."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed_among
from jobboard.domain.postings.posting import Posting
from jobboard.search.matching import base

MOST = 1_500  # a sitemap may hold 50,000 addresses, but whoever asks for one should not keep others waiting
LAST = 50_000  # an index may hold as many sitemaps
POSTINGS, FAMILIES, SPECIALTIES, CREDENTIALS = "postings", "families", "specialties", "credentials"
PARTS = (FAMILIES, SPECIALTIES, CREDENTIALS, *(one.value for one in CodeSet))


class Named(NamedTuple):
    """A thing's name in its address, its title where the address carries one, and when it last changed if known."""

    name: str
    title: str = ""
    changed_at: datetime | None = None


class Piece(NamedTuple):
    """One sitemap: the `number`th (from 1) of its part."""

    part: str
    number: int


def pieces(session: Session) -> list[Piece]:
    """The sitemaps it takes to name what was loaded; none for a part that is empty. Postings are counted elsewhere."""
    found = []
    for part in PARTS:
        rows = _rows(part)
        count = session.scalar(select(func.count()).select_from(rows.order_by(None).subquery())) or 0
        found += pieces_of(part, count)
    return found


def pieces_of(part: str, count: int) -> list[Piece]:
    """Those it takes for so many addresses."""
    return [Piece(part, number + 1) for number in range(-(-count // MOST))]


def named(session: Session, piece: Piece) -> Iterator[Named]:
    """What one sitemap names of what was loaded, in a lasting order. Nothing when the part or the number does not exist."""
    if piece.part not in PARTS or not 0 < piece.number <= LAST:
        return
    rows = _rows(piece.part).limit(MOST).offset((piece.number - 1) * MOST)
    for row in session.execute(rows):
        yield Named(*row)


def postings(session: Session, ids: Sequence[str], now: datetime) -> Iterator[Named]:
    """What a sitemap names of these postings, in their order, if they are listed."""
    shown = base(Posting.id, Edition.title, Edition.shown_at).where(listed_among(now), Posting.id.in_(ids))
    found = {row.id: Named(*row) for row in session.execute(shown)}
    return (found[id] for id in ids if id in found)


def _rows(part: str) -> Select[Any]:
    if part == FAMILIES:
        return select(Family.slug).where(~Family.retired).order_by(Family.id)
    if part == SPECIALTIES:
        return select(Specialty.slug).where(~Specialty.retired).order_by(Specialty.id)
    if part == CREDENTIALS:
        offered = Credential.confirmed & ~Credential.retired
        return select(Credential.slug).where(offered).order_by(Credential.id)
    return select(Code.code).where(Code.code_set == CodeSet(part), Code.active).order_by(Code.sort_key)
