"""The words of each part of the postings in the order of the alphabet, for what begins as somebody types."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

LAST = "\U0010ffff"


class Alphabet:
    """Of the given words by part, and of those that come later; a part is ordered when it is first asked for."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._words = words
        self._ordered: dict[str, list[str]] = {}
        self._later: list[tuple[str, str]] = []
        self.came = 0  # how many came later

    def put(self, part: str, word: str) -> None:
        """One that was not there before."""
        self.came += 1
        if part in self._ordered:
            insort(self._ordered[part], word)
        else:
            self._later.append((part, word))

    def beginning(self, part: str, start: str) -> Sequence[str]:
        """The single words of a part that begin so; two with a space between them are none."""
        if part not in self._ordered:
            later = [word for of, word in self._later if of == part]
            self._ordered[part] = sorted(
                word for word in (*self._words.get(part, ()), *later) if " " not in word
            )
        ordered = self._ordered[part]
        return ordered[bisect_left(ordered, start) : bisect_left(ordered, start + LAST)]
