"""How a mix of families stands beside what a specialty does: both shares, family by family."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import FamilyShare
from jobboard.domain.tracking.adding_up import FamilyWork


class Beside(NamedTuple):
    """Shares from 0 to 1: of the person's work, and of the specialty's payments."""

    family: Family
    mine: Decimal
    theirs: Decimal


def beside(
    mine: Sequence[FamilyWork], theirs: Sequence[FamilyShare], families: dict[int, Family], most: int = 12
) -> list[Beside]:
    """Every family of either, the weightiest first. `families`: the records of those that only the specialty has."""
    own = {one.family.id: one for one in mine}
    weights = {one.family_id: Decimal(str(one.weight)) for one in theirs if one.weight > 0}
    known = families | {id: one.family for id, one in own.items()}
    nothing = Decimal(0)
    rows = [
        Beside(known[id], own[id].share if id in own else nothing, weights.get(id, nothing))
        for id in {*own, *weights}
    ]
    return sorted(rows, key=lambda row: (-max(row.mine, row.theirs), row.family.position))[:most]
