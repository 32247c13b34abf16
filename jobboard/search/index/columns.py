"""What can be chosen, as bitmaps and columns over the postings' numbers: who holds a value is one bitmap.

Everything here is derived from the database and lives in memory. A posting is put in or taken out whole.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.domain.postings.terms import CredentialNeed
from jobboard.domain.postings.tools import slug_of_tool
from jobboard.search.filtering import TAKES_APPRENTICES
from jobboard.search.index.arrays import Numbers, numbers_in
from jobboard.search.index.documents import Document
from jobboard.search.index.rows import Rows

START = datetime(1970, 1, 1, tzinfo=UTC)
FIRST_ROOM = 1024
UNKNOWN = -1
OVERSEEING, MOSTLY = "overseeing", 50
ID = "S26"
KEYS = ("opens", "closes", "published", "shown", "pay", "pay_from", "experience", "answers", "employer")

SINGLE = ("alive", "anywhere", "apprentice", "paid", "reviewed")


class Columns:
    """`sets[name][value]` holds the numbers of the postings with that value; `keys[name][number]` is a whole number:
    ticks for moments, cents an hour for pay (its top, and `pay_from` its bottom), months for experience, days for `answers`, -1
    where the posting does not say, and for the employer its place among the labels. The set "either" holds pairs of
    credentials of which either will do, the lower first. `ids[number]` is the posting's id.
    `shares[family][percent]` are those whose work it is to so many percent. `names` are what employers are called by their slugs,
    `spellings` what a tool is called; the set "spelled" holds who calls it so. `changed` are the numbers that were put in or taken out, one for each change."""

    def __init__(self, ancestors: Callable[[int], Iterable[int]]) -> None:
        self.ancestors = ancestors
        self.alive = BitMap()
        self.anywhere = BitMap()
        self.apprentice = BitMap()
        self.paid = BitMap()
        self.reviewed = BitMap()
        self.sets: dict[str, dict[Any, BitMap]] = defaultdict(lambda: defaultdict(BitMap))
        self.shares: dict[int, dict[int, BitMap]] = defaultdict(lambda: defaultdict(BitMap))
        self.names: dict[str, str] = {}
        self.spellings: dict[str, set[str]] = defaultdict(set)
        self.keys = {name: np.full(FIRST_ROOM, UNKNOWN, dtype=np.int64) for name in KEYS}
        self.ids = np.zeros(FIRST_ROOM, dtype=ID)
        self.employers: dict[str, int] = {}
        self._by_name: tuple[list[str], Numbers] | None = None
        self.changed: array[int] = array("I")
        self._rows: Rows | None = None

    @property
    def rows(self) -> Rows:
        """The same values by posting; made when first asked for, then kept in step."""
        return self._rows or self.make_rows()

    def make_rows(self) -> Rows:
        """All at once, when the columns are filled."""
        self._rows = Rows(self.sets, len(self.ids))
        return self._rows

    def put(self, document: Document) -> None:
        number = document.number
        if number in self.alive:
            self.take_out(number)
        self._make_room(number)
        self.ids[number] = document.id
        for name, value in self._keys(document).items():
            self.keys[name][number] = value
        values = list(self._values(document))
        for name, value in values:
            self.sets[name][value].add(number)
        if self._rows is not None:
            self._rows.put(number, values)
        self.keys["employer"][number] = self._employer(document.employer_slug, document.employer_name)
        for tool in document.parts["tools"]:
            self.spellings[slug_of_tool(tool)].add(tool)
        for family, share in document.parts["families"]:
            if share:
                self.shares[family][share].add(number)
        for held in self._marks(document):
            held.add(number)
        self.changed.append(number)

    def take_out(self, number: int) -> None:
        if number not in self.alive:
            return
        for values in (*self.sets.values(), *self.shares.values()):
            for held in values.values():
                held.discard(number)
        for name in SINGLE:
            getattr(self, name).discard(number)
        self.changed.append(number)

    def employers_by_name(self) -> tuple[list[str], Numbers]:
        """The employers' slugs by their place, and which rank each one's name has among the names."""
        if self._by_name is None:
            slugs, names = list(self.employers), self.names
            ranks = np.empty(len(slugs), dtype=np.int64)
            ranks[sorted(range(len(slugs)), key=lambda place: names[slugs[place]].lower())] = range(
                len(slugs)
            )
            self._by_name = slugs, ranks
        return self._by_name

    def tool_called(self, slug: str, listed: BitMap) -> str:
        """A tool's name as most of those listed spell it; of spellings that equally many have, the first by the alphabet."""
        spellings, held = self.spellings[slug], self.sets["spelled"]
        if len(spellings) == 1:
            return next(iter(spellings))
        return min(spellings, key=lambda tool: (-listed.intersection_cardinality(held[tool]), tool))

    def last_opening(self, now: datetime) -> datetime:
        """The last moment up to `now` at which one of the postings opened; 1970 when none did."""
        opens = self.keys["opens"][numbers_in(self.alive)]
        last = int(opens[opens <= ticks(now)].max(initial=0))
        return START + timedelta(microseconds=last)

    def _employer(self, slug: str, name: str) -> int:
        """Its place; the ranks of all names are worked out again when a name is new."""
        if self.names.get(slug) != name:
            self.names[slug], self._by_name = name, None
        return self.employers.setdefault(slug, len(self.employers))

    def _marks(self, document: Document) -> Iterator[BitMap]:
        """What is plainly so or not."""
        yield self.alive
        marks = {
            "anywhere": document.anywhere,
            "apprentice": document.apprentices in TAKES_APPRENTICES,
            "paid": document.says_pay,
            "reviewed": document.reviewed,
        }
        yield from (getattr(self, name) for name, is_so in marks.items() if is_so)

    def ids_of(self, numbers: Sequence[int]) -> dict[int, str]:
        """Number -> posting id, in the order of the numbers."""
        return {number: self.ids[number].decode() for number in numbers}

    def holders(self, name: str, values: Iterable[Any]) -> BitMap:
        """The postings that hold one of the values."""
        held = self.sets[name]
        return BitMap.union(BitMap(), *(held[value] for value in values if value in held))

    def _values(self, document: Document) -> Iterator[tuple[str, Any]]:
        parts = document.parts
        yield "work", document.work_model
        yield "employer", document.employer_slug
        yield "apprentices", document.apprentices
        if document.overseeing > MOSTLY:
            yield OVERSEEING, True
        yield from (("title", word) for word in set(words(document.title)))
        yield from (("type", value) for value in parts["types"])
        yield from (("specialty", value) for value in parts["specialties"])
        yield from (("cell", cell) for cell in parts["settings"])
        yield from (("tool", slug_of_tool(tool)) for tool in parts["tools"])
        yield from (("spelled", tool) for tool in parts["tools"])
        yield from (("state", state) for state in document.workable_from)
        for state, lat, lon in document.places:
            yield "place_state", state
            yield "point", (lat, lon)
        yield from self._trees(document)

    def _trees(self, document: Document) -> Iterator[tuple[str, Any]]:
        for credential, need in document.parts["credentials"]:
            yield "credential", credential
            yield CredentialNeed(need).value, credential
        groups = document.parts["groups"]
        for group, credential in groups:
            yield from (
                ("either", (credential, other))
                for same, other in groups
                if same == group and credential < other
            )
        for family, _ in document.parts["families"]:
            yield "family", family
            yield from (("below", above) for above in self.ancestors(family))

    @staticmethod
    def _keys(document: Document) -> dict[str, int]:
        experience = document.experience_months
        return {
            "opens": ticks(document.opens_at),
            "closes": ticks(document.closes_at),
            "published": ticks(document.first_published_at),
            "shown": ticks(document.shown_at or document.first_published_at),
            "pay": cents(document.hourly_max),
            "pay_from": cents(document.hourly_min),
            "experience": UNKNOWN if experience is None else experience,
            "answers": UNKNOWN if document.response_days is None else document.response_days,
        }

    def _make_room(self, number: int) -> None:
        room = len(self.keys["opens"])
        if number < room:
            return
        more = max(2 * room, number + 1) - room
        self.ids = np.concatenate([self.ids, np.zeros(more, dtype=ID)])
        for name, key in self.keys.items():
            self.keys[name] = np.concatenate([key, np.full(more, UNKNOWN, dtype=np.int64)])


def ticks(moment: datetime) -> int:
    """Microseconds since 1970: what the database keeps, so that no moment is rounded."""
    return (moment - START) // timedelta(microseconds=1)


def cents(amount: Decimal | None) -> int:
    return UNKNOWN if amount is None else int(amount * 100)
