"""Room for words in a drawing, in percent of its width, reckoned at the narrowest: labels never collide on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from zlib import crc32

NARROWEST = 288  # pixels: a phone of 320 less its gutters
LETTER, MARK = 7.8, 4.2  # pixels a figure or letter of the smallest size takes, and a mark or a blank
MARKS = " .,’:;'"
GAP = 100 * 5 / NARROWEST
SWATCH = 100 * 16 / NARROWEST  # the little square before a label


@dataclass(frozen=True)
class Label:
    """A word at `x`; `anchor` says which end of it stands there: start, middle or end.

    `y`, from the top, only where it varies; `below`: the free side is under the place.
    """

    x: float
    text: str
    anchor: str = "middle"
    y: float = 0.0
    below: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        wide = letters(self.text)
        before = {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return self.x - before, self.x - before + wide


def letters(text: str) -> float:
    """The room a text takes at the narrowest."""
    pixels = sum(MARK if letter in MARKS else LETTER for letter in text)
    return pixels * 100 / NARROWEST


def plain(value: Decimal) -> str:
    """A round figure without needless noughts: 2.50 -> 2.5, 40.00 -> 40."""
    return f"{value.normalize():f}"


def percent(share: Decimal) -> str:
    """0.09 -> 9%."""
    return f"{plain(100 * share)}%"


def rounded(number: float) -> float:
    return round(number, 2)


def label_at(x: float, text: str, y: float = 0.0, below: bool = False, edge: float = 0.0) -> Label:
    """Centered on its place, or flush with the edge, left or right, that it would stick out of."""
    half = letters(text) / 2
    if x - half < edge:
        return Label(rounded(edge), text, "start", y, below)
    return (
        Label(100.0, text, "end", y, below) if x > 100 - half else Label(rounded(x), text, "middle", y, below)
    )


def fitting(labels: Sequence[Label], line: float | None = None) -> list[Label]:
    """Those that find room, the first given first: what collides with an earlier one is left out.

    `line` is the height of a line of words where labels stand at heights of their own; else all stand on one.
    """
    kept: list[Label] = []
    for label in labels:
        if not any(_collide(label, other, line) for other in kept):
            kept.append(label)
    return kept


def _collide(one: Label, other: Label, line: float | None) -> bool:
    if line is not None and abs(one.y - other.y) >= line:
        return False
    return one.ends[0] < other.ends[1] + GAP and other.ends[0] < one.ends[1] + GAP


def spread(wanted: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Where labels begin: as near as may be to where they are wanted (ascending), none over another, none outside."""
    places: list[float] = []
    for n, at in enumerate(wanted):
        places.append(max(at, places[n - 1] + widths[n - 1]) if n else at)
    end = 100.0
    for n in reversed(range(len(places))):
        end = places[n] = min(places[n], end - widths[n])
    return [rounded(max(place, 0.0)) for place in places]


def id_of(*parts: object) -> str:
    """A name for the ids in one chart: the same chart has the same in every answer, another chart another."""
    return f"c{crc32(repr(parts).encode()):08x}"
