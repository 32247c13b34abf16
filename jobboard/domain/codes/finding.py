"""Finding codes and families: from what was typed to the code, from the code upward, from families to specialties."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet, sort_key, span_end
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family, FamilyRange
from jobboard.domain.codes.reading import Typed, read_code, read_in
from jobboard.domain.codes.specialty import CodeShare, FamilyShare, Specialty, SpecialtyNeighbour


# Asked on every page of a code: each is built once, because building a question takes longer than answering it.
@cache
def the_code() -> Select[Code]:
    wanted = select(Code).where(Code.code_set == bindparam("code_set"), Code.code == bindparam("code"))
    return wanted.options(joinedload(Code.family))


@cache
def the_families() -> Select[Family]:
    return select(Family).where(Family.id.in_(bindparam("ids", expanding=True)))


@cache
def its_work() -> Select[FamilyShare]:
    mine = select(FamilyShare).where(FamilyShare.specialty_id == bindparam("specialty_id"))
    order = (FamilyShare.weight.desc(), FamilyShare.share.desc(), Family.position)
    return mine.join(Family, Family.id == FamilyShare.family_id).order_by(*order).limit(bindparam("most"))


@cache
def who_does_code() -> Select[CodeShare]:
    shares = select(CodeShare).where(CodeShare.code_id == bindparam("code_id"))
    return shares.order_by(CodeShare.share.desc(), CodeShare.specialty_id)


@cache
def who_does_families() -> Select[FamilyShare]:
    shares = select(FamilyShare).where(FamilyShare.family_id.in_(bindparam("ids", expanding=True)))
    return shares.order_by(FamilyShare.share.desc(), FamilyShare.specialty_id)


@cache
def the_nearest() -> Select[SpecialtyNeighbour]:
    near = select(SpecialtyNeighbour).join(SpecialtyNeighbour.neighbour)
    mine = near.where(SpecialtyNeighbour.specialty_id == bindparam("specialty_id"), ~Specialty.retired)
    order = (SpecialtyNeighbour.alikeness.desc(), SpecialtyNeighbour.neighbour_id)
    return mine.options(contains_eager(SpecialtyNeighbour.neighbour)).order_by(*order)


class Standing(StrEnum):
    """What a code is worth on a day. A heading (`I25`) names a category: it needs more characters to be billed."""

    VALID = "valid"
    NOT_YET = "not_yet"
    DELETED = "deleted"
    HEADING = "heading"


@dataclass(frozen=True)
class Found:
    """A code that exists, with its families from the leaf up to the section. `record` is None for a heading."""

    code: str
    code_set: CodeSet
    chain: tuple[Family, ...]
    standing: Standing
    record: Code | None = None
    modifiers: tuple[str, ...] = ()

    @property
    def family(self) -> Family:
        """The narrowest."""
        return self.chain[0]


def resolve(session: Session, text: str, on: date | None = None) -> Found | None:
    """The code a text names, or None. Of several meanings (`J1885`) the first that exists, valid ones first."""
    found = resolve_all(session, text, on)
    return next((one for one in found if one.standing is Standing.VALID), found[0] if found else None)


def resolve_all(session: Session, text: str, on: date | None = None) -> list[Found]:
    """Every existing code the text may mean, each in its own set."""
    meant = (_resolve_one(session, typed, on) for typed in read_code(text))
    return [found for found in meant if found is not None]


def resolve_in(session: Session, code_set: CodeSet, text: str, on: date | None = None) -> Found | None:
    """The code a text names in one set, or None."""
    typed = read_in(code_set, text)
    return _resolve_one(session, typed, on) if typed else None


def _resolve_one(session: Session, typed: Typed, on: date | None) -> Found | None:
    code = session.scalar(the_code(), {"code_set": typed.code_set, "code": typed.code})
    if code is not None:
        families = _upward(session, code.family)
        return Found(code.code, code.code_set, families, _standing(code, on), code, typed.modifiers)
    if typed.code_set is CodeSet.ICD10CM:
        return _heading(session, typed)
    return None


def _standing(code: Code, on: date | None) -> Standing:
    if on is not None and code.valid_from is not None and on < code.valid_from:
        return Standing.NOT_YET
    valid = code.active if on is None else code.is_valid(on)
    return Standing.VALID if valid else Standing.DELETED


def _heading(session: Session, typed: Typed) -> Found | None:
    """A diagnosis category or subcategory: no code itself, but codes begin with it."""
    key = sort_key(typed.code_set, typed.code)
    below = Code.sort_key.between(key, span_end(typed.code_set, typed.code))
    wanted = select(Code).where(Code.code_set == typed.code_set, below).order_by(Code.sort_key).limit(1)
    code = session.scalar(wanted.options(joinedload(Code.family)))
    if code is None:
        return None
    return Found(typed.code, typed.code_set, _upward(session, code.family), Standing.HEADING)


def chain(session: Session, code: str) -> tuple[Family, ...]:
    """The families of a code from the leaf up to the section; empty when there is no such code."""
    found = resolve(session, code)
    return found.chain if found else ()


def _upward(session: Session, leaf: Family) -> tuple[Family, ...]:
    wider = leaf.ancestor_ids[1:]
    known = {family.id: family for family in session.scalars(the_families(), {"ids": wider})} if wider else {}
    return (leaf, *(known[number] for number in wider))


def covers(family: Family, found: Found) -> bool:
    """Whether the code lies in the family."""
    return any(above.id == family.id for above in found.chain)


def families_covering(session: Session, code_set: CodeSet, key: str) -> Sequence[Family]:
    """Every family one of whose ranges covers the sort key, narrowest first."""
    ranges = select(FamilyRange.family_id).where(
        FamilyRange.code_set == code_set, FamilyRange.lo <= key, FamilyRange.hi >= key
    )
    return session.scalars(select(Family).where(Family.id.in_(ranges)).order_by(Family.depth.desc())).all()


def family_by_slug(session: Session, slug: str) -> Family | None:
    return session.scalar(select(Family).where(Family.slug == slug))


def families_by_slug(session: Session, slugs: Iterable[str]) -> dict[str, Family]:
    found = session.scalars(select(Family).where(Family.slug.in_(list(slugs))))
    return {family.slug: family for family in found}


class Size(NamedTuple):
    code_set: CodeSet
    codes: int
    ended: int
    families: int


def sizes(session: Session) -> list[Size]:
    """How many codes each set has in use, how many ended ones it still knows, and its families."""
    counted = session.execute(
        select(Code.code_set, Code.active, func.count()).group_by(Code.code_set, Code.active)
    )
    codes = {(code_set, active): count for code_set, active, count in counted}
    alive = select(Family.code_set, func.count()).where(~Family.retired).group_by(Family.code_set)
    families = {code_set: count for code_set, count in session.execute(alive)}
    return [
        Size(one, codes.get((one, True), 0), codes.get((one, False), 0), families.get(one, 0))
        for one in CodeSet
    ]


def specialties(session: Session) -> Sequence[Specialty]:
    """Every specialty offered, fields of medicine first."""
    return session.scalars(select(Specialty).where(~Specialty.retired).order_by(Specialty.position)).all()


def credentials(session: Session) -> Sequence[Credential]:
    """Every credential offered; those nobody confirmed yet carry `confirmed` False."""
    return session.scalars(select(Credential).where(~Credential.retired).order_by(Credential.position)).all()


def credential_called(session: Session, slug: str) -> Credential | None:
    """Confirmed or not: for those who decide which."""
    return session.scalar(select(Credential).where(Credential.slug == slug))


def families_for(session: Session, specialty: Specialty, limit: int = 20) -> Sequence[FamilyShare]:
    """What a specialty codes, most of its own work first; then what it shares or is given by hand."""
    return session.scalars(its_work(), {"specialty_id": specialty.id, "most": limit}).all()


def specialties_for(session: Session, found: Found) -> Sequence[CodeShare | FamilyShare]:
    """Who does the work: of the code itself where known, otherwise of the narrowest family that knows."""
    if found.record is not None and (
        shares := session.scalars(who_does_code(), {"code_id": found.record.id}).all()
    ):
        return shares
    ids = [family.id for family in found.chain]
    by_family = session.scalars(who_does_families(), {"ids": ids}).all()
    nearest = next((number for number in ids if any(row.family_id == number for row in by_family)), None)
    return [row for row in by_family if row.family_id == nearest]


def neighbours(session: Session, specialty: Specialty) -> list[tuple[Specialty, float]]:
    """The specialties that code much the same, with their alikeness (0 to 1), nearest first; none for kinds of work."""
    nearest = session.scalars(the_nearest(), {"specialty_id": specialty.id})
    return [(row.neighbour, row.alikeness) for row in nearest]
