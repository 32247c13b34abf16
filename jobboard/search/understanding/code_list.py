"""A list of codes with counts as it stands in the search box: `99213*40 44314 E11-E13`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobboard.domain.codes.reading import NAMES
from jobboard.domain.tracking.reading import Good
from jobboard.search.understanding.asking import MOST_RANGES, too_many_ranges
from jobboard.search.understanding.codes_in import Seen, codes_in
from jobboard.search.understanding.known import known
from jobboard.search.understanding.known_codes import MOST_CODES, looked_up, meant_by
from jobboard.search.understanding.pieces import cut

MOST_TIMES = 9999
TOO_MANY_RANGES = f"The search takes {MOST_RANGES} ranges of codes."


class Line(NamedTuple):
    """A code or a range that a line asks for, as it is said in addresses, and how often it was done."""

    number: int
    said: str
    times: int


def of_codes(entries: Iterable[Good]) -> list[Line]:
    """What was read as entries of codes."""
    named = ((entry, NAMES.get(entry.code.code_set)) for entry in entries)
    return [
        Line(entry.number, f"{name} {entry.code.code}" if name else entry.code.code, entry.times)
        for entry, name in named
    ]


def of_ranges(session: Session, lines: Mapping[int, str], on: date) -> tuple[list[Line], list[int]]:
    """Of other lines, by their numbers, those that hold nothing but ranges and codes, read as the search box reads them; and
    the numbers of those that hold more ranges than a search takes."""
    seen = {number: read for number, line in lines.items() if (read := codes_alone(line))}
    every = [one for each in seen.values() for one in each]
    shelf, names, more = looked_up(session, every), known(session), too_many_ranges(every)
    found: list[Line] = []
    for number, each in seen.items():
        meant = [None if one in more else meant_by(one, shelf, names, on) for one in each]
        codes = [Line(number, code.said, one.times) for one, code in zip(each, meant, strict=True) if code]
        found += codes if len(codes) == len(each) else []
    return found, [number for number, each in seen.items() if not more.isdisjoint(each)]


def codes_alone(line: str) -> Sequence[Seen]:
    """What has the shape of a code or a range, if the line holds nothing else; a number behind the only one is its count."""
    pieces = cut(line)
    seen = codes_in(pieces)
    taken = {place for one in seen for place in range(one.start, one.end)}
    left = [piece.key or piece.text for place, piece in enumerate(pieces) if place not in taken]
    if len(seen) == len(left) == 1 and left[0].isdecimal() and 1 <= int(left[0][:9]) <= MOST_TIMES:
        return [seen[0]._replace(times=int(left[0]))]
    return [] if left else seen


def as_typed(lines: Iterable[Line]) -> tuple[str, int]:
    """The list, each code once, in the order it was first named; and how many codes are more than a search takes."""
    times: Counter[str] = Counter()
    for line in sorted(lines, key=lambda line: line.number):
        times[line.said] += line.times
    codes = [f"{code}*{min(count, MOST_TIMES)}" if count > 1 else code for code, count in times.items()]
    return " ".join(codes[:MOST_CODES]), max(0, len(codes) - MOST_CODES)
