"""Every question asked of lists and entries, and of the codes and fees that they name."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, select
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.reading import Typed
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.specialty import FamilyShare, Specialty
from jobboard.domain.codes.worth import CodeModifier
from jobboard.domain.tracking.entry import ProcedureEntry
from jobboard.domain.tracking.procedure_list import ProcedureList


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included; None is open."""

    since: date | None = None
    until: date | None = None


class Tally(NamedTuple):
    """How often a code, with the modifier that chooses its value, was done on a day."""

    list_id: str
    code_id: int
    modifier: str
    done_on: date
    times: int


def lists_of(session: Session, owner_id: str) -> Sequence[ProcedureList]:
    """A person's lists, the newest first."""
    mine = select(ProcedureList).where(ProcedureList.owner_id == owner_id)
    return session.scalars(mine.order_by(ProcedureList.begun_at.desc(), ProcedureList.name)).all()


def list_by_id(session: Session, id: str) -> ProcedureList | None:
    return session.get(ProcedureList, id)


def name_is_taken(session: Session, owner_id: str, name: str, but: str | None = None) -> bool:
    """Whether the person has another list of that name."""
    found = session.scalar(
        select(ProcedureList.id).where(ProcedureList.owner_id == owner_id, ProcedureList.name == name)
    )
    return found is not None and found != but


def entry_by_id(session: Session, id: str) -> ProcedureEntry | None:
    wanted = select(ProcedureEntry).where(ProcedureEntry.id == id)
    return session.scalar(
        wanted.options(joinedload(ProcedureEntry.procedure_list), joinedload(ProcedureEntry.code))
    )


def count_of(session: Session, owner_id: str) -> int:
    """How many entries a person keeps in all lists together."""
    mine = select(func.count()).select_from(ProcedureEntry).join(ProcedureList)
    return session.scalar(mine.where(ProcedureList.owner_id == owner_id)) or 0


def has_batch(session: Session, list_id: str, batch: str) -> bool:
    """Whether this sending is already in the list."""
    sent = select(ProcedureEntry.id).where(ProcedureEntry.list_id == list_id, ProcedureEntry.batch == batch)
    return session.scalar(sent.limit(1)) is not None


def entries_of(session: Session, list_id: str, period: Period, *, limit: int | None = None, offset: int = 0) -> Sequence[ProcedureEntry]:  # fmt: skip
    """Entries with their codes and families, the latest day first and, within it, as they were written."""
    found = (
        select(ProcedureEntry)
        .where(ProcedureEntry.list_id == list_id, *_within(period))
        .options(joinedload(ProcedureEntry.code).joinedload(Code.family))
        .order_by(ProcedureEntry.done_on.desc(), ProcedureEntry.line, ProcedureEntry.id)
    )
    return session.scalars(found.limit(limit).offset(offset)).all()


def number_of_entries(session: Session, list_id: str, period: Period) -> int:
    kept = select(func.count()).select_from(ProcedureEntry)
    return session.scalar(kept.where(ProcedureEntry.list_id == list_id, *_within(period))) or 0


def tallies(session: Session, list_ids: Collection[str], period: Period) -> list[Tally]:
    """What was done, counted by list, code, modifier and day."""
    by = (ProcedureEntry.list_id, ProcedureEntry.code_id, ProcedureEntry.modifier, ProcedureEntry.done_on)
    found = select(*by, func.sum(ProcedureEntry.times)).where(
        ProcedureEntry.list_id.in_(list_ids), *_within(period)
    )
    return [Tally(*row) for row in session.execute(found.group_by(*by).order_by(*by))]


def _within(period: Period) -> list[ColumnElement[bool]]:
    since = [ProcedureEntry.done_on >= period.since] if period.since else []
    until = [ProcedureEntry.done_on <= period.until] if period.until else []
    return [*since, *until]


def codes_in(session: Session, list_ids: Collection[str]) -> dict[int, Code]:
    """The codes that lists name, with their families, by id."""
    wanted = select(Code).where(Code.id.in_(_named_by(list_ids))).options(joinedload(Code.family))
    return {code.id: code for code in session.scalars(wanted)}


def fees_in(session: Session, list_ids: Collection[str]) -> dict[tuple[int, str], Fee]:
    """The rows of the current fee schedule for the codes that lists name, by code and modifier."""
    release = current(session, "fees")
    if release is None:
        return {}
    wanted = select(Fee).where(Fee.code_id.in_(_named_by(list_ids)), Fee.release_id == release.id)
    return {(fee.code_id, fee.modifier): fee for fee in session.scalars(wanted)}


def _named_by(list_ids: Collection[str]) -> Select[int]:
    return select(ProcedureEntry.code_id).where(ProcedureEntry.list_id.in_(list_ids)).distinct()


@cache
def those_codes() -> Select[Code]:
    """Asked by every search for codes: built once."""
    named = Code.code.in_(bindparam("codes", expanding=True))
    return select(Code).where(Code.code_set == bindparam("code_set"), named)


def codes_named(session: Session, typed: Iterable[Typed]) -> dict[tuple[CodeSet, str], Code]:
    """The codes that exist of many that were typed, asked for together."""
    by_set: dict[CodeSet, set[str]] = {}
    for one in typed:
        by_set.setdefault(one.code_set, set()).add(one.code)
    found: dict[tuple[CodeSet, str], Code] = {}
    for code_set, codes in by_set.items():
        asked = {"code_set": code_set, "codes": list(codes)}
        found |= {(code_set, code.code): code for code in session.scalars(those_codes(), asked)}
    return found


def modifiers(session: Session) -> set[str]:
    """Every Level II modifier."""
    return set(session.scalars(select(CodeModifier.modifier)))


def specialty_by_slug(session: Session, slug: str) -> Specialty | None:
    return session.scalar(select(Specialty).where(Specialty.slug == slug, ~Specialty.retired))


def specialty_by_id(session: Session, id: int | None) -> Specialty | None:
    return None if id is None else session.get(Specialty, id)


def families_of(session: Session, shares: Iterable[FamilyShare]) -> dict[int, Family]:
    """The families that shares are of, by id."""
    wanted = select(Family).where(Family.id.in_([one.family_id for one in shares]))
    return {family.id: family for family in session.scalars(wanted)}


def clear(session: Session, procedure_list: ProcedureList) -> None:
    """Delete a list's entries, before the list itself."""
    session.execute(delete(ProcedureEntry).where(ProcedureEntry.list_id == procedure_list.id))
