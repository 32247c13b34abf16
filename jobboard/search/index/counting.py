"""How many postings each further choice would leave, counted on bitmaps. A facet's own choice is set aside."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any

import numpy as np
from pyroaring import BitMap

from jobboard.search.index.arrays import numbers_in
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.rows import COUNTED, are_few
from jobboard.search.reading import Reading


class Counter:
    """The counts of one search: `base` is what it holds before its filters."""

    def __init__(self, chooser: Chooser, reading: Reading, base: BitMap, now: datetime) -> None:
        self.chooser, self.columns, self.reading, self.now = chooser, chooser.columns, reading, now
        self.query, self.base = reading.query, base
        self.filters = chooser.filters(reading, now)
        self.whole = self.within("")

    def within(self, skip: str) -> BitMap:
        """What the search holds when one filter is set aside."""
        held = self.base
        for name, bitmap in self.filters.items():
            if name != skip:
                held = held & bitmap
        return held

    def left(self, name: str) -> BitMap:
        return self.within(name) if name in self.filters else self.whole

    def counts(self, facet: str, of: str = "", values: Iterable[Any] | None = None) -> dict[Any, int]:
        """Value -> how many postings it would leave; values that would leave none are not named.

        `of` is the set of the columns when it is not called like the facet; `values` those to count, else all."""
        held, name = self.left(facet), of or facet
        if values is None and name in COUNTED and facet not in self.filters and self.are_few:
            places, read = self.columns.rows.places[name], self._read
            return {value: count for value, place in places.items() if (count := read[place])}
        sets = self.columns.sets[name]
        some = sets.items() if values is None else ((value, sets[value]) for value in values if value in sets)
        size = held.intersection_cardinality
        return {value: count for value, bitmap in some if (count := size(bitmap))}

    @cached_property
    def are_few(self) -> bool:
        return are_few(self.whole, self.columns.alive)

    @cached_property
    def _read(self) -> list[int]:
        """The rows of what was found, read once for all facets without a choice of their own."""
        return self.columns.rows.counts(self.whole)

    def of_employers(self, most: int) -> dict[str, int]:
        """Those with the most postings of what is left, the first by name of those with equally many.

        A posting has one employer: counting the column costs what was found, not how many employers there are."""
        places = self.columns.keys["employer"][numbers_in(self.left("employer"))]
        counts = np.bincount(places, minlength=1)
        so_many = np.bincount(counts)[::-1].cumsum()  # employers with at least as many, from the largest down
        least = len(so_many) - 1 - int(so_many.searchsorted(most))
        shown = np.flatnonzero(counts >= max(least, 1))
        slugs, ranks = self.columns.employers_by_name()
        first = shown[np.lexsort((ranks[shown], -counts[shown]))][:most]
        return {slugs[place]: int(counts[place]) for place in first}

    def count(self, facet: str, bitmap: BitMap) -> int:
        """How many the search would hold with this for the facet's choice."""
        return self.left(facet).intersection_cardinality(bitmap)

    def matrix(self, skip: str, cells: Iterable[tuple[str, BitMap]]) -> dict[str, int]:
        """One axis of the settings, counted within the choice on the other."""
        held = self.whole
        if "setting" in self.filters:
            held = BitMap.intersection(
                self.base, *self.chooser.filters(self.reading, self.now, skip).values()
            )
        return {value: held.intersection_cardinality(bitmap) for value, bitmap in cells}
