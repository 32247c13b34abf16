"""Cutting values into a few bins with round edges, for a distribution that can be read."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import isqrt

MOST = 12
TAIL = 15  # a long tail holds at most one value in fifteen, and at least one
# 0.01, 0.02, 0.05, then 0.10, 0.20, 0.25, 0.50 and so on, in hundredths.
WIDTHS: tuple[int, ...] = (
    1,
    2,
    5,
    *(round_one * 10**power for power in range(12) for round_one in (10, 20, 25, 50)),
)


@dataclass(frozen=True)
class Bin:
    """Values from `low` up to, but not with, `high`; the last bin may be open (`high` None). `own`: ours is here."""

    low: Decimal
    high: Decimal | None
    count: int
    own: bool = False


def binned(hundredths: Sequence[int], own: Decimal) -> list[Bin]:
    """At most twelve bins of one round width over sorted values; a long tail is gathered in a last, open bin.

    Our own value always lies in a bin: one outside the range of the others (the mean of a mix) joins the nearest.
    """
    end = _end_of_body(hundredths)
    width = step(hundredths[0], end, _allowed(len(hundredths)))
    edges = list(range(hundredths[0] // width * width, end // width * width + width + 1, width))
    starts = [bisect_left(hundredths, edge) for edge in edges]
    counts = [after - before for before, after in pairwise(starts)]
    highs: list[int | None] = [*edges[1:]]
    if rest := len(hundredths) - starts[-1]:
        counts, highs = [*counts, rest], [*highs, None]
    ours = min(max(int((own.scaleb(2) - edges[0]) // width), 0), len(counts) - 1)
    return [
        Bin(_units(edges[n]), None if high is None else _units(high), counts[n], n == ours)
        for n, high in enumerate(highs)
    ]


def step(low: int, high: int, allowed: int) -> int:
    """The smallest round width that covers `low` to `high` with at most so many bins."""
    return next(width for width in WIDTHS if high // width - low // width < allowed)


def _allowed(count: int) -> int:
    """Few values need few bins. One is left for the tail."""
    return min(MOST - 1, max(5, 2 * isqrt(count)))


def _end_of_body(hundredths: Sequence[int]) -> int:
    """The greatest value, or where a long tail begins: a few values far beyond all others."""
    tail = max(1, len(hundredths) // TAIL)
    body = hundredths[max(len(hundredths) - 1 - tail, 0)]
    return body if hundredths[-1] > 2 * body else hundredths[-1]


def _units(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-2)
