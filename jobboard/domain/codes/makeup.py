"""What a family of any size is made of, added up from the facts of its codes: values, globals, severities, risk, kinds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg, OperatingRoom, Severity
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.risk import DiagnosisRisk, RiskModel


def works(session: Session, family: Family) -> list[int]:
    """The work values above nought of its whole services, in hundredths, sorted."""
    found = _within(session, select(Fee.work), Fee, "fees", family)
    return sorted(session.scalars(found.where(Fee.modifier == "", Fee.work > 0)))


def globals_of(session: Session, family: Family) -> dict[str, int]:
    """Global period (`090`) -> how many of its codes have it, most first."""
    counted = _within(session, select(Fee.global_days, func.count()), Fee, "fees", family)
    rows = session.execute(counted.where(Fee.modifier == "").group_by(Fee.global_days))
    return dict(sorted(((days, count) for days, count in rows), key=lambda row: (-row[1], row[0])))


def severities(session: Session, family: Family) -> dict[Severity, int]:
    """How many of its diagnoses are a CC, a major CC, or neither, as a secondary diagnosis."""
    counted = select(DiagnosisGrouping.severity, func.count())
    rows = _within(session, counted, DiagnosisGrouping, "diagnoses", family)
    return {severity: count for severity, count in session.execute(rows.group_by(DiagnosisGrouping.severity))}


def stays(session: Session, family: Family) -> list[Family]:
    """The families of MS-DRGs that its diagnoses lead to as the principal one of a stay, by their major category."""
    led = _within(session, select(DiagnosisGrouping.mdc).distinct(), DiagnosisGrouping, "diagnoses", family)
    slugs = [f"msdrg-mdc-{mdc.lower()}" for mdc in session.scalars(led)]
    found = select(Family).where(Family.slug.in_(slugs), ~Family.retired).order_by(Family.position)
    return list(session.scalars(found))


def risk_categories(session: Session, family: Family) -> Sequence[tuple[str, int]]:
    """The V28 categories its diagnoses count toward, each with how many do, most first."""
    many = func.count().label("many")
    rows = _within(session, select(DiagnosisRisk.category, many), DiagnosisRisk, "diagnoses", family)
    counted = rows.where(DiagnosisRisk.model == RiskModel.V28).group_by(DiagnosisRisk.category)
    found = session.execute(counted.order_by(many.desc(), DiagnosisRisk.category))
    return [(category, count) for category, count in found]


def in_operating_room(session: Session, family: Family) -> int:
    """How many of its procedures the grouper takes as done in an operating room."""
    counted = _within(session, select(func.count()), OperatingRoom, "icd10pcs", family)
    return session.scalar(counted) or 0


def kinds(session: Session, family: Family) -> dict[str, int]:
    """Surgical, medical or neither -> how many of its groups are."""
    rows = _within(session, select(Drg.kind, func.count()), Drg, "msdrg", family).group_by(Drg.kind)
    return {kind.value: count for kind, count in session.execute(rows)}


def _within(session: Session, counted: Any, table: Any, part: str, family: Family) -> Select[Any]:
    """The rows of the current release for the codes that lie in the family or below it."""
    release = current(session, part)
    inside = select(Family.id).where(Family.path.startswith(family.path))
    codes = select(Code.id).where(Code.family_id.in_(inside))
    found: Select[Any] = counted.where(
        table.release_id == (release.id if release else None), table.code_id.in_(codes)
    )
    return found
