"""The trade's words while somebody types them: `risk adj`, `hcc` and `prof` lead to what a listed job says of itself."""

from bisect import bisect_left
from collections.abc import Iterator

from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.search.engine import Suggestion
from jobboard.search.index.stemming import stems
from jobboard.search.index.word_sets import PAIRED, WordSets
from jobboard.search.query import Query
from jobboard.search.sayings import Sayings

KIND = "Trade word"
SHORTEST, MOST, MOST_LOOKED_AT = 2, 3, 12
LAST = "\U0010ffff"


class TradeWords:
    """What somebody begins to type, by all that is said for it. Kept until an admin changes the words."""

    def __init__(self, sayings: Sayings) -> None:
        self.sayings = sayings
        self._ways = sorted((" ".join(way), name) for way, name in sayings.names)
        self._listed: BitMap | None = None
        self._said: dict[str, bool] = {}

    def suggest(self, text: str, sets: WordSets | None, listed: BitMap) -> list[Suggestion]:
        """Names that a listed job says of itself: what the text is a whole way of saying first, then what begins as it does."""
        begun = " ".join(words(text))
        if sets is None or len(begun) < SHORTEST:
            return []
        if listed is not self._listed:
            self._listed, self._said = listed, {}
        found = [name for name in self._begun(begun)[:MOST_LOOKED_AT] if self._is_said(name, sets, listed)]
        return [Suggestion(KIND, name[:1].upper() + name[1:], Query(q=name), None) for name in found[:MOST]]

    def _begun(self, begun: str) -> list[str]:
        start = bisect_left(self._ways, (begun,))
        end = bisect_left(self._ways, (begun + LAST,))
        ways = sorted(
            self._ways[start:end], key=lambda one: (one[0] != begun, not one[1].lower().startswith(begun))
        )
        return list(dict.fromkeys(name for _, name in ways))

    def _is_said(self, name: str, sets: WordSets, listed: BitMap) -> bool:
        """In a title, a name or a declared fact: what stands in a text alone is no name of the work."""
        if name not in self._said:
            said = stems(name)
            self._said[name] = any(held.intersect(listed) for held in _saying(said, sets))
        return self._said[name]


def _saying(said: list[str], sets: WordSets) -> Iterator[BitMap]:
    yield from (sets.after_each_other(part, said) for part in PAIRED if said)
