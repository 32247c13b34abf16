"""Walking the tree of families: the sections of a set, what is above, below and beside a family, how many codes each holds."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family


class Neighbours(NamedTuple):
    """The families next to one under the same parent, and how many there are with it."""

    before: Sequence[Family]
    after: Sequence[Family]
    together: int


def down_to(session: Session, code_set: CodeSet, depth: int) -> Sequence[Family]:
    """The families of a set from its sections (depth 0) down to `depth`, each level in the order of the set."""
    found = select(Family).where(Family.code_set == code_set, Family.depth <= depth, ~Family.retired)
    return session.scalars(found.order_by(Family.depth, Family.position)).all()


def above(session: Session, family: Family) -> list[Family]:
    """The families that hold it, from the section down to its parent."""
    ids = family.ancestor_ids[1:]
    known = {one.id: one for one in session.scalars(select(Family).where(Family.id.in_(ids)))}
    return [known[number] for number in reversed(ids)]


def below(session: Session, family: Family) -> Sequence[Family]:
    """Its children, in the order of the set."""
    found = select(Family).where(Family.parent_id == family.id, ~Family.retired)
    return session.scalars(found.order_by(Family.position)).all()


def beside(session: Session, family: Family, around: int = 4) -> Neighbours:
    """Up to `around` families before it and after it under the same parent; for a section, in the same set."""
    same = Family.parent_id == family.parent_id
    if family.parent_id is None:
        same = Family.parent_id.is_(None) & (Family.code_set == family.code_set)
    found = session.scalars(select(Family).where(same, ~Family.retired).order_by(Family.position)).all()
    here = next((place for place, one in enumerate(found) if one.id == family.id), None)
    if here is None:
        return Neighbours((), (), len(found))
    return Neighbours(found[max(0, here - around) : here], found[here + 1 : here + 1 + around], len(found))


def codes_within(session: Session, scope: Family | CodeSet) -> Counter[int]:
    """Family id -> how many codes lie in it or below it: for a family and everything in it, or for a whole set."""
    inside = Family.code_set == scope if isinstance(scope, CodeSet) else Family.path.startswith(scope.path)
    counted = select(Family.path, func.count()).join(Code, Code.family_id == Family.id).where(inside)
    found: Counter[int] = Counter()
    for path, codes in session.execute(counted.group_by(Family.id, Family.path)):
        for number in path.strip("/").split("/"):
            found[int(number)] += codes
    return found
