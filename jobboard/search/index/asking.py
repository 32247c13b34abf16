"""What was typed, held against the postings: who covers the codes, who says the words, and in which tiers they stand."""

from datetime import datetime
from typing import Any

from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.texts import Texts
from jobboard.search.reading import Reading, Term

# With fewer jobs than this for all of three or more words, those that say half of the words are shown too.
FEW, MANY_WORDS = 20, 3


class Asking:
    """`held` is all that is listed and answers, before any filter; `tiers` the same, those that say more words first.

    With `only`, of those few postings alone, and those alone that say all."""

    def __init__(
        self, chooser: Chooser, texts: Texts, reading: Reading, now: datetime, only: BitMap | None = None
    ) -> None:
        self.chooser, self.texts, self.reading, self.only = chooser, texts, reading, only
        said = [term for term in reading.terms if words(term.ways[0])]
        self.loose = [term for term in said if not term.exact and not term.minus]
        self.strict = [term for term in said if term.exact and not term.minus]
        self.unwanted = [term for term in said if term.minus]
        self.question = texts.saying([*self.loose, *self.strict])
        self.nearly: Any = None
        self.listed = chooser.listed(now) if only is None else chooser.listed(now) & only
        self.tiers = self._tiers(self._codes(self.listed))
        self.held = BitMap.union(BitMap(), *self.tiers)

    @property
    def is_relaxed(self) -> bool:
        return len(self.tiers) > 1

    def best(self, held: BitMap, end: int) -> list[int]:
        """The first `end` numbers of what is held, tier by tier, in each those that say the words best."""
        found: list[int] = []
        for question, tier in zip((self.question, self.nearly), self.tiers, strict=False):
            if len(found) < end and (among := tier & held):
                found += self.texts.best(question, among, end - len(found))
        return found

    def holds(self, word: str) -> bool:
        """Whether something listed says the word, or one that begins so: what is not listed must not tell."""
        question = self.texts.saying([Term((word,))])
        return self.texts.holds(word) and bool(self.texts.best(question, self.listed, 1))

    def _tiers(self, among: BitMap) -> list[BitMap]:
        for term in self.unwanted:
            among = among - self._saying(self.texts.saying([term]))
        whole = among & self._saying(self.question) if self.question is not None else among
        if self.only is not None:
            return [whole]
        typed = words(" ".join(term.ways[0] for term in self.loose))
        if len(self.loose) < 2 or len(typed) < MANY_WORDS or len(whole) >= FEW:
            return [whole]
        self.nearly = self.texts.saying_some(self.loose, -(-len(self.loose) // 2), self.strict)
        return [whole, (among & self.texts.holding(self.nearly)) - whole]

    def _saying(self, question: Any) -> BitMap:
        return self.texts.holding(question, self.only)

    def _codes(self, listed: BitMap) -> BitMap:
        """Those that cover one of the codes; of a single one also those whose specialty codes it, or whose text names it."""
        codes, columns = self.reading.codes, self.chooser.columns
        if not codes:
            return listed
        families = {family.id for code in codes for family in code.families}
        held = columns.holders("family", families)
        if len(codes) == 1:
            held |= columns.holders("specialty", codes[0].specialties)
        if self.reading.code is not None:
            held |= self._saying(self.texts.mentioning(self.reading.code.code))
        return listed & held
