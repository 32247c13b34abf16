"""What every peer is given of a posting, and what every engine is asked: the same texts, tags and questions for all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from jobboard.search.index.columns import cents, ticks
from jobboard.search.index.documents import Document
from jobboard.search.index.telling import Names, told
from jobboard.search.query import Query

PAGE = 20
PAY_FLOORS = (2000, 2400, 2800, 3200, 3600, 4000, 4500, 5000)
FACETS = ("work", "type", "specialty", "credential", "state")
# A tag is one number: the place of its facet, then a number of its own.
ROOM = 1000


@dataclass(frozen=True)
class Entry:
    """One posting. `tags` are what is counted, `families` what covers codes; pay in cents, moments in microseconds."""

    number: int
    title: str
    names: str
    body: str
    tags: tuple[int, ...]
    families: tuple[int, ...]
    pay: int
    published: int
    closes: int
    lat: float | None
    lon: float | None


@dataclass(frozen=True)
class Question:
    """`query` is what our engine is asked, in full; the rest says the same in plain values for the peers.

    `all_facets` is asked of ours alone, where the peers count five."""

    query: Query
    words: tuple[str, ...] = ()
    phrase: bool = False
    tags: tuple[int, ...] = ()
    chains: tuple[tuple[int, ...], ...] = ()
    codes: tuple[str, ...] = ()
    floor: int | None = None
    near: tuple[float, float, int] | None = None
    sort: str = "best"
    beginning: str = ""
    all_facets: bool = False


@dataclass
class Tags:
    """Numbers for the values of facets, given as they are met: the same for everybody who meets the same postings."""

    known: dict[tuple[str, object], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._next = {facet: count(place * ROOM) for place, facet in enumerate(FACETS)}

    def of(self, facet: str, value: object) -> int:
        if (facet, value) not in self.known:
            self.known[facet, value] = next(self._next[facet])
        return self.known[facet, value]

    def of_document(self, document: Document) -> tuple[int, ...]:
        states = ["*"] if document.anywhere else document.workable_from
        parts = document.parts
        values = {
            "work": [document.work_model],
            "type": parts["types"],
            "specialty": parts["specialties"],
            "credential": parts["credentials"],
            "state": states,
        }
        return tuple(sorted({self.of(facet, value) for facet in FACETS for value in values[facet]}))


def entries(documents: Iterable[Document], names: Names, tags: Tags) -> Iterator[Entry]:
    for document in documents:
        texts = {place: " ".join(said) for place, said in told(document, names).items()}
        title, body = texts.pop("title"), texts.pop("body")
        lat, lon = point_of(document)
        yield Entry(
            number=document.number,
            title=title,
            names=" ".join(texts.values()),
            body=body,
            tags=tags.of_document(document),
            families=tuple(sorted(family for family, *_ in document.parts["families"])),
            pay=cents(document.hourly_max),
            published=ticks(document.first_published_at),
            closes=ticks(document.closes_at),
            lat=lat,
            lon=lon,
        )


def point_of(document: Document) -> tuple[float | None, float | None]:
    """Where the first place of work is."""
    for place in document.parts["places"]:
        if not isinstance(place, str):
            return place[-2], place[-1]
    return None, None


def facet_span(tag: int) -> tuple[int, int]:
    """The first and the last tag of a tag's facet."""
    first = tag // ROOM * ROOM
    return first, first + ROOM - 1
