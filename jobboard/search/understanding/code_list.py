"""A list of codes with counts as it stands in the search box: `99213*40 44314`."""

from collections import Counter
from collections.abc import Iterable

from jobboard.domain.codes.reading import NAMES
from jobboard.domain.tracking.reading import Good
from jobboard.search.understanding.known_codes import MOST_CODES

MOST_TIMES = 9999


def as_typed(entries: Iterable[Good]) -> tuple[str, int]:
    """The list, each code once, in the order it was first named; and how many codes are more than a search takes."""
    times: Counter[str] = Counter()
    for entry in entries:
        name = NAMES.get(entry.code.code_set)
        times[f"{name} {entry.code.code}" if name else entry.code.code] += entry.times
    codes = [f"{code}*{min(count, MOST_TIMES)}" if count > 1 else code for code, count in times.items()]
    return " ".join(codes[:MOST_CODES]), max(0, len(codes) - MOST_CODES)
