"""The one door to the index: whatever engine stands behind it, the board asks and is answered in these values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from jobboard.search.query import Query
from jobboard.search.reading import Reading

PAGE_SIZE = 20


@dataclass(frozen=True)
class Option:
    """One value of a facet: how many postings the search would hold with it, its facet's other choices set aside."""

    value: str
    label: str
    count: int
    checked: bool = False


@dataclass(frozen=True)
class Facet:
    """`name` is the parameter its values go to; `group` tells two facets of one parameter apart."""

    name: str
    group: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Result:
    """One page of an answer: `ids` are postings in order, `total` all of them, `reasons` why a code found each."""

    reading: Reading
    total: int
    ids: Sequence[str]
    reasons: Mapping[str, Sequence[str]] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    did_you_mean: str | None = None

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


class Engine(Protocol):
    """What the board needs of a search engine. Only `listed(now)` postings may ever be answered."""

    def index(self, ids: Iterable[str]) -> None:
        """These postings were published or changed."""

    def remove(self, ids: Iterable[str]) -> None:
        """These postings are no longer to be found."""

    def search(self, query: Query, now: datetime) -> Result:
        """One page of what is listed at `now` and matches, with the counts of every facet."""
