"""Loads what a diagnosis does to a claim: its major category, its CC level, the risk categories it counts toward."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Severity
from jobboard.domain.codes.risk import DiagnosisRisk, RiskModel

FILES = ("icd10cm.csv.gz",)
SEVERITY = {"": Severity.NONE, "CC": Severity.CC, "MCC": Severity.MCC}
MODELS = {"hcc_v28": RiskModel.V28, "hcc_v24": RiskModel.V24, "rxhcc_v08": RiskModel.RX08}


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    ids = ids_by(session, Code.code, Code.id, Code.code_set == CodeSet.ICD10CM)
    found = list(report.known(rows("icd10cm.csv.gz", only), ids))
    report.replace(session, DiagnosisGrouping, _groupings(report, found, ids), release_id)
    report.replace(session, DiagnosisRisk, _risks(found, ids), release_id)
    return report


def _groupings(report: Report, found: Iterable[Row], ids: dict[str, int]) -> Iterator[Row]:
    for row in found:
        if row["mdc"] or row["cc_level"]:
            yield {"code_id": ids[row["code"]], "mdc": row["mdc"], "severity": SEVERITY[row["cc_level"]]}
        else:
            report.skip("a diagnosis without major category and CC level")


def _risks(found: Iterable[Row], ids: dict[str, int]) -> Iterator[Row]:
    """Two categories stand as `263/37`."""
    for row in found:
        for column, model in MODELS.items():
            for category in filter(None, row[column].split("/")):
                yield {"code_id": ids[row["code"]], "model": model, "category": category}
