"""Who says a word, as bitmaps: for each part of a posting and each stem one, kept in a file that all processes share.

The file is only read; what changed since it was written is kept beside it, until there is enough for another file.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.search.index.alphabet import Alphabet
from jobboard.search.index.telling import Said
from jobboard.search.index.whole_file import whole_file

LAYOUT = 3
LENGTH = 8  # bytes that say how long the list of contents is
MOST_LATE, ONE_IN, MOST_KEPT, MOST_TOLD = 1000, 200, 100, 20_000
Place = tuple[str, str]  # a part of a posting; a stem, or two with a space between them
# Names are short, many of them are two words, and half the board may hold one: these are looked up as pairs.
PAIRED = ("title", "specialty", "family", "credential", "employer", "tool", "duty", "term", "offer")
WRITTEN = "written"  # the words of titles and employers' names as they are written, for what was typed wrong
Contents = Mapping[
    str, Mapping[str, tuple[int, int, int]]
]  # where it lies, how long it is, how many it holds


class Gathering:
    """The words of a whole board, before they are a file."""

    def __init__(self) -> None:
        self.sets: dict[Place, BitMap] = defaultdict(BitMap)

    def put(self, said: Said) -> None:
        for place in places(said):
            self.sets[place].add(said.document.number)


class WordSets:
    """`seen` is the change that the file stands at. `listed` are those whose words count as said: what only others say, a search
    must not take longer for than for what nobody says."""

    def __init__(self, data: bytes | mmap, contents: Contents, seen: int) -> None:
        self.seen, self._data, self._contents = seen, data, contents
        self._late = BitMap()
        self._fresh: dict[Place, BitMap] = defaultdict(BitMap)
        self._places: dict[int, list[Place]] = {}
        self._kept: dict[Place, BitMap] = {}
        self.alphabet = Alphabet(contents)
        self.listed: BitMap | None = None
        self._told: dict[Place, bool] = {}

    def heed(self, listed: BitMap) -> None:
        """From now on what these say counts as said."""
        self.listed = listed
        self._told.clear()

    def after_each_other(self, part: str, stems: Sequence[str]) -> BitMap:
        """Who says these stems there, each next to the one before it as far as pairs tell. Not to be written to."""
        first, *others = looked_up(part, stems)
        found = self.of(part, first)
        for other in others:
            found = found & self.of(part, other)
        return found

    def titled(self) -> BitMap:
        """Who has a title with a word in it: all that the words were made of, but for titles of signs alone."""
        said = self._contents.get("title", {})
        return BitMap.union(BitMap(), *(self._read("title", stem) for stem in said if " " not in stem))

    def are_said(self, part: str, stems: Sequence[str]) -> bool:
        """Whether these stems stand there in a listed posting, as far as single words and pairs tell."""
        if len(stems) == 1:
            return self.is_said(part, stems[0])
        return all(self.is_said(part, each) for each in looked_up(part, stems))

    def beginning(self, part: str, start: str, most: int) -> list[str]:
        """What listed postings say there in one word that begins so; of more words than `most` the commonest."""
        return [stem for stem in self.ever_beginning(part, start, most) if self.is_said(part, stem)]

    def ever_beginning(self, part: str, start: str, most: int) -> Sequence[str]:
        """The same, said by listed postings or not."""
        found = self.alphabet.beginning(part, start)
        return nlargest(most, found, key=lambda stem: self._count(part, stem)) if len(found) > most else found

    def how_many(self, part: str, stem: str) -> int:
        """How many listed postings say it there."""
        held = self.of(part, stem) if self.is_said(part, stem) else BitMap()
        return len(held) if self.listed is None else held.intersection_cardinality(self.listed)

    def is_listed(self, held: BitMap) -> bool:
        """Whether one of them is listed."""
        return bool(held) if self.listed is None else held.intersect(self.listed)

    def is_said(self, part: str, stem: str) -> bool:
        """The same of one stem."""
        told = self._told.get((part, stem))
        if told is None:
            if len(self._told) >= MOST_TOLD:
                self._told.clear()
            is_there = stem in self._contents.get(part, ()) or (part, stem) in self._fresh
            told = self._told[part, stem] = is_there and self.is_listed(self.of(part, stem))
        return told

    def _count(self, part: str, stem: str) -> int:
        """How many say it, those not counted out that said it when the file was written."""
        _, _, count = self._contents.get(part, {}).get(stem, (0, 0, 0))
        return count + len(self._fresh.get((part, stem), ()))

    def of(self, part: str, stem: str) -> BitMap:
        """The numbers of the postings that say it there, not to be written to: who asks again, as a search does for its reasons,
        is handed the same set. Raises ValueError when the file is damaged."""
        kept = self._kept.get((part, stem))
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[part, stem] = self._read(part, stem)
        return kept

    def _read(self, part: str, stem: str) -> BitMap:
        found = self._contents.get(part, {}).get(stem)
        held = BitMap.deserialize(self._data[found[0] : found[0] + found[1]]) if found else BitMap()
        if self._late:
            held -= self._late
            held |= self._fresh.get((part, stem), BitMap())
        return held

    def put(self, said: Said) -> None:
        number = said.document.number
        self.take_out(number)  # which forgets what is kept
        self._places[number] = places(said)
        for place in self._places[number]:
            part, stem = place
            if place not in self._fresh and stem not in self._contents.get(part, ()):
                self.alphabet.put(part, stem)
            self._fresh[place].add(number)

    def take_out(self, number: int) -> None:
        self._kept.clear()
        self._told.clear()
        self._late.add(number)
        for place in self._places.pop(number, ()):
            self._fresh[place].discard(number)

    def is_late(self, alive: int) -> bool:
        """Whether so much changed that another file is worth its while."""
        return len(self._late) > max(MOST_LATE, alive // ONE_IN)

    def as_of_now(self) -> "WordSets":
        """The same, of which no later change is seen."""
        copy = WordSets(self._data, self._contents, self.seen)
        copy._late = self._late.copy()
        copy._fresh = defaultdict(BitMap, {place: held.copy() for place, held in self._fresh.items()})
        return copy

    def all(self) -> Iterator[tuple[Place, BitMap]]:
        known = {(part, stem) for part, of in self._contents.items() for stem in of}
        for part, stem in known | self._fresh.keys():
            yield (part, stem), self._read(part, stem)


def places(said: Said) -> list[Place]:
    """Every stem of a posting, once for each part it stands in; of short parts also any two that follow each other."""
    return [
        *((part, stem) for part, stems in said.parts.items() for stem in set(stems)),
        *(
            (part, pair)
            for part in PAIRED
            for pair in set(map(paired, said.parts[part], said.parts[part][1:]))
        ),
        *((WRITTEN, word) for word in set(words(f"{said.document.title} {said.document.employer_name}"))),
    ]


def looked_up(part: str, stems: Sequence[str]) -> Sequence[str]:
    """What tells who says these stems after each other: pairs where there are some, else each of them."""
    return list(map(paired, stems, stems[1:])) if part in PAIRED and len(stems) > 1 else stems


def paired(one: str, other: str) -> str:
    return f"{one} {other}"


def write(sets: Iterable[tuple[Place, BitMap]], seen: int, names_of: str, file: Path) -> None:
    """One bitmap after the other, then where each lies; the file is there whole or not at all."""
    contents: dict[str, dict[str, tuple[int, int, int]]] = defaultdict(dict)
    at, checked = 0, 0
    with whole_file(file) as out:
        for (part, stem), held in sets:
            if held:
                held.run_optimize()
                data = held.serialize()
                contents[part][stem] = (at, len(data), len(held))
                at, checked = at + out.write(data), crc32(data, checked)
        about = {
            "layout": LAYOUT,
            "seen": seen,
            "names_of": names_of,
            "checked": checked,
            "contents": contents,
        }
        length = out.write(json.dumps(about).encode())
        out.write(length.to_bytes(LENGTH))


def read(file: Path, names_of: str) -> WordSets | None:
    """None when there is no file, a damaged one, or none that fits the names loaded then."""
    try:
        with file.open("rb") as kept:
            data = mmap(kept.fileno(), 0, access=ACCESS_READ)
        end = len(data) - LENGTH
        start = end - int.from_bytes(data[end:])
        about = json.loads(data[start:end])
        if (about["layout"], about["names_of"]) != (LAYOUT, names_of):
            return None
        if about["checked"] != crc32(memoryview(data)[:start]):
            return None
        return WordSets(data, about["contents"], about["seen"])
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
