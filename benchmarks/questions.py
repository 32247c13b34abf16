"""What is asked in the comparison: for every class many different questions, none of them twice, so that no answer is kept.

Words come from the made postings themselves; whatever our engine would read as something else than words is left out.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.entries import Entry, Question, Tags
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.finding import resolve
from jobboard.domain.codes.wording import words
from jobboard.domain.places.place import City
from jobboard.search.query import Query
from jobboard.search.reading import understand

MANY, CODES_IN_A_LIST = 200, 20
KNOWN, WIDE = (0.005, 0.08), (0.2, 0.7)  # the share of postings that hold the word


class Asker:
    """Makes questions about the postings of `sample`."""

    def __init__(
        self,
        session: Session,
        sample: Sequence[Entry],
        tags: Tags,
        slugs: dict[tuple[str, Any], str],
        now: datetime,
    ) -> None:
        self.session, self.sample, self.slugs, self.now = session, sample, slugs, now
        self.chance = Random()
        self.texts = [words(f"{entry.title} {entry.names} {entry.body}") for entry in sample]
        held = Counter(word for text in self.texts for word in set(text))
        self.share = {word: count / len(sample) for word, count in held.items()}
        self.values = {number: value for value, number in tags.known.items()}

    def classes(self) -> dict[str, list[Question]]:
        makers: dict[str, Callable[[], Iterator[Question]]] = {
            "keyword": lambda: self.of_words(1, KNOWN),
            "wide keyword": lambda: self.of_words(1, WIDE),
            "2 words + filter": lambda: self.of_words(2, (0.01, 0.7), ("work",)),
            "3 words + 2 filters": lambda: self.of_words(3, (0.01, 0.7), ("work", "type")),
            "phrase": self.phrases,
            "browse, all facets": lambda: iter([Question(Query(), all_facets=True)]),
            "browse + filter": self.browses,
            "code": lambda: self.of_codes(1),
            f"list of {CODES_IN_A_LIST} codes": lambda: self.of_codes(CODES_IN_A_LIST),
            "word, newest first": lambda: self.of_words(1, KNOWN, sort="newest"),
            "all, newest first": lambda: iter([Question(Query(sort="newest"), sort="newest")]),
            "pay floor, round": lambda: self.floors(20, 60, 1),
            "pay floor, odd": lambda: self.floors(2000, 6000, 100),
            "word + pay floor, by pay": self.paid_words,
            "radius": self.circles,
            "suggest": self.beginnings,
        }
        return {name: self._asked(name, make) for name, make in makers.items()}

    def _asked(self, name: str, make: Callable[[], Iterator[Question]]) -> list[Question]:
        """What is asked in a class is left to a chance of its own: how words are read changes no other class's questions."""
        self.chance = Random(f"{name} of {len(self.sample)}")
        return different(make())

    # ---- words

    def of_words(
        self, count: int, between: tuple[float, float], filters: Sequence[str] = (), sort: str = "best"
    ) -> Iterator[Question]:
        for text, entry in self._postings():
            known = sorted(
                {word for word in text if between[0] <= self.share[word] <= between[1] and len(word) > 3}
            )
            if len(known) < count:
                continue
            said = tuple(self.chance.sample(known, count))
            if self._only_words(said):
                chosen, tags = self._chosen(entry, filters)
                yield Question(Query(q=" ".join(said), sort=sort, **chosen), said, tags=tags, sort=sort)

    def phrases(self) -> Iterator[Question]:
        for text, _ in self._postings():
            place = self.chance.randrange(len(text) - 1)
            said = (text[place], text[place + 1])
            if all(len(word) > 3 and word.isalpha() and self.share[word] > KNOWN[0] for word in said):
                yield Question(Query(q=f'"{said[0]} {said[1]}"'), said, phrase=True)

    def paid_words(self) -> Iterator[Question]:
        for asked in self.of_words(1, (KNOWN[0], WIDE[1])):
            floor = self.chance.randrange(2000, 5000)
            query = asked.query.but(pay_min=Decimal(floor) / 100, sort="pay")
            yield Question(query, asked.words, floor=floor, sort="pay")

    def beginnings(self) -> Iterator[Question]:
        for text, _ in self._postings():
            word = self.chance.choice([one for one in text if len(one) > 4])
            begun = word[: self.chance.randint(2, 5)]
            yield Question(Query(), beginning=begun)

    def _postings(self) -> Iterator[tuple[list[str], Entry]]:
        """Texts and their postings, by chance."""
        while True:
            place = self.chance.randrange(len(self.sample))
            yield self.texts[place], self.sample[place]

    def _only_words(self, said: Sequence[str]) -> bool:
        reading = understand(self.session, Query(q=" ".join(said)), self.now.date())
        typed = {term.ways[0] for term in reading.terms if not term.minus}
        return len(typed) == len(said) and not reading.codes and reading.query.but(q="") == Query()

    # ---- what is chosen

    def _chosen(self, entry: Entry, facets: Sequence[str]) -> tuple[dict[str, Any], tuple[int, ...]]:
        chosen: dict[str, Any] = {}
        tags: list[int] = []
        for facet in facets:
            tag = next(tag for tag in entry.tags if self.values[tag][0] == facet)
            value = self.values[tag][1]
            chosen[facet] = (self.slugs.get((facet, value), str(value)),)
            tags.append(tag)
        return chosen, tuple(tags)

    def browses(self) -> Iterator[Question]:
        for tag, (facet, value) in self.values.items():
            if facet in ("work", "type", "specialty", "credential"):
                slug = self.slugs.get((facet, value), str(value))
                chosen: dict[str, Any] = {facet: (slug,)}
                yield Question(Query(**chosen), tags=(tag,))

    def floors(self, low: int, high: int, parts: int) -> Iterator[Question]:
        for amount in self.chance.sample(range(low, high), min(MANY, high - low)):
            query = Query(pay_min=Decimal(amount) / parts)
            yield Question(query, floor=amount * 100 // parts)

    def circles(self) -> Iterator[Question]:
        cities = self.session.execute(select(City).order_by(City.population.desc()).limit(3 * MANY)).scalars()
        for city in cities:
            miles = self.chance.choice((10, 25, 50, 100))
            query = Query(near=f"{city.name}, {city.state_code}", miles=miles)
            yield Question(query, near=(city.lat, city.lon, miles))

    # ---- codes

    def of_codes(self, count: int) -> Iterator[Question]:
        used = {family for entry in self.sample for family in entry.families}
        codes = list(self.session.scalars(select(Code.code).where(Code.active).order_by(Code.id)))
        known: dict[str, tuple[int, ...]] = {}
        for code in self.chance.sample(codes, len(codes)):
            found = resolve(self.session, code, self.now.date())
            if found and used.intersection(family.id for family in found.chain):
                known[found.code] = tuple(family.id for family in found.chain)
            if len(known) == 4 * MANY:
                break
        while True:
            said = tuple(self.chance.sample(sorted(known), count))
            yield Question(Query(q=" ".join(said)), codes=said, chains=tuple(known[code] for code in said))


def different(asked: Iterator[Question]) -> list[Question]:
    found: dict[Question, None] = {}
    for one in islice(asked, 20 * MANY):
        found[one] = None
        if len(found) == MANY:
            break
    return list(found)
