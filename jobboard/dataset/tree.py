"""The tree of code families as the files draw it: nodes with their ranges, before any of it is in the database."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from jobboard.domain.codes.codeset import HEADED, CodeSet, sort_key, span_end, written

SHOWN_RUNS = 4


class Run(NamedTuple):
    """A run of codes by sort key, both ends included."""

    lo: str
    hi: str


@dataclass
class Node:
    """A family. Only leaves bring their own runs; those of the others are put together from below.

    `ended` are runs of deleted codes that belonged to it and lie outside of what is in use.
    """

    slug: str
    code_set: CodeSet
    label: str
    parent: "Node | None" = None
    synonyms: tuple[str, ...] = ()
    runs: list[Run] = field(default_factory=list)
    leaf: bool = True
    ended: list[Run] = field(default_factory=list)

    @property
    def line(self) -> list["Node"]:
        """From the section down to the node itself."""
        return [*(self.parent.line if self.parent else []), self]

    @property
    def span(self) -> str:
        shown = [_span_of(self.code_set, run) for run in self.runs[:SHOWN_RUNS]]
        return ", ".join(shown) + (" …" if len(self.runs) > SHOWN_RUNS else "")


def _span_of(code_set: CodeSet, run: Run) -> str:
    lo, hi = written(code_set, run.lo), written(code_set, run.hi)
    if code_set in HEADED:
        lo, hi = lo[:3], hi[:3]
    return lo if lo == hi else f"{lo}–{hi}"


def join_runs(nodes: Iterable[Node]) -> None:
    """Give every parent the runs of its leaves; leaves that follow one another in the set become one run."""
    nodes = list(nodes)
    for node in nodes:
        if node.parent:
            node.parent.leaf = False
    last: dict[str, int] = {}
    for place, (run, leaf) in enumerate(_pieces(nodes)):
        for above in leaf.line[:-1]:
            if last.get(above.slug) == place - 1 and above.runs:
                above.runs[-1] = Run(above.runs[-1].lo, run.hi)
            else:
                above.runs.append(run)
            last[above.slug] = place


def _pieces(nodes: Iterable[Node]) -> list[tuple[Run, Node]]:
    """The runs of all leaves in the order of the set."""
    return sorted(
        ((run, node) for node in nodes if node.leaf for run in node.runs), key=lambda piece: piece[0]
    )


class Leaves:
    """Finds the leaf of a code by its sort key."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        nodes = list(nodes)
        self._pieces = _pieces(nodes)
        self._starts = [run.lo for run, _ in self._pieces]
        self._ended = [(run, node) for node in nodes for run in node.ended]

    def holding(self, key: str) -> Node | None:
        """The leaf one of whose runs covers the key."""
        place = bisect_right(self._starts, key) - 1
        if place < 0 or key > self._pieces[place][0].hi:
            return None
        return self._pieces[place][1]

    def nearest(self, key: str) -> Node:
        """The leaf holding the key, or the one it belonged to before it ended; for a code newer than the ranges,
        the leaf whose run ends just before it."""
        once = (node for run, node in self._ended if run.lo <= key <= run.hi)
        before = self._pieces[max(0, bisect_right(self._starts, key) - 1)][1]
        return self.holding(key) or next(once, before)


def run_of(code_set: CodeSet, text: str) -> Run:
    """`44300-44346` or `44950` as a run of sort keys."""
    lo, _, hi = text.partition("-")
    return Run(sort_key(code_set, lo), span_end(code_set, hi or lo))
