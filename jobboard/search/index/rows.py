"""For each posting the values it is counted under: what a few postings come to is read off their rows.

A bitmap costs its value's postings, a row only its own: for the few that most searches find, rows are several times quicker.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from pyroaring import BitMap

from jobboard.search.index.arrays import Numbers, numbers_in

Sets = Mapping[str, Mapping[Any, BitMap]]
COUNTED = ("work", "type", "specialty", "credential", "tool", "state", "place_state")
WIDE = 16  # values in one part of a row; what is more goes on elsewhere, for few have more
FEWEST, ONE_IN = 1000, 12


class Rows:
    """Made from the sets of the columns. `places[name][value]` is where the value stands in what `counts` answers."""

    def __init__(self, sets: Sets, room: int) -> None:
        self.places: dict[str, dict[Any, int]] = {name: {} for name in COUNTED}
        self._size = 1  # the first place is nobody's: rows are filled up with it
        held = {self._place(name, value): held for name in COUNTED for value, held in sets[name].items()}
        numbers = {place: numbers_in(each) for place, each in held.items()}
        many = np.zeros(room, dtype=np.int64)
        for those in numbers.values():
            many[those] += 1
        further = -(-np.maximum(many - WIDE, 0) // WIDE)
        self._parts, self._first = further, further.cumsum() - further
        self._used = int(further.sum())
        self._further = np.zeros((self._used, WIDE), dtype=kind_for(self._size))
        self._values = np.zeros((room, WIDE), dtype=kind_for(self._size))
        self._long = BitMap(np.flatnonzero(further))
        many[:] = 0
        for place, those in numbers.items():
            at = many[those]
            begun, ended = those[at < WIDE], those[at >= WIDE]
            self._values[begun, many[begun]] = place
            part, column = np.divmod(many[ended] - WIDE, WIDE)
            self._further[self._first[ended] + part, column] = place
            many[those] += 1

    def put(self, number: int, values: Iterable[tuple[str, Any]]) -> None:
        """A posting in the place of what it was; the end of an old long row is left behind."""
        places = [self._place(name, value) for name, value in set(values) if name in self.places]
        kind = kind_for(self._size)
        self._values, self._further = (
            held.astype(kind, copy=False) for held in (self._values, self._further)
        )
        parts = max(1, -(-len(places) // WIDE))
        row = np.zeros(parts * WIDE, dtype=kind)
        row[: len(places)] = places
        first, *others = row.reshape(-1, WIDE)
        self._values = with_room(self._values, number + 1)
        self._values[number] = first
        self._long.discard(number)
        if others:
            self._put_further(number, others)

    def _put_further(self, number: int, parts: Sequence[Numbers]) -> None:
        self._first, self._parts = with_room(self._first, number + 1), with_room(self._parts, number + 1)
        self._further = with_room(self._further, self._used + len(parts))
        self._further[self._used : self._used + len(parts)] = parts
        self._first[number], self._parts[number] = self._used, len(parts)
        self._used += len(parts)
        self._long.add(number)

    def counts(self, held: BitMap) -> list[int]:
        """How many of these postings have each value, by the value's place."""
        found = np.bincount(self._values[numbers_in(held)].ravel(), minlength=self._size)
        numbers = numbers_in(held & self._long)
        at, left = self._first[numbers], self._parts[numbers]
        while len(at):
            found += np.bincount(self._further[at].ravel(), minlength=self._size)
            more = left > 1
            at, left = at[more] + 1, left[more] - 1
        counts: list[int] = found.tolist()
        return counts

    def _place(self, name: str, value: Any) -> int:
        places = self.places[name]
        if value not in places:
            places[value] = self._size
            self._size += 1
        return places[value]


def kind_for(size: int) -> np.dtype[Any]:
    """Two bytes hold a place until there are 65,536; what takes less room is read sooner."""
    return np.promote_types(np.uint16, np.min_scalar_type(size))


def are_few(held: BitMap, alive: BitMap) -> bool:
    """Whether reading their rows is quicker than asking every value."""
    return len(held) <= max(FEWEST, len(alive) // ONE_IN)


def with_room(held: Numbers, length: int) -> Numbers:
    """The same with room for so many, twice as long when it was too short."""
    if length <= len(held):
        return held
    more = max(2 * len(held), length) - len(held)
    return np.concatenate([held, np.zeros((more, *held.shape[1:]), dtype=held.dtype)])
