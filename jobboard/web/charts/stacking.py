"""Stacked stripes: what a whole is made of, several wholes on one common scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from jobboard.web.charts.labels import SWATCH, letters, rounded, spread

Parts = Sequence[tuple[str, Decimal]]


@dataclass(frozen=True)
class Segment:
    """A part from `x` on, `width` wide; its label begins at `label_x`, or ends at the edge (`flush`).

    `mark` says which of the parts it is.
    """

    mark: int
    label: str
    text: str
    x: float
    width: float
    label_x: float
    flush: bool


@dataclass(frozen=True)
class Bar:
    label: str
    total: Decimal
    segments: tuple[Segment, ...]


def stacked(rows: Sequence[tuple[str, Parts]]) -> list[Bar]:
    """One bar a row, the longest as wide as the drawing. What is nought has no segment and no label."""
    most = max((total(parts) for _, parts in rows), default=Decimal(0))
    return [
        Bar(label, total(parts), segments([(name, value, str(value)) for name, value in parts], most))
        for label, parts in rows
    ]


def total(parts: Parts) -> Decimal:
    return sum((value for _, value in parts), Decimal(0))


def segments(parts: Sequence[tuple[str, Decimal, str]], most: Decimal) -> tuple[Segment, ...]:
    """Of (label, value, text of the label), side by side; `most` is the value as wide as the drawing."""
    drawn = [(mark, *part) for mark, part in enumerate(parts) if part[1] > 0]
    widths = [float(100 * value / most) for _, _, value, _ in drawn]
    starts = [0.0, *accumulate(widths)][: len(drawn)]
    room = [letters(text) + SWATCH for *_, text in drawn]
    placed = zip(drawn, starts, widths, room, spread(starts, room), strict=True)
    return tuple(
        Segment(
            mark,
            label,
            text,
            rounded(start),
            rounded(width),
            label_x,
            mark == drawn[-1][0] and start + wide > 100,
        )
        for (mark, label, _, text), start, width, wide, label_x in placed
    )
