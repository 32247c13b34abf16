"""What is known of an MS-DRG: its grouping, what changed with the newest version, and the rungs of its ladder."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.inpatient import Drg, MajorCategory
from jobboard.domain.codes.releases import current_id

SEVERITY = re.compile(r",? (with|without) (MCC|CC/MCC|CC)\b.*$")
REACH = 4
WIDTH = 3


class Grouped(NamedTuple):
    """An MS-DRG's row, and its major category where one is known."""

    row: Drg
    mdc: MajorCategory | None


class Rung(NamedTuple):
    """One MS-DRG of a base group, and what its title says of the severity: `with MCC`; empty for a base of one."""

    code: Code
    severity: str


def grouped(session: Session, code: Code) -> Grouped | None:
    mine = (
        select(Drg, MajorCategory)
        .outerjoin(MajorCategory, MajorCategory.mdc == Drg.mdc)
        .where(Drg.code_id == code.id, Drg.release_id == current_id("msdrg"))
    )
    row = session.execute(mine).first()
    return Grouped(*row) if row else None


def base(title: str) -> str:
    """The title without what it says of the severity: `Heart Failure and Shock with MCC` -> `Heart Failure and Shock`."""
    return SEVERITY.sub("", title)


def ladder(session: Session, code: Code) -> Sequence[Rung]:
    """The groups of the same version whose titles differ only in the severity, as numbered; the code is among them."""
    number = int(code.code)
    near = [str(other).zfill(WIDTH) for other in range(number - REACH, number + REACH + 1)]
    around = select(Code).where(
        Code.code_set == CodeSet.MSDRG, Code.code.in_(near), Code.active == code.active
    )
    mine = base(code.title or "")
    return [
        Rung(one, (one.title or "").removeprefix(mine).lstrip(", "))
        for one in session.scalars(around.order_by(Code.sort_key))
        if base(one.title or "") == mine
    ]
