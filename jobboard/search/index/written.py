"""The words of listed titles and employers' names as they are written, for what was typed wrong: read as far as somebody asks."""

from jobboard.search.index.word_sets import WRITTEN, WordSets
from jobboard.search.spelling import lengths, letters, near

# The commonest of each letter.
MOST_WORDS, MOST_KEPT = 5_000, 500
Spelled = dict[int, list[tuple[str, int]]]


class Written:
    """The words of one file, and of what was put to it since; `heed` when what is listed changes."""

    def __init__(self, sets: WordSets) -> None:
        self.sets = sets
        self._beginning: dict[str, Spelled] = {}
        self._came = 0
        self._near: dict[str, list[str]] = {}

    def heed(self) -> None:
        """Of the words those that are listed may be others; what was read stays, unless words came."""
        self._near.clear()
        if self._came != self.sets.alphabet.came:
            self._came = self.sets.alphabet.came
            self._beginning.clear()

    def near(self, typed: str) -> list[str]:
        """The words that may have been meant, the nearest first; they begin with one of the first two letters."""
        if typed not in self._near:
            if len(self._near) >= MOST_KEPT:
                self._near.clear()
            starts = [self._words(start) for start in dict.fromkeys(typed[:2])]
            words = (word for of in starts for length in lengths(typed) for word in of.get(length, ()))
            self._near[typed] = near(typed, words, self._is_listed)
        return self._near[typed]

    def _is_listed(self, word: str) -> bool:
        return self.sets.is_said(WRITTEN, word)

    def _words(self, start: str) -> Spelled:
        """The words of a letter by how long they are, each with the letters it has; those of hidden postings are among them."""
        if start not in self._beginning:
            found: Spelled = {}
            for word in self.sets.ever_beginning(WRITTEN, start, MOST_WORDS):
                found.setdefault(len(word), []).append((word, letters(word)))
            self._beginning[start] = found
        return self._beginning[start]
