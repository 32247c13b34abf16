"""The engine that answers from memory: bitmaps for what is chosen and counted, a text index for what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock
from typing import Any

from pyroaring import BitMap
from sqlalchemy.orm import Session

from jobboard.domain.codes.wording import words
from jobboard.search.engine import PAGE_SIZE, Facet, Result, Suggestion
from jobboard.search.index.catalog import Catalog
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.counting import Counter
from jobboard.search.index.documents import ids_of
from jobboard.search.index.facets import facets
from jobboard.search.index.ordering import SORTS, by_coverage, by_key
from jobboard.search.index.texts import Texts
from jobboard.search.query import Query
from jobboard.search.reading import Reading, understand
from jobboard.search.reasons import Tagged, reasons
from jobboard.search.spelling import did_you_mean


@dataclass
class Index:
    """What a search needs, all of it derived from the database. Whoever reads or changes it holds the lock."""

    catalog: Catalog
    chooser: Chooser
    texts: Texts
    lock: RLock = field(default_factory=RLock)

    def rename(self, catalog: Catalog) -> None:
        """Go on with names read anew; the tags themselves are the same."""
        self.catalog = self.chooser.catalog = catalog


class IndexEngine:
    """Searches one index. The session is asked for the names in the question and for the ids of the page, nothing else."""

    def __init__(self, session: Session, index: Index) -> None:
        self.session, self.on = session, index

    def search(self, query: Query, now: datetime) -> Result:
        reading = understand(self.session, query, now.date())
        with self.on.lock:
            total, numbers, counted = self.answer(reading, now)
            tagged = self.tagged(reading, numbers)
        names = ids_of(self.session, numbers)
        return Result(
            reading=reading,
            total=total,
            ids=list(names.values()),
            reasons=reasons(reading, {id: tagged[number] for number, id in names.items()}),
            facets=counted,
            did_you_mean=did_you_mean(self.session, reading) if not total else None,
        )

    def tagged(self, reading: Reading, numbers: Sequence[int]) -> dict[int, Tagged]:
        """What of all that covers or codes what was asked the postings of a page are tagged with."""
        families = {family.id for code in reading.codes for family in code.families}
        specialties = {id for code in reading.codes for id in code.specialties}
        by_family = self._holding("family", families, numbers)
        by_specialty = self._holding("specialty", specialties, numbers)
        return {number: Tagged(by_family[number], by_specialty[number]) for number in numbers}

    def _holding(self, name: str, values: set[int], numbers: Sequence[int]) -> dict[int, set[int]]:
        """Number -> which of the values it holds."""
        page, held = BitMap(numbers), self.on.chooser.columns.sets[name]
        found: dict[int, set[int]] = {number: set() for number in numbers}
        for value in values & held.keys():
            for number in page & held[value]:
                found[number].add(value)
        return found

    def suggest(self, text: str, now: datetime) -> list[Suggestion]:
        return []

    def answer(self, reading: Reading, now: datetime) -> tuple[int, list[int], tuple[Facet, ...]]:
        """How many there are, the numbers on the page, the counts."""
        said = [term.ways for term in reading.terms if not term.minus and words(term.ways[0])]
        asked = self.on.texts.saying(said) if said else None
        counter = Counter(self.on.chooser, reading, self.said(reading, asked, now), now)
        numbers = self.page(reading, asked, counter.whole) if counter.whole else []
        return len(counter.whole), numbers, facets(counter)

    def said(self, reading: Reading, asked: Any, now: datetime) -> BitMap:
        """What is listed and holds every word and the code, before any filter."""
        held = self.on.chooser.listed(now)
        if asked is not None:
            held = held & self.on.texts.holding(asked)
        if reading.code is not None:
            covering = self.on.chooser.columns.holders("family", [family.id for family in reading.code.chain])
            held = held & (covering | self.on.texts.holding(self.on.texts.mentioning(reading.code.code)))
        return held

    def page(self, reading: Reading, asked: Any, held: BitMap) -> list[int]:
        query, columns = reading.query, self.on.chooser.columns
        if query.sort in SORTS:
            return by_key(columns, held, query.sort, query.page)
        if reading.code is not None:
            return by_coverage(columns, held, [family.id for family in reading.code.chain], query.page)
        if asked is None:
            return by_key(columns, held, "newest", query.page)
        start = (query.page - 1) * PAGE_SIZE
        return self.on.texts.best(asked, held, start + PAGE_SIZE)[start:]
