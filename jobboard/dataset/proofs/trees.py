"""The figures of the family trees as they stand in the database: every code in one leaf, no overlaps, kinds of care."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family, FamilyRange
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.worth import CareKind

AGREES = 0.95


class Run(NamedTuple):
    lo: str
    hi: str
    slug: str


@dataclass
class Tree:
    """One set's tree. `beside` are deleted codes that no range holds; they stand with the leaf that was theirs or the one before."""

    code_set: CodeSet
    families: int = 0
    leaves: int = 0
    in_use: int = 0
    beside: int = 0
    agreeing: int = 0
    explained: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def short(self) -> bool:
        return bool(self.faults)


def trees(session: Session) -> Iterator[Tree]:
    """The tree of every set; codes of an operator's newer file may stand beside the ranges."""
    for code_set in CodeSet:
        tree = Tree(code_set)
        slugs = _families(session, tree)
        runs = _runs(session, code_set)
        tree.faults += [
            f"{one.slug} and {other.slug} overlap at {other.lo}"
            for one, other in pairwise(runs)
            if other.lo <= one.hi
        ]
        held = _place(session, tree, runs, slugs)
        tree.faults += [f"{slug} has no codes" for slug in slugs.values() if slug not in held]
        if code_set is CodeSet.CPT:
            _agree(session, tree, slugs)
        yield tree


def _families(session: Session, tree: Tree) -> dict[int, str]:
    """The slugs of the leaves by id."""
    wanted = select(Family.id, Family.slug, Family.leaf)
    found = session.execute(wanted.where(Family.code_set == tree.code_set, ~Family.retired)).all()
    leaves = {number: slug for number, slug, leaf in found if leaf}
    tree.families, tree.leaves = len(found), len(leaves)
    return leaves


def _runs(session: Session, code_set: CodeSet) -> list[Run]:
    wanted = select(FamilyRange.lo, FamilyRange.hi, Family.slug).join(
        Family, Family.id == FamilyRange.family_id
    )
    mine = wanted.where(Family.code_set == code_set, Family.leaf, ~Family.retired)
    return sorted(Run(*row) for row in session.execute(mine))


def _place(session: Session, tree: Tree, runs: list[Run], leaves: dict[int, str]) -> set[str]:
    """Look every code up among the ranges; the leaves that hold one in use."""
    release = current(session, tree.code_set.value)
    newer = release is not None and release.origin == "file"
    starts = [run.lo for run in runs]
    held: set[str] = set()
    codes = select(Code.code, Code.sort_key, Code.active, Code.family_id)
    for code, key, active, family_id in session.execute(codes.where(Code.code_set == tree.code_set)):
        leaf = leaves.get(family_id)
        place = bisect_right(starts, key) - 1
        run = runs[place] if place >= 0 and key <= runs[place].hi else None
        tree.in_use += active
        tree.beside += run is None and not active
        held.add(leaf or "")
        if leaf is None:
            tree.faults.append(f"{code} is in no leaf")
        elif run is None and active and not newer:
            tree.faults.append(f"{code} is in no range")
        elif run is not None and run.slug != leaf:
            tree.faults.append(f"{code} is with {leaf}, and its range is that of {run.slug}")
    return held


def _agree(session: Session, tree: Tree, leaves: dict[int, str]) -> None:
    """Whether each leaf's codes are of one of Medicare's kinds of care, or a reason is written down."""
    reasons = {row["slug"] for row in rows("families_cpt_mixed.csv") if row["reason"]}
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    wanted = select(Code.family_id, CareKind.category).join(CareKind, CareKind.code_id == Code.id)
    for family_id, category in session.execute(wanted.where(Code.code_set == tree.code_set, Code.active)):
        kinds[family_id][category] += 1
    for family_id, slug in leaves.items():
        count = kinds[family_id]
        if count and max(count.values()) / count.total() >= AGREES:
            tree.agreeing += 1
        elif slug in reasons:
            tree.explained += 1
        else:
            tree.faults.append(f"{slug} mixes kinds of care and no reason is given")
