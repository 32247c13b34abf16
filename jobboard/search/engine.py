"""The one door to the index: whatever engine stands behind it, the board asks and is answered in these values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from jobboard.search.query import Query
from jobboard.search.reading import Reading

PAGE_SIZE = 20
# Nobody reads farther; to put all of a million in order for one page would keep everybody else waiting.
DEEPEST = 500
TOO_DEEP = f"A search shows its first {DEEPEST * PAGE_SIZE:,} jobs. A choice or a word more, or another order, leads to the others."


class Option(NamedTuple):
    """One value of a facet: how many postings the search would hold with it, its facet's other choices set aside.

    `count` is None while nobody has counted; `depth` is how far down a tree it stands. A search makes hundreds: a tuple is
    made, and held against what was drawn before, in a third of the time of a frozen dataclass.
    """

    value: str
    label: str
    count: int | None  # type: ignore[assignment]  # nobody asks a choice how often it holds something
    checked: bool = False
    depth: int = 0


class Facet(NamedTuple):
    """`name` is the parameter its values go to; `group` tells two facets of one parameter apart."""

    name: str
    group: str
    title: str
    options: tuple[Option, ...]


class Advice(NamedTuple):
    """Something to let go of: what it is called, the search without it, and how many jobs that holds."""

    label: str
    query: Query
    jobs: int


class Suggestion(NamedTuple):
    """What somebody may be about to type: its kind, its name, the search it leads to, how many jobs that holds (None where
    counting would take longer than typing)."""

    kind: str
    label: str
    query: Query
    jobs: int | None


@dataclass(frozen=True)
class Result:
    """One page of an answer: `ids` are postings in order, `total` all of them, `reasons` why each was found.
    `advice` is what to let go of when little or nothing was found, what brings most first."""

    reading: Reading
    total: int
    ids: Sequence[str]
    reasons: Mapping[str, Sequence[str]] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    advice: tuple[Advice, ...] = ()
    did_you_mean: str | None = None

    @property
    def pages(self) -> int:
        """How many there are to be opened: no more than DEEPEST."""
        return max(1, min(DEEPEST, -(-self.total // PAGE_SIZE)))

    @property
    def messages(self) -> tuple[str, ...]:
        """What has to be said about the search; at the end of what is shown, that there is more."""
        is_cut = self.total > DEEPEST * PAGE_SIZE and self.reading.query.page >= DEEPEST
        return (*self.reading.messages, TOO_DEEP) if is_cut else self.reading.messages


class Engine(Protocol):
    """What the board needs of a search engine. Only `listed(now)` postings may ever be answered."""

    def search(self, query: Query, now: datetime, wanted: Collection[str] | None = None) -> Result:
        """One page of what is listed at `now` and matches, with the counts of every facet and what to let go of.

        `wanted` names the parameters whose facets are counted, where not all are."""

    def found(self, query: Query, now: datetime, *, why: bool = True) -> Result:
        """The same page for those who need no choices: without facets and without advice; with no `why`, without reasons too."""

    def among(self, query: Query, ids: Collection[str], now: datetime) -> Mapping[str, Sequence[str]]:
        """Of these postings those that are listed and hold all that was asked, each with why it was found.

        It costs what these few postings cost, however many the board has. What only holds most of the words, or shares no
        more than the specialty of a code, is not named, and nothing is read as another spelling."""

    def suggest(self, text: str, now: datetime) -> list[Suggestion]:
        """What may be meant by the beginning of a text, the likeliest first; each leads to something listed at `now`."""
