"""What was typed, held against the postings: who covers the codes, who says the words, and in which tiers they stand."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.question import Question
from jobboard.search.index.scoring import best
from jobboard.search.index.telling import GIVEN
from jobboard.search.index.texts import Texts
from jobboard.search.index.wide import within_reach
from jobboard.search.reading import Reading, Term
from jobboard.search.relaxing import FEW, Less, followed, lesser, loose_in, said_in

# Where a word may stand that is no matter of the job.
IN_PASSING = ("body", GIVEN)
# What nobody has to be called, though a job that is called so stands first.
CALLED = frozenset(
    f"{name}{end}"
    for name in (
        "coder",
        "specialist",
        "analyst",
        "coordinator",
        "representative",
        "technician",
        "consultant",
        "clerk",
    )
    for end in ("", "s")
)


def titles(typed: Sequence[str]) -> Iterator[str]:
    """What a better answer has in its title: what it need not be called, and two words just as they were typed."""
    yield from (word for word in typed if word in CALLED)
    if len(typed) == 2:
        yield " ".join(typed)


class Asking:
    """`held` is all that is listed and answers, before any filter; `tiers` the same, those that say more words first; `coded` those
    that the codes alone find.

    With `only`, of those few postings alone, and those alone that say all."""

    def __init__(
        self, chooser: Chooser, texts: Texts, reading: Reading, now: datetime, only: BitMap | None = None
    ) -> None:
        listed = chooser.listed(now)
        texts.heed(listed)
        reading = within_reach(texts, reading) if only is None else reading
        self.chooser, self.texts, self.reading, self.only = chooser, texts, reading, only
        said, self.loose = said_in(reading.terms), loose_in(reading.terms)
        self.strict = [term for term in said if term.exact and not term.minus]
        self.unwanted = [term for term in said if term.minus]
        self.titled = list(titles(words(reading.rest)))
        self.questions = (
            [question] if (question := texts.saying([*self.loose, *self.strict], self.titled)) else []
        )
        self.listed = listed if only is None else listed & only
        self.answering: list[int] = []  # how many answer each question, listed or not
        self.coded = self._codes(self.listed)
        self.tiers = self._tiers(self.coded)
        self.held = BitMap.union(BitMap(), *self.tiers)

    @property
    def question(self) -> Any:
        """What all that was typed comes to; None when nothing is looked for."""
        return self.questions[0] if self.questions else None

    @property
    def is_relaxed(self) -> bool:
        return len(self.tiers) > 1

    def best(self, held: BitMap, end: int) -> list[int]:
        """The first `end` numbers of what is held, tier by tier, in each the nearest and then those that say the words best."""
        found: list[int] = []
        for question, tier, of in zip(self.questions, self.tiers, self.answering, strict=False):
            for among in self.chooser.nearest_first(self.reading, tier & held):
                if len(found) < end and among:
                    found += best(self.texts, question, among, end - len(found), of)
        return found

    def holds(self, word: str) -> bool:
        """Whether something listed says the word, or one that begins so: what is not listed must not tell."""
        return self.texts.holding(self.texts.saying([Term((word,))])).intersect(self.listed)

    def silent(self) -> list[Term]:
        """Of several words those that nothing listed says, by whatever name, when they leave nothing that says all of them."""
        if self.tiers[0] or len(self.loose) < 2:
            return []
        saying = {term: self._saying(self.texts.saying([term])) for term in self.loose}
        found = [term for term, held in saying.items() if not held.intersect(self.listed)]
        return found if len(found) < len(self.loose) else []

    def like(self, word: str) -> str | None:
        """The nearest word of a listed title or employer's name."""
        return next(iter(self.texts.near(word)), None)

    def _tiers(self, among: BitMap) -> list[BitMap]:
        for term in self.unwanted:
            among = among - self._kept_out(term)
        tiers = [among & self._answers(self.questions[0])] if self.questions else [among]
        if self.only is not None or not self.loose:
            return tiers
        for question, held in self._nearly(among) if len(tiers[0]) < FEW else ():
            self.questions.append(question)
            self.answering.append(len(held))
            tiers.append((among & held) - BitMap.union(*tiers))
        if self.reading.codes and not any(tiers):
            tiers.append(among)  # what is asked for is the code; nobody says the words beside it
        return tiers

    def _kept_out(self, term: Term) -> BitMap:
        if term.states:
            return self.chooser.bound_to(term.states)
        return self._saying(self.texts.saying([term]))

    def _answers(self, question: Question) -> BitMap:
        found = self._saying(question)
        self.answering.append(len(found))
        return found

    def _nearly(self, among: BitMap) -> list[tuple[Any, BitMap]]:
        """Questions that ask for less, with who answers them; a word that only descriptions say comes after one that titles or facts
        do."""
        asked = [(self._less(less), self._is_declared(less)) for less in lesser(self.loose)]
        found = [(question, self.texts.holding(question), declared) for question, declared in asked]
        counted = ((one[:2], one[1].intersection_cardinality(among), one[2]) for one in found)
        return followed(counted, len(among))

    def _is_declared(self, less: Less) -> bool:
        ways = (way for term in less.terms for way in self.texts.ways(term))
        return any(way.part not in IN_PASSING for way in ways)

    def _less(self, less: Less) -> Question:
        if less.least < len(less.terms):
            return self.texts.saying_some(less.terms, less.least, self.strict)
        asked: Question = self.texts.saying(
            [*less.terms, *self.strict], self.titled if len(self.loose) > 1 else ()
        )
        return asked

    def _saying(self, question: Any) -> BitMap:
        return self.texts.holding(question, self.only)

    def _codes(self, listed: BitMap) -> BitMap:
        """Those that cover one of the codes; of a single one also those whose specialty codes it, or whose text names it."""
        codes, columns = self.reading.codes, self.chooser.columns
        if not codes:
            return listed
        families = {family.id for code in codes for family in code.every_family}
        held = columns.holders("family", families)
        held |= columns.holders("specialty", {id for code in codes for id in code.specialties})
        if self.reading.code is not None:
            held |= self._saying(self.texts.mentioning(self.reading.code.code))
        return listed & held
