"""Half a word finds what the whole one would: the commonest words that begin with what was typed, part by part."""

from collections.abc import Sequence

from jobboard.search.index.stemming import stems
from jobboard.search.index.word_sets import WordSets

SHORTEST_BEGINNING, MOST_LOOKED_AT, MOST_ENDINGS, MOST_KEPT = 3, 50, 12, 50
# A word that so many postings hold, and one in so many, is a whole one: nobody means the beginning of another.
# So short a one is whole when anybody says it: it is a short form.
WHOLE, ONE_IN = 3, 1000
SHORT_FORM = 3


class Endings:
    """Of the words that listed postings say in the given parts; another one when what is listed changes."""

    def __init__(self, sets: WordSets, parts: Sequence[str]) -> None:
        self.sets, self.parts = sets, parts
        self._kept: dict[str, list[tuple[str, str]]] = {}

    def of(self, typed: Sequence[str]) -> list[tuple[str, str]]:
        """(Part, longer word) for what was typed; none when that is a whole word, a short one, or more than one."""
        if len(typed) != 1 or len(typed[0]) < SHORTEST_BEGINNING:
            return []
        (word,) = typed
        if word not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[word] = self._looked_up(word)
        return self._kept[word]

    def _looked_up(self, word: str) -> list[tuple[str, str]]:
        if self._is_whole(word):
            return []
        return [(part, longer) for part in self.parts for longer in self._commonest(part, word)]

    def _is_whole(self, word: str) -> bool:
        """The texts, which are the last part, say most words: often they alone tell."""
        left = 1 if len(word) <= SHORT_FORM else max(WHOLE, len(self.sets.listed or ()) // ONE_IN)
        for part in reversed(self.parts):
            for stem in stems(word):
                left -= self.sets.how_many(part, stem)
            if left <= 0:
                return True
        return False

    def _commonest(self, part: str, start: str) -> list[str]:
        found = self.sets.beginning(part, start, MOST_LOOKED_AT)
        return sorted(found, key=lambda stem: (-self.sets.how_many(part, stem), stem))[:MOST_ENDINGS]
