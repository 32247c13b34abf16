"""A distribution as columns: how many in each bin, where the median stands, and which bin is ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jobboard.domain.codes.binning import Bin
from jobboard.domain.codes.comparing import Comparison
from jobboard.web.charts.labels import Label, fitting, label_at, plain, rounded

FILLED = 0.84  # of the room a bin has
LINE = 18  # percent of the drawing's height that a line of words takes


@dataclass(frozen=True)
class Column:
    """`height` in percent of the tallest; `span` says the bin in words."""

    x: float
    width: float
    height: float
    count: int
    own: bool
    span: str


@dataclass(frozen=True)
class Columns:
    columns: tuple[Column, ...]
    counts: tuple[Label, ...]
    edges: tuple[Label, ...]
    own: Label
    own_x: float
    median: Label
    median_x: float
    said: str
    rows: tuple[tuple[str, str], ...]


def columns(d: Comparison, mine: str, of: str) -> Columns:
    """The drawing of a comparison; `mine` is what our own value is called, `of` what it is compared with."""
    step, most = 100 / len(d.bins), max(one.count for one in d.bins)
    drawn = tuple(_column(one, n, step, most) for n, one in enumerate(d.bins))
    own_x, median_x = _stands(d.bins, d.own), _stands(d.bins, d.median)
    return Columns(
        columns=drawn,
        counts=_counts(drawn),
        edges=_edges(d.bins, step),
        own=label_at(own_x, f"{mine} {d.own}"),
        own_x=own_x,
        median=_beside(median_x, own_x, f"median {d.median}"),
        median_x=median_x,
        said=said_of(d, of),
        rows=tuple((column.span, f"{column.count:,}") for column in drawn),
    )


def said_of(d: Comparison, of: str) -> str:
    """The rank in words, as `Comparison` counts it."""
    rank = f"Higher than {d.percentile}% of" if d.percentile else "Among the lowest of"
    return f"{rank} the {d.count:,} {of}, and {d.multiple} times their median of {d.median}."


def _column(one: Bin, number: int, step: float, most: int) -> Column:
    x = number * step + step * (1 - FILLED) / 2
    height = rounded(100 * one.count / most) if most else 0.0
    return Column(rounded(x), rounded(step * FILLED), height, one.count, one.own, span_of(one))


def span_of(one: Bin) -> str:
    """'5 to under 10', '35 and more'."""
    return (
        f"{plain(one.low)} and more" if one.high is None else f"{plain(one.low)} to under {plain(one.high)}"
    )


def _beside(x: float, other: float, text: str) -> Label:
    """On the side away from the other mark, so that this one's line does not run through the words."""
    away = Label(x, text, "start" if other < x else "end")
    return away if away.ends[0] >= 0 and away.ends[1] <= 100 else label_at(x, text)


def _counts(drawn: Sequence[Column]) -> tuple[Label, ...]:
    """The count over each column, ours and the tallest first where room is short."""
    ranked = sorted(drawn, key=lambda column: (not column.own, -column.height))
    over = [
        Label(rounded(c.x + c.width / 2), f"{c.count:,}", "middle", 100 - c.height) for c in ranked if c.count
    ]
    return tuple(fitting(over, LINE))


def _edges(bins: Sequence[Bin], step: float) -> tuple[Label, ...]:
    """The edges under the columns: both ends first, then from the left as far as there is room."""
    last = bins[-1]
    end = Label(100.0, "more" if last.high is None else plain(last.high), "end")
    inner = [label_at(n * step, plain(one.low)) for n, one in enumerate(bins)]
    every = 1
    while len(fitting([end, *inner[::every]])) <= len(inner[::every]) and every < len(inner):
        every += 1
    return tuple(fitting([end, *inner[::every]]))


def _stands(bins: Sequence[Bin], value: Decimal) -> float:
    """Where a value stands among the bins; in an open bin, and outside of all, in the middle of the nearest."""
    step = 100 / len(bins)
    for n, one in enumerate(bins):
        if one.low <= value and one.high is not None and value < one.high:
            return rounded((n + float((value - one.low) / (one.high - one.low))) * step)
    nearest = 0 if value < bins[0].low else len(bins) - 1
    return rounded((nearest + 0.5) * step)
