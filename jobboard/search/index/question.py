"""What is asked of the texts, twice: as the text engine reads it, and as the words that it comes to."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pyroaring import BitMap

from jobboard.search.index.word_sets import PAIRED


class Way(NamedTuple):
    """One way of saying something: these stems after each other in that part, and how much it tells."""

    part: str
    stems: tuple[str, ...]
    weight: float

    @property
    def place(self) -> tuple[str, tuple[str, ...]]:
        """What is said where, however much it tells."""
        return self.part, self.stems

    @property
    def is_kept(self) -> bool:
        """Who says it is a set of its own; of anything longer the text engine has to read who does."""
        return len(self.stems) == 1 or (len(self.stems) == 2 and self.part in PAIRED)


class Question(NamedTuple):
    """`asked` of the text engine; each of `all_of` has to be said in one of its ways, and at least so many of `some_of`."""

    asked: Any
    all_of: Sequence[Sequence[Way]]
    some_of: Sequence[Sequence[Way]] = ()
    least: int = 0

    def held(self, saying: Callable[[Sequence[Way]], BitMap], only: BitMap | None) -> BitMap:
        """Who answers it (of `only` those, if they are named), when `saying` tells who says something in one of its ways."""
        found = only
        for ways in self.all_of:
            found = saying(ways) if found is None else found & saying(ways)
        if self.least:
            some = at_least(self.least, [saying(ways) for ways in self.some_of])
            found = some if found is None else found & some
        return BitMap() if found is None else found


def at_least(least: int, sets: Sequence[BitMap]) -> BitMap:
    """Who is in at least so many of the sets."""
    levels = [BitMap() for _ in range(least)]
    for held in sets:
        for level in range(least - 1, 0, -1):
            levels[level] |= levels[level - 1] & held
        levels[0] |= held
    return levels[-1]
