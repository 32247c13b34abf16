"""Loads the smaller facts of a service, one loader a file: history, hospital rates, kinds of care, risk list, modifiers."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.fees import whole
from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.risk import RiskService
from jobboard.domain.codes.worth import CareKind, CodeModifier, HospitalRate, WorkHistory

HISTORY = ("work_rvu_history.csv",)
HOSPITAL = ("opps_addendum_b_2026_04.csv.gz",)
CARE = ("rbcs_2024.csv.gz",)
RISK = ("risk_adj_eligible_codes_2026.csv",)
MODIFIERS = ("hcpcs_modifiers.csv",)
YEAR = "work_rvu_"


def billed(session: Session) -> dict[str, int]:
    """The ids of CPT and HCPCS codes: what a service can be billed with."""
    return ids_by(session, Code.code, Code.id, Code.code_set.in_([CodeSet.CPT, CodeSet.HCPCS]))


def history(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report, ids = Report(), billed(session)
    known = report.known(rows(*HISTORY, only), ids)
    report.replace(session, WorkHistory, _years(known, ids), release_id)
    return report


def _years(known: Iterable[Row], ids: dict[str, int]) -> Iterator[Row]:
    for row in known:
        for column, value in row.items():
            if column.startswith(YEAR) and value:
                year = int(column.removeprefix(YEAR))
                yield {"code_id": ids[row["code"]], "year": year, "work": whole(value, 2)}


def hospital(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report, ids = Report(), billed(session)
    found = (
        {
            "code_id": ids[row["code"]],
            "status": row["status_indicator"],
            "rate": whole(row["payment_rate"], 3) if row["payment_rate"] else None,
        }
        for row in report.known(rows(*HOSPITAL, only), ids)
    )
    report.replace(session, HospitalRate, found, release_id)
    return report


def care(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report, ids = Report(), billed(session)
    found = (
        {
            "code_id": ids[row["code"]],
            "category": row["category"],
            "subcategory": row["subcategory"],
            "family": row["family"],
            "major": row["major_procedure"],
        }
        for row in report.known(rows(*CARE, only), ids)
    )
    report.replace(session, CareKind, found, release_id)
    return report


def risk_list(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report, ids = Report(), billed(session)
    found = ({"code_id": ids[row["code"]]} for row in report.known(rows(*RISK, only), ids))
    report.replace(session, RiskService, found, release_id)
    return report


def modifiers(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    found = [
        {
            "modifier": row["modifier"],
            "title": row["long_title"] or row["short_title"],
            "release_id": release_id,
        }
        for row in report.reading(rows(*MODIFIERS))
    ]
    report.bring(session, CodeModifier, ["modifier"], found)
    return report
