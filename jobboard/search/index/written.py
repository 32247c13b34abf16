"""The words of titles and employers' names as they are written, for what was typed wrong: read as far as somebody asks, and
kept until something is written."""

from collections import defaultdict
from typing import Any

from jobboard.search.spelling import lengths, letters, near

WRITTEN = "written"  # the field of the text index
# The commonest of each letter.
MOST_WORDS, MOST_KEPT = 5_000, 500


class Written:
    """Of one state of the text index."""

    def __init__(self, index: Any) -> None:
        self.searcher = index.searcher()
        self._beginning: dict[str, dict[int, list[str]]] = {}
        self._lettered: dict[tuple[str, int], list[tuple[str, int]]] = {}
        self._near: dict[str, list[str]] = {}

    def near(self, typed: str) -> list[str]:
        """The words that may have been meant, the nearest first; they begin with one of the first two letters."""
        if typed not in self._near:
            if len(self._near) >= MOST_KEPT:
                self._near.clear()
            starts = dict.fromkeys(typed[:2])
            words = (
                word for start in starts for length in lengths(typed) for word in self._words(start, length)
            )
            self._near[typed] = near(typed, words)
        return self._near[typed]

    def _words(self, start: str, length: int) -> list[tuple[str, int]]:
        """The words of a letter that are so long, each with the letters it has."""
        if start not in self._beginning:
            self._beginning[start] = defaultdict(list)
            for word, _ in self.searcher.terms_with_prefix(WRITTEN, start, limit=MOST_WORDS):
                self._beginning[start][len(word)].append(word)
        if (start, length) not in self._lettered:
            words = self._beginning[start].get(length, ())
            self._lettered[start, length] = [(word, letters(word)) for word in words]
        return self._lettered[start, length]
