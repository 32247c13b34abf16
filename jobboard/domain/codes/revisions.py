"""What a release changed against another: codes added, deleted and reworded, values old and new, families touched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code, EarlierCode, Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.edits import AddOn, UnitLimit
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg, OperatingRoom
from jobboard.domain.codes.risk import DiagnosisRisk, RiskWeight
from jobboard.domain.codes.worth import CareKind, HospitalRate, WorkHistory

SETS = {code_set.value: code_set for code_set in CodeSet}
# The tables whose rows belong to a release of the part, and what their whole numbers count in.
FACTS: dict[str, tuple[type[Any], ...]] = {
    "fees": (Fee,),
    "icd10pcs": (OperatingRoom,),
    "msdrg": (Drg,),
    "diagnoses": (DiagnosisGrouping, DiagnosisRisk),
    "hcc": (RiskWeight,),
    "units": (UnitLimit,),
    "add_ons": (AddOn,),
    "hospital": (HospitalRate,),
    "care": (CareKind,),
    "history": (WorkHistory,),
}
PLACES: dict[type[Any], int] = {Fee: 2, RiskWeight: 3, HospitalRate: 3, WorkHistory: 2}
ROW, THERE = "row", "there"
SHARED = {"conversion_factor": 4}
TOLD_OTHERWISE = frozenset({"change", "earlier_title", "placed"})


class Named(NamedTuple):
    """A code with its wording, if it may have one here."""

    code_set: CodeSet
    code: str
    title: str | None


class Reworded(NamedTuple):
    code_set: CodeSet
    code: str
    before: str | None
    after: str | None


class Value(NamedTuple):
    """A figure that changed. `detail` tells rows of one code apart (26, TC ...).

    A `row` that came has no `before`, one that went no `after`. `code` is empty for a figure that all codes share.
    """

    code: str
    detail: str
    name: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        where = " ".join(part for part in (self.code or "all codes", self.detail) if part)
        if self.name == ROW:
            return f"{where}: {'a row more' if self.before is None else 'no row any more'}"
        return f"{where} {self.name.replace('_', ' ')}: {self.before or 'none'} -> {self.after or 'none'}"


class Touched(NamedTuple):
    """A family and how many of its codes changed; `left` are those in use afterwards."""

    family: Family
    added: int
    deleted: int
    reworded: int
    left: int


@dataclass
class Revisions:
    """All that changed in one part between two releases."""

    old: Release
    new: Release
    added: list[Named] = field(default_factory=list)
    deleted: list[Named] = field(default_factory=list)
    reworded: list[Reworded] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    families: list[Touched] = field(default_factory=list)

    @property
    def emptied(self) -> list[Family]:
        return [one.family for one in self.families if one.deleted and not one.left]


class Stated(NamedTuple):
    """What a release says of a code."""

    code: str
    family_id: int
    title: str | None
    active: bool


def revisions(session: Session, old: Release, new: Release) -> Revisions:
    """Compare two releases of one part."""
    found = Revisions(old, new)
    if old.part in SETS:
        _compare_codes(session, found, SETS[old.part])
    for record in FACTS.get(old.part, ()):
        found.values += _compare_facts(session, record, old, new)
    return found


def _compare_codes(session: Session, found: Revisions, code_set: CodeSet) -> None:
    before, after = stated(session, found.old, code_set), stated(session, found.new, code_set)
    counts: dict[int, list[int]] = {}
    for id in sorted(before.keys() | after.keys(), key=lambda id: (after.get(id) or before[id]).code):
        was, now = before.get(id), after.get(id)
        known = now or before[id]
        in_use = (was is not None and was.active, now is not None and now.active)
        tally = counts.setdefault(known.family_id, [0, 0, 0, 0])
        tally[3] += in_use[1]
        if in_use == (False, True):
            found.added.append(Named(code_set, known.code, known.title))
            tally[0] += 1
        elif in_use == (True, False):
            found.deleted.append(Named(code_set, known.code, known.title))
            tally[1] += 1
        elif was and now and all(in_use) and was.title != now.title:
            found.reworded.append(Reworded(code_set, known.code, was.title, now.title))
            tally[2] += 1
    found.families = _touched(session, counts)


def _touched(session: Session, counts: dict[int, list[int]]) -> list[Touched]:
    changed = [id for id, tally in counts.items() if any(tally[:3])]
    families: dict[int, Family] = {}
    for start in range(0, len(changed), 500):
        wanted = select(Family).where(Family.id.in_(changed[start : start + 500]))
        families |= {family.id: family for family in session.scalars(wanted)}
    told = [Touched(family, *counts[id]) for id, family in families.items()]
    return sorted(told, key=lambda one: one.family.position)


def stated(session: Session, release: Release, code_set: CodeSet) -> dict[int, Stated]:
    """What the release says of every code of its set, by the code's id."""
    if release.current:
        rows = select(Code.id, Code.code, Code.family_id, Code.title, Code.active).where(
            Code.code_set == code_set
        )
    else:
        rows = (
            select(Code.id, Code.code, Code.family_id, EarlierCode.title, EarlierCode.active)
            .join(EarlierCode, EarlierCode.code_id == Code.id)
            .where(EarlierCode.release_id == release.id)
        )
    return {row[0]: Stated(row[1], row[2], row[3], row[4]) for row in session.execute(rows)}


def _compare_facts(session: Session, record: type[Any], old: Release, new: Release) -> Iterator[Value]:
    """Rows of both releases matched by their key; values that all codes share are told once."""
    before, after = _rows(session, record, old), _rows(session, record, new)
    shared: dict[tuple[str, str, str], None] = {}
    for key in sorted(before.keys() | after.keys()):
        code, detail = key[0], " ".join(key[1:])
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            yield Value(code, detail, ROW, None if was is None else THERE, None if now is None else THERE)
            continue
        for name, value in was.items():
            if value == now[name]:
                continue
            if name in SHARED:
                shared[name, value, now[name]] = None
            else:
                yield Value(code, detail, name, value, now[name])
    for name, value, then in shared:
        yield Value("", "", name, value, then)


def _rows(session: Session, record: type[Any], release: Release) -> dict[tuple[str, ...], dict[str, str]]:
    columns = record.__table__.columns
    keys = [
        column for column in columns if column.primary_key and column.name not in ("release_id", "code_id")
    ]
    values = [column for column in columns if not column.primary_key and column.name not in TOLD_OTHERWISE]
    wanted = select(Code.code, *keys, *values).join(Code, Code.id == record.code_id)
    found = {}
    for row in session.execute(wanted.where(record.release_id == release.id)):
        key = tuple(str(part) for part in row[: 1 + len(keys)])
        said = zip(values, row[1 + len(keys) :], strict=True)
        found[key] = {column.name: _shown(record, column.name, value) for column, value in said}
    return found


def _shown(record: type[Any], name: str, value: Any) -> str:
    """A value to the digit: hundredths as 16.32."""
    places = SHARED.get(name, PLACES.get(record, 0))
    if isinstance(value, int) and not isinstance(value, bool) and places:
        return str(Decimal(value).scaleb(-places))
    return "" if value is None else str(value)


def pairs(session: Session, old: str, new: str) -> list[tuple[Release, Release]]:
    """The releases two names mean: `fees:RVU26C, July 2026`, or a name alone in every part that has both."""
    found = {release.part: release for release in session.scalars(_called(old))}
    return [
        (found[release.part], release) for release in session.scalars(_called(new)) if release.part in found
    ]


def _called(text: str) -> Select[Release]:
    part, colon, name = text.partition(":")
    wanted = select(Release).order_by(Release.id)
    if colon and part.replace("_", "").isalnum() and part.islower():
        return wanted.where(Release.part == part, Release.name == name.strip())
    return wanted.where(Release.name == text)


def listed(session: Session) -> list[Release]:
    """Every release that is loaded, the parts in the order they were first loaded, the newest of each first."""
    first = select(Release.part, func.min(Release.id).label("first")).group_by(Release.part).subquery()
    rows = select(Release).join(first, first.c.part == Release.part)
    return list(
        session.scalars(rows.order_by(first.c.first, Release.current.desc(), Release.loaded_at.desc()))
    )


def codes_of(named: Iterable[Named]) -> frozenset[str]:
    return frozenset(one.code for one in named)
