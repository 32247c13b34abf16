"""Who does the work of a family, and what a specialty does: shares of Medicare's payments, or our own reading."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Basis, FamilyShare, Specialty


class Part(NamedTuple):
    """A family that a specialty codes, with the row that says how much."""

    family: Family
    share: FamilyShare


class Leader(NamedTuple):
    """A specialty, and how many leaf families it does the largest share of."""

    specialty: Specialty
    families: int


def shares_of(session: Session, family: Family) -> Sequence[FamilyShare]:
    """Who does a family, most first: its own shares, or those of the narrowest family above it that has some."""
    mine = select(FamilyShare).where(FamilyShare.family_id.in_(family.ancestor_ids))
    rows = session.scalars(mine.order_by(FamilyShare.share.desc(), FamilyShare.specialty_id)).all()
    held = {row.family_id for row in rows}
    nearest = next((number for number in family.ancestor_ids if number in held), None)
    return [row for row in rows if row.family_id == nearest]


def leaders_within(session: Session, family: Family) -> list[Leader]:
    """The specialties that do the largest share of leaf families inside it, those with most families first."""
    found = select(FamilyShare).join(Family, Family.id == FamilyShare.family_id)
    leaves = found.where(Family.path.startswith(family.path), Family.leaf, FamilyShare.share > 0)
    first: dict[int, Specialty] = {}
    for row in session.scalars(leaves.order_by(FamilyShare.share.desc(), FamilyShare.specialty_id)):
        first.setdefault(row.family_id, row.specialty)
    leading = list(first.values())
    counted = {one.id: Leader(one, leading.count(one)) for one in leading}
    return sorted(counted.values(), key=lambda leader: (-leader.families, leader.specialty.name))


def most_of(session: Session, specialty: Specialty, limit: int) -> list[Part]:
    """The families that make up most of what Medicare pays the specialty; `weight` says how much."""
    found = (
        _parts(specialty).where(FamilyShare.weight > 0).order_by(FamilyShare.weight.desc(), Family.position)
    )
    return _read(session, found, limit)


def led_by(session: Session, specialty: Specialty, least: float, limit: int) -> list[Part]:
    """The families of which the specialty does at least that share (0 to 1), most first. No estimates."""
    found = _parts(specialty).where(FamilyShare.share >= least, FamilyShare.basis != Basis.ESTIMATE)
    return _read(session, found.order_by(FamilyShare.share.desc(), Family.position), limit)


def given_by_hand(session: Session, specialty: Specialty, limit: int) -> list[Part]:
    """The families that are the specialty's in our own reading."""
    found = _parts(specialty).where(FamilyShare.basis == Basis.EDITORIAL)
    return _read(session, found.order_by(Family.position), limit)


def in_other_sets(session: Session, specialty: Specialty, code_set: CodeSet, limit: int) -> list[Part]:
    """What the specialty codes outside of `code_set`, most of its own work first, then what is its in our reading."""
    found = _parts(specialty).where(Family.code_set != code_set)
    known = found.where((FamilyShare.weight > 0) | (FamilyShare.basis == Basis.EDITORIAL))
    by_hand = (FamilyShare.basis == Basis.EDITORIAL).desc()
    return _read(session, known.order_by(by_hand, FamilyShare.weight.desc(), Family.position), limit)


def _parts(specialty: Specialty) -> Select[Family, FamilyShare]:
    """What is retired is nobody's."""
    found = select(Family, FamilyShare).join(FamilyShare, FamilyShare.family_id == Family.id)
    return found.where(FamilyShare.specialty_id == specialty.id, ~Family.retired)


def _read(session: Session, found: Select[Family, FamilyShare], limit: int) -> list[Part]:
    return [Part(family, share) for family, share in session.execute(found.limit(limit))]
