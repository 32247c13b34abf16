"""The demo board as it is sown, in a database of its own: the same postings at the same moment, whoever asks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from jobboard.dataset.loading import load
from jobboard.dataset.parts import PARTS
from jobboard.domain import everything  # noqa: F401 - every table, before create_all
from jobboard.domain.base import Base
from jobboard.domain.codes.codeset import sort_key
from jobboard.domain.codes.finding import families_covering
from jobboard.domain.codes.reading import read_code
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.search.index import keeper as keeping
from jobboard.search.index.engine import Index
from jobboard.search.index.keeper import Keeper
from jobboard.search.matching import base
from jobboard.seeds.book import Book
from jobboard.seeds.generate import board
from jobboard.seeds.plant import plant
from tests.databases import SAMPLE
from tests.search.judged.conditions import Judged

SAMPLED = [part.name for part in PARTS if part.name != "places"]
NOW = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
CODE = re.compile(
    r"\b(?:[0-9]{5}|[A-Z][0-9]{4}|[A-TV-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?|[0-9][0-9A-HJ-NP-Z]{6}|(?<=DRG )[0-9]{3}|(?<=HCC )[0-9]+)\b"
)


@dataclass(frozen=True)
class Sown:
    """The listed postings of the board, an index of them, and the keys by the ids that a search answers with."""

    session: Session
    index: Index
    postings: tuple[Judged, ...]
    keys: dict[str, str]


@contextmanager
def sown(folder: Path, codes: str) -> Iterator[Sown]:
    """The board in `folder`, with every code that stands in the text `codes`. Takes some three seconds."""
    engine = create_engine(f"sqlite:///{folder / 'judged.sqlite3'}")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        load(session, at=NOW, parts={"places"})  # every city: a small one is asked for by its name
        load(session, at=NOW, only=SAMPLE | set(CODE.findall(codes)), parts=SAMPLED)
        plant(session, now=NOW)
        session.commit()
        keeper = Keeper(folder / "search", lambda: session)
        index = keeper.ready(session)
        assert index is not None, f"A board of fewer than {keeping.SMALL} postings is taken in at once."
        keys = keys_of(session)
        yield Sown(session, index, judged(session, set(keys.values())), keys)
    engine.dispose()


def keys_of(session: Session) -> dict[str, str]:
    """Posting id -> requisition number, of what is listed."""
    return {id: key for id, key in session.execute(base(Posting.id, Edition.requisition).where(listed(NOW)))}


def judged(session: Session, keys: set[str]) -> tuple[Judged, ...]:
    book = Book(session)

    @cache
    def chain(code: str) -> tuple[int, ...]:
        """By the ranges of the families, narrowest first: needs no row of the code."""
        for typed in read_code(code):
            if found := families_covering(session, typed.code_set, sort_key(typed.code_set, typed.code)):
                return tuple(family.id for family in found)
        raise ValueError(f"No family holds {code}.")

    found = (seed for seed in board(NOW).postings if seed.requisition in keys)
    return tuple(
        Judged(seed, {book.family(one.code, one.levels_up): one.share for one in seed.families}, chain)
        for seed in found
    )
