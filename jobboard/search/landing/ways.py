"""Which landing pages there are, and how many jobs each holds, counted on the bitmaps of the index."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from pyroaring import BitMap

from jobboard.search.index.arrays import numbers_in
from jobboard.search.index.catalog import Catalog
from jobboard.search.index.columns import START, Columns
from jobboard.search.index.engine import Index
from jobboard.search.landing.page import FEWEST, PAIRS, REMOTE, Landing


class Way(NamedTuple):
    """A page that there is: enough jobs, and when the newest change to one of them was shown."""

    landing: Landing
    jobs: int
    changed_at: datetime


@dataclass(frozen=True)
class Counted:
    """Every page as it was counted, and what it was counted from."""

    standing: tuple[int, BitMap, Catalog]
    ways: list[Way]


KEPT: WeakKeyDictionary[Columns, Counted] = WeakKeyDictionary()


def every(index: Index, now: datetime) -> list[Way]:
    """Every page there is, counted again only when a posting changed, a date was reached or a name is no longer offered."""
    with index.lock:
        ways = Ways(index, now)
        kept = KEPT.get(ways.columns)
        if kept is None or kept.standing != ways.standing:
            kept = KEPT[ways.columns] = Counted(ways.standing, list(ways.every()))
        return kept.ways


class Ways:
    """What is listed at `now`. Whoever asks holds the index's lock."""

    def __init__(self, index: Index, now: datetime) -> None:
        self.columns, self.catalog = index.chooser.columns, index.catalog
        self.listed = index.chooser.listed(now)

    @property
    def standing(self) -> tuple[int, BitMap, Catalog]:
        """What every count depends on."""
        return len(self.columns.changed), self.listed, self.catalog

    def holding(self, landing: Landing) -> BitMap:
        """The jobs of a page. Nothing for a name that nobody knows."""
        held = self.listed
        for kind in landing.kinds:
            held = held & self._holders(kind, getattr(landing, kind))
        return held

    def others(self, landing: Landing, kind: str) -> dict[str, int]:
        """How many jobs the same page holds for each value of `kind`, where they are enough for a page of their own."""
        rest = landing.but(**{kind: ""})
        return {value: len(found) for value, found in self._within(kind, self.holding(rest), rest.state)}

    def is_one(self, landing: Landing) -> bool:
        """Whether there are jobs enough for this page."""
        return self._enough(self.holding(landing), landing.state)

    def every(self) -> Iterator[Way]:
        """Every page: those of one choice, then the pairs."""
        for kind in ("specialty", "credential", "family", "state", "work"):
            singles = list(self._within(kind, self.listed))
            yield from (self._way(Landing(**{kind: value}), held) for value, held in singles)
            for first, second in PAIRS:
                if first == kind:
                    yield from self._pairs(first, second, singles)

    def label(self, kind: str, value: str) -> str:
        """The name of a specialty, a state, or a credential in short."""
        if kind == "state":
            return dict(self.catalog.states)[value]
        label: str = self._tags(kind)[value].label
        return label

    def _pairs(self, first: str, second: str, singles: Iterable[tuple[str, BitMap]]) -> Iterator[Way]:
        for value, held in singles:
            for other, both in self._within(second, held):
                yield self._way(Landing(**{first: value, second: other}), both)

    def _within(self, kind: str, held: BitMap, state: str = "") -> Iterator[tuple[str, BitMap]]:
        """The values of a kind that enough of these jobs have."""
        for value in self._values(kind):
            found = held & self._holders(kind, value)
            if self._enough(found, value if kind == "state" else state):
                yield value, found

    def _enough(self, held: BitMap, state: str) -> bool:
        """A state's jobs are enough only if as many name it: the others are remote from anywhere, and a page of nothing
        else would be the same for every state."""
        own = held & self._places(state) if state else held
        return len(own) >= FEWEST

    def _values(self, kind: str) -> Iterable[str]:
        if kind == "state":
            return (code for code, _ in self.catalog.states)
        if kind == "work":
            return (REMOTE.work,)
        if kind == "family":
            return (slug for slug, id in self.catalog.families.items() if id in self.columns.sets["below"])
        return (tag.slug for tag in self._tags(kind).values() if tag.shown)

    def _holders(self, kind: str, value: str) -> BitMap:
        if kind == "state":
            return self.columns.anywhere | self._places(value)
        if kind == "work":
            return self.columns.holders("work", [value])
        if kind == "family":
            return self.columns.holders("below", [self.catalog.families.get(value)])
        tag = self._tags(kind).get(value)
        return self.columns.holders(kind, [tag.id] if tag else [])

    def _places(self, state: str) -> BitMap:
        return self.columns.holders("state", [state])

    def _tags(self, kind: str) -> Mapping[str, Any]:
        return self.catalog.specialties if kind == "specialty" else self.catalog.credentials

    def _way(self, landing: Landing, held: BitMap) -> Way:
        newest = int(self.columns.keys["shown"][numbers_in(held)].max())
        return Way(landing, len(held), START + timedelta(microseconds=newest))
