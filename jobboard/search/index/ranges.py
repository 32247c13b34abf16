"""Who lies between two values of a column, and what is listed now: kept while postings come and go, not worked out anew."""

from datetime import datetime

import numpy as np
from pyroaring import BitMap

from jobboard.search.index.arrays import Numbers, numbers_in
from jobboard.search.index.columns import Columns, ticks

FOREVER = int(np.iinfo(np.int64).max)
# A column is ordered anew after so many changes; until then they are looked at one by one.
MOST_LATE = 500
STEPS = 64
# More than so many are walked through in their order until enough are met, fewer are ordered.
FEW, STRIDE = 4000, 16
MOST_KEPT = 200


class Order:
    """The live postings by rising value of one column, as of one moment; `tail(place)` are those from that place on."""

    def __init__(self, columns: Columns, key: str) -> None:
        alive = numbers_in(columns.alive)
        values = columns.keys[key][alive]
        order = np.argsort(values, kind="stable")
        self.numbers, self.values = alive[order], values[order]
        self.since = len(columns.changed)
        self.step = max(1, -(-len(alive) // STEPS))
        self._tails: list[BitMap] = []

    def places(self, low: int, high: int) -> tuple[int, int]:
        """The first at least `low`, and the first above `high`."""
        end = len(self.values) if high == FOREVER else int(self.values.searchsorted(high, side="right"))
        return int(self.values.searchsorted(low)), end

    def tail(self, place: int) -> BitMap:
        """Whole steps are kept, each made from the one behind it, so that only a part of one has to be put in."""
        if not self._tails:
            self._tails = [BitMap()]
            for start in reversed(range(0, len(self.numbers), self.step)):
                self._tails.append(self._tails[-1] | BitMap(self.numbers[start : start + self.step]))
            self._tails.reverse()
        start = -(-place // self.step)
        return self._tails[start] | BitMap(self.numbers[place : start * self.step])


class Ranges:
    """Answers from columns. `between` includes both ends."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._orders: dict[str, Order] = {}
        self._kept: dict[tuple[str, int, int], BitMap] = {}
        self._kept_at = 0
        self._listed = BitMap()
        self._seen = -1
        self._from = self._until = 0

    def between(self, key: str, low: int, high: int = FOREVER) -> BitMap:
        order = self.order(key)
        first, end = order.places(low, high)
        if self._kept_at != len(self.columns.changed) or len(self._kept) >= MOST_KEPT:
            self._kept, self._kept_at = {}, len(self.columns.changed)
        asked = (key, first, end)
        if asked not in self._kept:
            whole = order.tail(first) - order.tail(end) if end < len(order.numbers) else order.tail(first)
            self._kept[asked] = self._corrected(whole, order, key, low, high)
        return self._kept[asked]

    def nearest(self, held: BitMap, key: str, falling: bool, count: int) -> Numbers:
        """The `count` of what is held with the highest values (`falling`) or the lowest, and all that have as much as the last, in
        rising order."""
        if len(held) <= count:
            return numbers_in(held)
        if len(held) > FEW:
            held = BitMap.union(*self._walked(held, key, falling, count))
        numbers = numbers_in(held)
        values = self.columns.keys[key][numbers]
        values = -values if falling else values
        nearest: Numbers = numbers[values <= np.partition(values, count - 1)[count - 1]]
        return nearest

    def _walked(self, held: BitMap, key: str, falling: bool, count: int) -> tuple[BitMap, BitMap]:
        """At least `count` of what is held, among them all that `nearest` means; and those that changed lately."""
        order = self.order(key)
        late = BitMap(self.columns.changed[order.since :])
        held, late, reach, whole = held - late, held & late, STRIDE * count, len(order.numbers)
        # Nothing that is held closed before the moment it was listed at.
        over = order.places(self._from, FOREVER)[0] if key == "closes" else 0
        while True:
            part = order.numbers[max(0, whole - reach) :] if falling else order.numbers[over : over + reach]
            found = held & BitMap(part)
            if over + reach >= whole:
                return found, late
            if len(found) >= count:
                edge = order.values[whole - reach] if falling else order.values[over + reach - 1]
                first, end = order.places(edge, edge)
                return held & BitMap(order.numbers[first:] if falling else order.numbers[over:end]), late
            reach *= 4

    def order(self, key: str) -> Order:
        """The order of a column, not too many changes old."""
        order = self._orders.get(key)
        if order is None or len(self.columns.changed) - order.since > MOST_LATE:
            order = self._orders[key] = Order(self.columns, key)
        return order

    def _corrected(self, held: BitMap, order: Order, key: str, low: int, high: int) -> BitMap:
        """The same, with what changed since the order was made."""
        late = BitMap(self.columns.changed[order.since :])
        numbers = numbers_in(late & self.columns.alive)
        values = self.columns.keys[key][numbers]
        return (held - late) | BitMap(numbers[(values >= low) & (values <= high)]) if late else held

    def listed(self, now: datetime) -> BitMap:
        """`Posting.is_listed` for all postings at once."""
        at, changed = ticks(now), self.columns.changed
        if self._seen < 0 or len(changed) - self._seen > MOST_LATE or not self._from <= at < self._until:
            self._list(at)
        elif self._seen < len(changed):
            self._relist(BitMap(changed[self._seen :]), at)
        self._seen = len(changed)
        return self._listed

    def _list(self, at: int) -> None:
        numbers = numbers_in(self.columns.alive)
        opens, closes = self._dates(numbers)
        self._listed = BitMap(numbers[(opens <= at) & (closes > at)])
        self._from, self._until = at, min(next_after(at, opens), next_after(at, closes))

    def _relist(self, late: BitMap, at: int) -> None:
        numbers = numbers_in(late & self.columns.alive)
        opens, closes = self._dates(numbers)
        self._listed = (self._listed - late) | BitMap(numbers[(opens <= at) & (closes > at)])
        self._from = at
        self._until = min(self._until, next_after(at, opens), next_after(at, closes))

    def _dates(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        return self.columns.keys["opens"][numbers], self.columns.keys["closes"][numbers]


def next_after(at: int, moments: Numbers) -> int:
    return int(moments[moments > at].min(initial=FOREVER))
