"""A whole number for each posting, added up and compared by bitmaps, without looking at one posting after the other."""

import numpy as np
from pyroaring import BitMap

from jobboard.search.index.arrays import Numbers, numbers_in


class Tally:
    """`digits[n]` are those whose number has the n-th binary digit (from the lowest); who is in none of them has 0."""

    def __init__(self) -> None:
        self.digits: list[BitMap] = []

    def add(self, held: BitMap, amount: int) -> None:
        """So much more (at least 0) for each of those."""
        for place in range(amount.bit_length()):
            if amount >> place & 1:
                self._carry(held, place)

    def _carry(self, held: BitMap, place: int) -> None:
        while held:
            while len(self.digits) <= place:
                self.digits.append(BitMap())
            digit = self.digits[place]
            self.digits[place], held, place = digit ^ held, digit & held, place + 1

    def first(self, among: BitMap, count: int, most: bool) -> tuple[BitMap, BitMap]:
        """Of the first `count`, those with the most first or the least: who is one of them for sure, and those with one and the
        same number of whom the others are."""
        sure = BitMap()
        for digit in reversed(self.digits):
            ahead = among & digit if most else among - digit
            if len(sure) + len(ahead) >= count:
                among = ahead
            else:
                sure |= ahead
                among = among - ahead
        return sure, among

    def of(self, numbers: Numbers) -> Numbers:
        """The number of each of these postings, which are in rising order."""
        values, those = np.zeros(len(numbers), dtype=np.int64), BitMap(numbers)
        for place, digit in enumerate(self.digits):
            values[numbers.searchsorted(numbers_in(digit & those))] += 1 << place
        return values
