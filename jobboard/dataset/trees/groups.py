"""The tree of MS-DRGs: major diagnostic category, then surgical or medical."""

from collections.abc import Iterator
from typing import NamedTuple

from jobboard.dataset.files import rows
from jobboard.dataset.tree import Node, Run
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.inpatient import DrgKind

FILES = ("mdc.csv", "msdrg_v43_1.csv", "msdrg_v44.csv", "msdrg_placed.csv")
KINDS = {"SURG": DrgKind.SURGICAL, "MED": DrgKind.MEDICAL, "": DrgKind.NEITHER}
PRE, NOWHERE = "PRE", ""


class Group(NamedTuple):
    """An MS-DRG where we keep it; `placed` is our reason where the release names no category."""

    drg: str
    mdc: str
    kind: DrgKind
    title: str
    earlier_title: str | None
    change: str
    placed: str


def groups() -> list[Group]:
    """Every group of the two releases, in order."""
    earlier = {row["drg"]: row for row in rows("msdrg_v43_1.csv")}
    placed = {row["drg"]: row for row in rows("msdrg_placed.csv")}
    found = []
    for row in sorted(rows("msdrg_v44.csv"), key=lambda row: row["drg"]):
        before, ours = earlier.get(row["drg"], {}), placed.get(row["drg"], {})
        found.append(
            Group(
                drg=row["drg"],
                mdc=row["mdc_v43_1"] or ours.get("mdc", NOWHERE),
                kind=KINDS[before.get("type") or ours.get("type", "")],
                title=row["title"],
                earlier_title=before.get("title"),
                change=row["change_from_v43_1"],
                placed="" if row["mdc_v43_1"] else ours.get("reason", ""),
            )
        )
    return found


def nodes() -> Iterator[Node]:
    titles = categories()
    tops = {mdc: Node(_slug(mdc), CodeSet.MSDRG, title) for mdc, title in titles.items()}
    leaves: dict[tuple[str, DrgKind], Node] = {}
    last: Node | None = None
    for group in groups():
        where = (group.mdc, group.kind)
        leaf = leaves.get(where) or leaves.setdefault(where, _leaf(group, tops))
        if leaf is last:
            leaf.runs[-1] = Run(leaf.runs[-1].lo, group.drg)
        else:
            leaf.runs.append(Run(group.drg, group.drg))
        last = leaf
    for mdc, top in tops.items():
        below = [leaf for (where, _), leaf in leaves.items() if where == mdc and leaf is not top]
        if below or top in leaves.values():
            yield top
            yield from below


def _leaf(group: Group, tops: dict[str, Node]) -> Node:
    """Groups of no kind stand in their category itself."""
    top = tops[group.mdc]
    if group.kind is DrgKind.NEITHER:
        return top
    return Node(
        f"{top.slug}-{group.kind.value}", CodeSet.MSDRG, f"{top.label}: {group.kind.value}", parent=top
    )


def categories() -> dict[str, str]:
    """Titles of the categories; the groups before all of them come first, those outside them last."""
    named = {row["mdc"]: row["title"] for row in rows("mdc.csv")}
    return {PRE: named.pop("00"), **named, NOWHERE: "Ungroupable"}


def _slug(mdc: str) -> str:
    return f"msdrg-mdc-{mdc.lower()}" if mdc else "msdrg-ungroupable"
