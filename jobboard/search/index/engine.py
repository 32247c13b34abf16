"""The engine that answers from memory: bitmaps for what is chosen and counted, a text index for what is typed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import RLock

from pyroaring import BitMap
from sqlalchemy.orm import Session

from jobboard.search.engine import DEEPEST, PAGE_SIZE, Result, Suggestion
from jobboard.search.index.advising import advice
from jobboard.search.index.asking import Asking
from jobboard.search.index.beside import chosen_by, joined
from jobboard.search.index.catalog import Catalog
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.counting import Counter
from jobboard.search.index.documents import numbers_of
from jobboard.search.index.facets import facets
from jobboard.search.index.ordering import (
    SORTS,
    by_coverage,
    by_fit,
    by_key,
    by_list,
    by_range,
    by_specialties,
)
from jobboard.search.index.saying import sayings
from jobboard.search.index.suggesting import LONGEST, MOST, WORDS, Suggester, mixed
from jobboard.search.index.texts import Texts
from jobboard.search.index.trade import TradeWords
from jobboard.search.letting_go import CODES_ALONE, by_doers, without_silent
from jobboard.search.lookup.suggesting import suggested_codes
from jobboard.search.query import Query
from jobboard.search.reading import AskedCode, Reading, understand
from jobboard.search.reasons import Tagged, reasons
from jobboard.search.relaxing import with_message
from jobboard.search.sayings import Sayings, sayings_of
from jobboard.search.spelling import last_mended, read_again, spelling_of
from jobboard.search.understanding.known import known


@dataclass
class Index:
    """What a search needs, all of it derived from the database. Whoever reads or changes it holds the lock."""

    catalog: Catalog
    chooser: Chooser
    texts: Texts
    suggester: Suggester = field(default_factory=Suggester)
    trade: TradeWords = field(default_factory=lambda: TradeWords(Sayings()))
    lock: RLock = field(default_factory=RLock)

    def rename(self, catalog: Catalog) -> None:
        """Go on with names read anew; the tags themselves are the same."""
        self.catalog = self.chooser.catalog = catalog
        self.suggester = Suggester()


class IndexEngine:
    """Searches one index. The session is asked for the names in the question, nothing else."""

    def __init__(self, session: Session, index: Index) -> None:
        self.session, self.on = session, index

    def search(self, query: Query, now: datetime, wanted: Collection[str] | None = None) -> Result:
        with self.on.lock:
            asking, counter = self.held(query, now)
            result, counted = self.first(asking, counter), facets(counter, wanted)
            letting_go = advice(counter, asking.listed, lambda query: self.total(query, now))
        return replace(result, facets=counted, advice=letting_go)

    def found(self, query: Query, now: datetime, *, why: bool = True) -> Result:
        with self.on.lock:
            return self.first(*self.held(query, now), why)

    def among(self, query: Query, ids: Collection[str], now: datetime) -> Mapping[str, Sequence[str]]:
        reading = understand(self.session, query, now.date()).strict
        numbers = numbers_of(self.session, list(ids))
        with self.on.lock:
            asking = Asking(self.on.chooser, self.on.texts, reading, now, BitMap(numbers.values()))
            held = Counter(self.on.chooser, reading, asking.held, now).whole if asking.held else BitMap()
            names = {number: id for id, number in numbers.items() if number in held}
            return dict.fromkeys(names.values(), ()) | self.why(reading, names)

    def first(self, asking: Asking, counter: Counter, why: bool = True) -> Result:
        """The page that was asked for. Whoever calls holds the lock."""
        numbers = self.page(asking, counter.whole) if counter.whole else []
        names = self.on.chooser.columns.ids_of(numbers)
        reading, ids = told_of(asking, counter), list(names.values())
        told = self.why(asking.reading, names) if why else {}
        return Result(reading, len(counter.whole), ids, told, did_you_mean=reading.meant)

    def why(self, reading: Reading, names: Mapping[int, str]) -> dict[str, list[str]]:
        """Posting id -> why it was found: by its code or codes first, then where it says the words."""
        if not (reading.codes or reading.terms):
            return {}
        numbers = list(names)
        tagged = self.tagged(reading, numbers) if reading.codes else {}
        said = sayings(self.on.texts, reading.terms, numbers, reading.rest)
        by_code = reasons(reading, {names[number]: held for number, held in tagged.items()})
        found = {id: [*by_code.get(id, ()), *said.get(number, ())] for number, id in names.items()}
        return {id: why for id, why in found.items() if why}

    def tagged(self, reading: Reading, numbers: Sequence[int]) -> dict[int, Tagged]:
        """What of all that covers or codes what was asked the postings of a page are tagged with."""
        families = {family.id for code in reading.codes for family in code.every_family}
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
        with self.on.lock:
            listed = self.on.chooser.listed(now)
            found = self.suggested(text, listed, now)
            if not found and (better := last_mended(text, spelling_of(self.session))):
                found = self.suggested(better, listed, now)
        return [*suggested_codes(self.session, text), *found][:MOST]

    def suggested(self, text: str, listed: BitMap, now: datetime) -> list[Suggestion]:
        return self.named(text, listed) or list(self.named_beside(text, listed, now))

    def named(self, text: str, listed: BitMap) -> list[Suggestion]:
        found = self.on.suggester.suggest(text, self.on.catalog, self.on.chooser.columns, listed)
        sayings = sayings_of(self.session)
        if sayings is not self.on.trade.sayings:
            self.on.trade = TradeWords(sayings)
        trade = self.on.trade.suggest(text, self.on.texts.sets, listed)
        return mixed(sorted([*found, *trade], key=lambda one: one.kind == WORDS))

    def named_beside(self, text: str, listed: BitMap, now: datetime) -> Iterator[Suggestion]:
        """When nothing is called so: what the last word begins, beside what the words before it choose."""
        begun, _, last = text.strip()[:LONGEST].rpartition(" ")
        if begun and chosen_by(read := understand(self.session, Query(q=begun), now.date()).query):
            yield from joined(begun, read, self.named(last, listed))

    def asked(self, query: Query, now: datetime) -> Asking:
        """What was typed; read again, for a likelier spelling, when no job holds all of it."""
        reading = understand(self.session, query, now.date())
        asking = Asking(self.on.chooser, self.on.texts, reading, now)
        if len(reading.codes) > 1 and not asking.coded:
            by_work = by_doers(reading, known(self.session))
            coding = Asking(self.on.chooser, self.on.texts, by_work, now)
            reading, asking = (by_work, coding) if coding.coded else (reading, asking)
        if asking.tiers[0]:
            return asking
        again = read_again(self.session, reading, asking.holds, now.date(), asking.like)
        asking = Asking(self.on.chooser, self.on.texts, again, now) if again else asking
        silent = asking.silent()
        heard = without_silent(asking.reading, silent) if silent else None
        return Asking(self.on.chooser, self.on.texts, heard, now) if heard else asking

    def total(self, query: Query, now: datetime) -> int:
        """How many a search holds."""
        return len(self.held(query, now)[1].whole)

    def held(self, query: Query, now: datetime) -> tuple[Asking, Counter]:
        """What answers the words and codes, and what is left of it after every filter."""
        asking = self.asked(query, now)
        return asking, Counter(self.on.chooser, asking.reading, asking.held, now)

    def page(self, asking: Asking, held: BitMap) -> list[int]:
        reading, ranges = asking.reading, self.on.chooser.ranges
        query = reading.query
        if query.page > DEEPEST:
            return []
        if query.sort in SORTS:
            return by_key(ranges, held, query.sort, query.page)
        if len(reading.codes) == 1:
            return self.by_code(reading.codes[0], held, query.page)
        if any(code.specialties for code in reading.codes):
            return by_specialties(ranges, held, reading.codes, self.on.chooser.looking_after(), query.page)
        if reading.codes:
            return by_list(ranges, held, reading.codes, self.on.chooser.looking_after(), query.page)
        if asking.question is None:
            return by_fit(ranges, held, self.on.chooser.fitting(reading), query.page)
        start, end = (query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE
        return asking.best(held, end)[start:]

    def by_code(self, code: AskedCode, held: BitMap, page: int) -> list[int]:
        ranges, after = self.on.chooser.ranges, self.on.chooser.looking_after()
        if code.found is None:
            return by_range(ranges, held, code, after, page)
        return by_coverage(ranges, held, code, after, page)


def told_of(asking: Asking, counter: Counter) -> Reading:
    """The reading; where jobs are shown that do not hold all words, it says so."""
    reading = asking.reading
    if not asking.is_relaxed or not counter.whole:
        return reading
    if reading.codes and len(asking.tiers) > len(asking.questions):
        return replace(reading, messages=(*reading.messages, CODES_ALONE))
    return with_message(reading, len(counter.whole), len(counter.whole & asking.tiers[0]))
