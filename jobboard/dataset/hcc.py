"""Loads the risk categories of CMS-HCC V28 with their weights and hierarchy, and the labels of its sister models."""

from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.codes import Fact, bring_codes
from jobboard.dataset.fees import whole
from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.risk import RiskCategory, RiskHierarchy, RiskModel, RiskWeight

FILES = ("hcc_v28_2026.csv", "hcc_v28_hierarchy.csv", "hcc_labels_all.csv")
COLUMNS = {
    "community_nondual_aged": "coef_cna",
    "community_nondual_disabled": "coef_cnd",
    "community_full_dual_aged": "coef_cfa",
    "community_full_dual_disabled": "coef_cfd",
    "community_partial_dual_aged": "coef_cpa",
    "community_partial_dual_disabled": "coef_cpd",
    "institutional": "coef_ins",
}
MODELS = {
    ("CMS-HCC", "V28"): RiskModel.V28,
    ("CMS-HCC", "V24"): RiskModel.V24,
    ("ESRD", "V24"): RiskModel.ESRD24,
    ("RxHCC", "R08"): RiskModel.RX08,
}


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """All of them, in a sample too: they are few."""
    facts = (Fact(row["hcc"], row["label"]) for row in rows("hcc_v28_2026.csv"))
    report = bring_codes(session, CodeSet.HCC, release_id, facts, whole=True)
    ids = ids_by(session, Code.code, Code.id, Code.code_set == CodeSet.HCC)
    report.replace(session, RiskWeight, _weights(ids), release_id)
    report.replace(session, RiskHierarchy, _hierarchy(report, ids), release_id)
    report.bring(
        session, RiskCategory, ["model", "category"], map(_label, report.reading(rows("hcc_labels_all.csv")))
    )
    return report


def _weights(ids: dict[str, int]) -> Iterator[Row]:
    for row in rows("hcc_v28_2026.csv"):
        yield {
            "code_id": ids[row["hcc"]],
            **{name: whole(row[column], 3) for name, column in COLUMNS.items()},
        }


def _hierarchy(report: Report, ids: dict[str, int]) -> Iterator[Row]:
    for row in report.known(rows("hcc_v28_hierarchy.csv"), ids, "drops_hcc"):
        yield {"code_id": ids[row["hcc"]], "dropped_id": ids[row["drops_hcc"]]}


def _label(row: Row) -> Row:
    number = row["hcc"].removeprefix("RXHCC").removeprefix("RxHCC").removeprefix("HCC")
    return {"model": MODELS[row["model"], row["version"]], "category": number, "label": row["label"]}
