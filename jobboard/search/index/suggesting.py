"""What somebody may be about to type: names and title words that begin so and have a listed job, kept until one changes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest, nsmallest

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
        self._names: list[Name] = []
        self._titles: dict[str, BitMap] = {}
        self._title_words: list[str] = []

    def suggest(self, text: str, catalog: Catalog, columns: Columns, listed: BitMap) -> list[Suggestion]:
        """The likeliest first: those whose name begins as the text does, then those with most jobs."""
        typed = words(text[:LONGEST])[:MOST_TYPED]
        if not typed:
            return []
        if listed is not self._listed:
            self._read(catalog, columns, listed)
        begun = text.strip().lower()
        found = nsmallest(
            4 * MOST,
            self._named(typed),
            key=lambda name: (
                not name.suggestion.label.lower().removeprefix("from ").startswith(begun),
                -name.jobs,
                name.suggestion.label,
            ),
        )
        return mixed([name.suggestion for name in found] + list(self._titled(typed)))

    def _named(self, typed: Sequence[str]) -> set[Name]:
        """Names of which every typed word begins a word."""
        *before, last = typed
        start, end = bisect_left(self._keys, last), bisect_left(self._keys, last + LAST)
        return {
            name
            for name in self._names[start:end]
            if all(any(word.startswith(part) for word in name.words) for part in before)
        }

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
        pairs = sorted(
            ((word, name) for name in named(catalog, columns, listed) for word in name.words),
            key=lambda pair: pair[0],
        )
        self._keys, self._names = [word for word, _ in pairs], [name for _, name in pairs]
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
