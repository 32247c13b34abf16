"""Half a word finds what the whole one would: the commonest words that begin with what was typed, part by part."""

from collections.abc import Sequence
from typing import Any

from jobboard.search.index.stemming import stems

SHORTEST_BEGINNING, MOST_ENDINGS, MOST_KEPT = 4, 12, 50
# A word that so many postings hold, and one in so many, is a whole one: nobody means the beginning of another.
WHOLE, ONE_IN = 3, 1000


class Endings:
    """Of the words in the given parts of a text index; kept until somebody clears it because something was written."""

    def __init__(self, index: Any, parts: Sequence[str]) -> None:
        self.index, self.parts = index, parts
        self._kept: dict[str, list[tuple[str, str]]] = {}

    def clear(self) -> None:
        self._kept.clear()

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
        searcher, cut = self.index.searcher(), stems(word)
        held = sum(searcher.doc_freq(part, stem) for part in self.parts for stem in cut)
        if held >= max(WHOLE, searcher.num_docs // ONE_IN):
            return []
        return [
            (part, longer)
            for part in self.parts
            for longer, _ in searcher.terms_with_prefix(part, word, limit=MOST_ENDINGS)
        ]
