"""For each posting the values it is counted under: what a few postings come to is read off their rows.

A bitmap costs its value's postings, a row only its own: for the few that most searches find, rows are several times quicker.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from pyroaring import BitMap

Sets = Mapping[str, Mapping[Any, BitMap]]
Numbers = np.ndarray[Any, np.dtype[Any]]
COUNTED = ("work", "type", "specialty", "credential", "tool", "state", "place_state")
WIDE = 16  # values in one part of a row; whoever has more goes on in the next part
FEWEST, ONE_IN = 1000, 12


class Rows:
    """Made from the sets of the columns. `places[name][value]` is where the value stands in what `counts` answers."""

    def __init__(self, sets: Sets, room: int) -> None:
        self.places: dict[str, dict[Any, int]] = {name: {} for name in COUNTED}
        self._size = 1  # the first place is nobody's: rows are filled up with it
        held = {self._place(name, value): held for name in COUNTED for value, held in sets[name].items()}
        numbers = {place: np.frombuffer(each.to_array(), dtype=np.uint32) for place, each in held.items()}
        many = np.zeros(room, dtype=np.int64)
        for those in numbers.values():
            many[those] += 1
        self._parts = parts_of(many)
        self._first = self._parts.cumsum() - self._parts
        self._used = int(self._parts.sum())
        values, at = np.zeros(self._used * WIDE, dtype=np.uint32), self._first * WIDE
        for place, those in numbers.items():
            values[at[those]] = place
            at[those] += 1
        self._values = values.reshape(-1, WIDE)

    def put(self, number: int, values: Iterable[tuple[str, Any]]) -> None:
        """A posting in the place of what it was; its old row is left behind."""
        places = [self._place(name, value) for name, value in set(values) if name in self.places]
        parts = int(parts_of(np.asarray(len(places))))
        self._first, self._parts = with_room(self._first, number + 1), with_room(self._parts, number + 1)
        self._values = with_room(self._values, self._used + parts)
        row = np.zeros(parts * WIDE, dtype=np.uint32)
        row[: len(places)] = places
        self._values[self._used : self._used + parts] = row.reshape(-1, WIDE)
        self._first[number], self._parts[number] = self._used, parts
        self._used += parts

    def counts(self, held: BitMap) -> list[int]:
        """How many of these postings have each value, by the value's place."""
        numbers = np.frombuffer(held.to_array(), dtype=np.uint32).astype(np.intp)
        at, left = self._first[numbers], self._parts[numbers]
        found = np.zeros(self._size, dtype=np.int64)
        while len(at):
            found += np.bincount(self._values[at].ravel(), minlength=self._size)
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


def parts_of(values: Numbers) -> Numbers:
    """How many parts rows of so many values have: at least one, be it empty."""
    parts: Numbers = np.maximum(1, -(-values // WIDE))
    return parts


def are_few(held: BitMap, alive: BitMap) -> bool:
    """Whether reading their rows is quicker than asking every value."""
    return len(held) <= max(FEWEST, len(alive) // ONE_IN)


def with_room(held: Numbers, length: int) -> Numbers:
    """The same with room for so many, twice as long when it was too short."""
    if length <= len(held):
        return held
    more = max(2 * len(held), length) - len(held)
    return np.concatenate([held, np.zeros((more, *held.shape[1:]), dtype=held.dtype)])
