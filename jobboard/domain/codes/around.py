"""What stands beside a code: the codes before and after it in its set, and the others of its narrowest family."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code, Release
from jobboard.domain.codes.fees import Fee


class Beside(NamedTuple):
    """The nearest active codes of the set, by its own order; None at its ends."""

    before: Code | None
    after: Code | None


class Sibling(NamedTuple):
    """A code of the same family with the row of its whole service in the current fee schedule, if it has one."""

    code: Code
    fee: Fee | None


def beside(session: Session, code: Code) -> Beside:
    mine = select(Code).where(Code.code_set == code.code_set, Code.active).limit(1)
    before = session.scalar(mine.where(Code.sort_key < code.sort_key).order_by(Code.sort_key.desc()))
    after = session.scalar(mine.where(Code.sort_key > code.sort_key).order_by(Code.sort_key))
    return Beside(before, after)


def siblings(session: Session, code: Code, release: Release | None, limit: int) -> Sequence[Sibling]:
    """The active codes of its family nearest to it, itself among them, in their order. `release`: whose fees."""
    fee = (Fee.code_id == Code.id) & (Fee.modifier == "") & (Fee.release_id == (release.id if release else 0))
    mine = select(Code, Fee).outerjoin(Fee, fee).where(Code.family_id == code.family_id, Code.active)
    below = mine.where(Code.sort_key <= code.sort_key).order_by(Code.sort_key.desc()).limit(limit)
    above = mine.where(Code.sort_key > code.sort_key).order_by(Code.sort_key).limit(limit)
    lower, higher = list(session.execute(below)), list(session.execute(above))
    half = max(limit // 2, limit - len(higher))
    kept = [*reversed(lower[:half]), *higher[: limit - min(half, len(lower))]]
    return [Sibling(one, row) for one, row in kept]
