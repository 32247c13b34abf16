"""The codes of a leaf family with the facts a coder tells them apart by, a page at a time."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg, OperatingRoom
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.risk import DiagnosisRisk, RiskModel, RiskWeight


class Entry(NamedTuple):
    """A code, and the one row of facts its set has about it (`Fee`, `DiagnosisGrouping` ...) when there is one."""

    code: Code
    fact: Any


def size(session: Session, family: Family) -> int:
    """How many codes a leaf holds, those no longer valid among them."""
    return session.scalar(select(func.count()).where(Code.family_id == family.id)) or 0


def entries(session: Session, family: Family, offset: int = 0, limit: int = 100) -> Sequence[Entry]:
    """The codes of a leaf in the order of their set, with the facts of the current release."""
    found = WITH[family.code_set](session)
    page = found.where(Code.family_id == family.id).order_by(Code.sort_key).offset(offset).limit(limit)
    return [Entry(code, fact) for code, fact in session.execute(page)]


def risk_of(session: Session, codes: Sequence[Code]) -> dict[int, list[str]]:
    """Code id -> the V28 categories that the diagnosis counts toward."""
    found: dict[int, list[str]] = {}
    release = current(session, "diagnoses")
    mine = select(DiagnosisRisk).where(
        DiagnosisRisk.code_id.in_([code.id for code in codes]),
        DiagnosisRisk.model == RiskModel.V28,
        DiagnosisRisk.release_id == (release.id if release else None),
    )
    for row in session.scalars(mine.order_by(DiagnosisRisk.category)):
        found.setdefault(row.code_id, []).append(row.category)
    return found


def _joined(table: Any, part: str, also: Callable[[], ColumnElement[bool]] | None = None) -> Any:
    def statement(session: Session) -> Select[Any]:
        release = current(session, part)
        mine = and_(table.code_id == Code.id, table.release_id == (release.id if release else None))
        return select(Code, table).outerjoin(table, and_(mine, also()) if also else mine)

    return statement


WITH: dict[CodeSet, Callable[[Session], Select[Any]]] = {
    CodeSet.CPT: _joined(Fee, "fees", lambda: Fee.modifier == ""),
    CodeSet.HCPCS: _joined(Fee, "fees", lambda: Fee.modifier == ""),
    CodeSet.ICD10CM: _joined(DiagnosisGrouping, "diagnoses"),
    CodeSet.ICD10PCS: _joined(OperatingRoom, "icd10pcs"),
    CodeSet.MSDRG: _joined(Drg, "msdrg"),
    CodeSet.HCC: _joined(RiskWeight, "hcc"),
}
