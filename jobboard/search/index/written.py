"""The words of listed titles and employers' names as they are written, for what was typed wrong: read as far as somebody asks."""

from jobboard.search.index.word_sets import WRITTEN, WordSets
from jobboard.search.spelling import lengths, letters, near

# The commonest of each letter.
MOST_WORDS, MOST_KEPT = 5_000, 500


class Written:
    """Of what is listed now; another one when that changes."""

    def __init__(self, sets: WordSets) -> None:
        self.sets = sets
        self._beginning: dict[str, dict[int, list[tuple[str, int]]]] = {}
        self._near: dict[str, list[str]] = {}

    def near(self, typed: str) -> list[str]:
        """The words that may have been meant, the nearest first; they begin with one of the first two letters."""
        if typed not in self._near:
            if len(self._near) >= MOST_KEPT:
                self._near.clear()
            starts = [self._words(start) for start in dict.fromkeys(typed[:2])]
            words = (word for of in starts for length in lengths(typed) for word in of.get(length, ()))
            self._near[typed] = near(typed, words)
        return self._near[typed]

    def _words(self, start: str) -> dict[int, list[tuple[str, int]]]:
        """The words of a letter by how long they are, each with the letters it has."""
        if start not in self._beginning:
            found: dict[int, list[tuple[str, int]]] = {}
            self._beginning[start] = found
            for word in self.sets.beginning(WRITTEN, start, MOST_WORDS):
                found.setdefault(len(word), []).append((word, letters(word)))
        return self._beginning[start]
