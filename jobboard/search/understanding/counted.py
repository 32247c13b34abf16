"""The counts of a pasted list of codes: `44314 12 99213 30`, however its columns were parted and whichever comes first."""

import re
from collections.abc import Sequence

from jobboard.domain.tracking.privacy import HARMLESS
from jobboard.search.understanding.codes_in import Seen
from jobboard.search.understanding.pieces import Piece

COUNT = re.compile(r"(?P<count>\d{1,4})(?:\.0+)?%?")
DASHES, BESIDE = "-–—", HARMLESS | {""}
THOUSANDS, HUNDREDS = re.compile(r"\d,"), re.compile(r"\d{3}")  # `1,200` is cut at its comma


def with_counts(pieces: Sequence[Piece], seen: Sequence[Seen]) -> list[Seen]:
    """The codes with the numbers beside them as their counts, when there are several, each with a number, and nothing else: some
    numbers alone may be modifiers."""
    if len(seen) < 2:
        return list(seen)
    starts, ends = [one.start for one in seen], [one.end for one in seen]
    between = [
        count_in(pieces[end:start]) for end, start in zip([0, *ends], [*starts, len(pieces)], strict=True)
    ]
    counts = [count or 0 for count in between]
    if None in between:
        return list(seen)
    if all(counts[1:]) and not counts[0]:
        return placed(seen, [0, *starts[1:], len(pieces)], counts[1:])
    if all(counts[:-1]) and not counts[-1]:
        return placed(seen, [0, *ends[:-1], len(pieces)], counts)
    return list(seen)


def placed(seen: Sequence[Seen], edges: Sequence[int], counts: Sequence[int]) -> list[Seen]:
    """Each with its count and all that stands beside it, from edge to edge."""
    return [one._replace(start=edges[at], end=edges[at + 1], times=counts[at]) for at, one in enumerate(seen)]


def count_in(pieces: Sequence[Piece]) -> int | None:
    """The number that stands between two codes, 0 where none does; None where anything else stands there."""
    said = [piece for piece in pieces if piece.key is None or piece.key.strip(DASHES) not in BESIDE]
    if len(said) == 2 and THOUSANDS.fullmatch(said[0].text) and HUNDREDS.fullmatch(said[1].key or ""):
        return int(f"{said[0].key}{said[1].key}")
    found = COUNT.fullmatch(said[0].key or "") if len(said) == 1 else None
    if said and not found:
        return None
    return int(found["count"]) if found else 0
