"""What somebody may be about to type: names and title words that begin so and have a listed job, kept until one changes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest

from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.search.engine import Suggestion
from jobboard.search.index.catalog import Catalog
from jobboard.search.index.columns import Columns
from jobboard.search.index.named import Name, named
from jobboard.search.query import Query

MOST, MOST_OF_A_KIND, MOST_TYPED, LONGEST = 8, 3, 8, 100
LAST = "\U0010ffff"
WORDS = "Words"


class Suggester:
    """Answers from sorted words. What is named was listed when somebody last asked and nothing had changed since."""

    def __init__(self) -> None:
        self._listed: BitMap | None = None
        self._keys: list[str] = []
        self._ranks: list[int] = []  # of the name that each key is a word of
        self._names: list[Name] = []  # by rank: most jobs first, then by label
        self._labels: list[str] = []
        self._titles: dict[str, BitMap] = {}
        self._title_words: list[str] = []

    def suggest(self, text: str, catalog: Catalog, columns: Columns, listed: BitMap) -> list[Suggestion]:
        """The likeliest first: those whose name begins as the text does, then those with most jobs."""
        typed = words(text[:LONGEST])[:MOST_TYPED]
        if not typed:
            return []
        if listed is not self._listed:
            self._read(catalog, columns, listed)
        found = [self._names[rank].suggestion for rank in self._likeliest(typed, text.strip().lower())]
        return mixed([*found, *self._titled(typed)])

    def _likeliest(self, typed: Sequence[str], begun: str) -> list[int]:
        """Ranks: those whose label begins as the text does before those that only hold such a word."""
        leading: list[int] = []
        others: list[int] = []
        for rank in self._named(typed):
            (leading if self._labels[rank].startswith(begun) else others).append(rank)
        return [*leading, *others][: 4 * MOST]

    def _named(self, typed: Sequence[str]) -> list[int]:
        """The ranks of names of which every typed word begins a word, in their order."""
        *before, last = typed
        start, end = bisect_left(self._keys, last), bisect_left(self._keys, last + LAST)
        return [
            rank
            for rank in sorted(set(self._ranks[start:end]))
            if all(any(word.startswith(part) for word in self._names[rank].words) for part in before)
        ]

    def _titled(self, typed: Sequence[str]) -> Iterator[Suggestion]:
        """Words of titles that begin so, beside the words before them."""
        *before, last = typed
        among = self._listed or BitMap()
        for word in before:
            among = among & self._titles.get(word, BitMap())
        start, end = bisect_left(self._title_words, last), bisect_left(self._title_words, last + LAST)
        counts = {
            word: among.intersection_cardinality(self._titles[word]) for word in self._title_words[start:end]
        }
        for word in nlargest(MOST_OF_A_KIND, counts, key=lambda word: counts[word]):
            if counts[word]:
                said = " ".join([*before, word])
                yield Suggestion(WORDS, said, Query(q=said), None)

    def _read(self, catalog: Catalog, columns: Columns, listed: BitMap) -> None:
        names = sorted(named(catalog, columns, listed), key=lambda name: (-name.jobs, name.suggestion.label))
        pairs = sorted((word, rank) for rank, name in enumerate(names) for word in name.words)
        self._keys, self._ranks = [word for word, _ in pairs], [rank for _, rank in pairs]
        self._names = names
        self._labels = [name.suggestion.label.lower().removeprefix("from ") for name in names]
        self._titles = columns.sets["title"]
        self._title_words = sorted(word for word, held in self._titles.items() if held.intersect(listed))
        self._listed = listed


def mixed(found: Sequence[Suggestion]) -> list[Suggestion]:
    """The first few, not too many of one kind, none said twice."""
    kept: list[Suggestion] = []
    of: dict[str, int] = defaultdict(int)
    said: set[str] = set()
    for one in found:
        if of[one.kind] < MOST_OF_A_KIND and one.label.lower() not in said and len(kept) < MOST:
            of[one.kind] += 1
            said.add(one.label.lower())
            kept.append(one)
    return kept
