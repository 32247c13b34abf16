"""A value through time: a line with gaps where nothing is known, its first, last and changed values said."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from jobboard.web.charts.labels import GAP, Label, fitting, label_at, letters, rounded
from jobboard.web.charts.scale import Scale, scale

RIGHT = 94.0
LOWEST = 90.0  # further down a label has no room under its place: the years stand there
CROWD = 30  # points; of more, only the ends have dots


@dataclass(frozen=True)
class Dot:
    """A known value; `y` counts from the top. `changed`: it differs from the known value before."""

    label: str
    value: Decimal
    x: float
    y: float
    changed: bool
    by: str = ""


@dataclass(frozen=True)
class Stretch:
    """The line between two neighbors that are both known."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class LineChart:
    dots: tuple[Dot, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[Label, ...]
    left: float
    values: tuple[Label, ...]
    times: tuple[Label, ...]
    from_nought: bool
    crowded: bool
    said: str
    rows: tuple[tuple[str, str, str], ...]


def line(points: Sequence[tuple[object, Decimal | None]]) -> LineChart | None:
    """Of (label, value) in the order of time; None where nothing is known. Years that are left out become gaps."""
    every = _with_gaps([(str(label), value) for label, value in points])
    values = [value for _, value in every if value is not None]
    if not values:
        return None
    span = scale(min(values), max(values))
    ticks = tuple(
        Label(0.0, span.said(tick), "start", rounded(100 - span.share(tick))) for tick in span.ticks()
    )
    left = rounded(max(letters(tick.text) for tick in ticks) + GAP)
    across = _across(len(every), left)
    dots = _dots(every, across, span)
    return LineChart(
        dots=dots,
        stretches=_stretches(dots, across),
        ticks=ticks,
        left=left,
        values=_values(dots, left),
        times=_times(across, [label for label, _ in every]),
        from_nought=not span.low,
        crowded=len(every) > CROWD,
        said=_said(dots),
        rows=tuple((dot.label, str(dot.value), dot.by) for dot in dots),
    )


def _with_gaps(points: list[tuple[str, Decimal | None]]) -> list[tuple[str, Decimal | None]]:
    if not points or not all(_is_year(label) for label, _ in points):
        return points
    known = dict(points)
    return [(str(year), known.get(str(year))) for year in range(int(points[0][0]), int(points[-1][0]) + 1)]


def _across(count: int, left: float) -> list[float]:
    first = left + GAP
    if count == 1:
        return [rounded((first + RIGHT) / 2)]
    return [rounded(first + n * (RIGHT - first) / (count - 1)) for n in range(count)]


def _dots(
    every: Sequence[tuple[str, Decimal | None]], across: Sequence[float], span: Scale
) -> tuple[Dot, ...]:
    dots: list[Dot] = []
    for x, (label, value) in zip(across, every, strict=True):
        if value is not None:
            before = dots[-1].value if dots else value
            y = rounded(100 - span.share(value))
            dots.append(Dot(label, value, x, y, value != before, _change(before, value)))
    return tuple(dots)


def _change(before: Decimal, value: Decimal) -> str:
    """+2.1%, −2.5%, from 0, or nothing."""
    if value == before:
        return ""
    if not before:
        return "from 0"
    percent = 100 * (value - before) / before
    return f"{percent:+.1f}%".replace("-", "−")


def _stretches(dots: Sequence[Dot], across: Sequence[float]) -> tuple[Stretch, ...]:
    near = set(pairwise(across))
    return tuple(Stretch(a.x, a.y, b.x, b.y) for a, b in pairwise(dots) if (a.x, b.x) in near)


def _values(dots: Sequence[Dot], left: float) -> tuple[Label, ...]:
    """The last value, the first, then those that changed, as far as there is room."""
    ends = dict.fromkeys([len(dots) - 1, 0])
    changed = [n for n, dot in enumerate(dots) if dot.changed and n not in ends]
    placed = (
        label_at(dots[n].x, str(dots[n].value), dots[n].y, _below(dots, n), left) for n in [*ends, *changed]
    )
    return tuple(fitting(list(placed)))


def _below(dots: Sequence[Dot], n: int) -> bool:
    """A value's label keeps off the line: under the place where the line comes from above."""
    beside = [dots[other].y for other in (n - 1, n + 1) if 0 <= other < len(dots)]
    return bool(beside) and sum(beside) / len(beside) < dots[n].y <= LOWEST


def _times(across: Sequence[float], labels: Sequence[str]) -> tuple[Label, ...]:
    """The first and the last in full, those between short (’24); every second, third ... where there is less room."""
    short = [f"’{label[2:]}" if _is_year(label) else label for label in labels[1:-1]]
    said = [*labels[:1], *short, *labels[1:][-1:]]
    placed = [label_at(x, label) for x, label in zip(across, said, strict=True)]
    every = 1
    while every < len(placed) and len(fitting(placed[::-every])) < len(placed[::-every]):
        every += 1
    return tuple(fitting([placed[-1], placed[0], *placed[::-every][1:]]))


def _is_year(label: str) -> bool:
    return label.isdecimal() and len(label) == 4


def _said(dots: Sequence[Dot]) -> str:
    ends = f"{dots[0].label} {dots[0].value}"
    if len(dots) == 1:
        return ends
    changes = ", ".join(f"{dot.label} {dot.by}" for dot in dots if dot.by)
    return f"{ends}, {dots[-1].label} {dots[-1].value}; " + (f"changed {changes}" if changes else "unchanged")
