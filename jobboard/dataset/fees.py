"""Loads the rows of Medicare's Physician Fee Schedule, to the digit: values are stored as whole hundredths."""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.fees import Fee

FILES = ("pfs_2026.csv.gz",)
HUNDREDTHS = {
    "work": "work_rvu",
    "pe_office": "pe_nonfac_rvu",
    "pe_facility": "pe_fac_rvu",
    "malpractice": "mp_rvu",
    "total_office": "total_nonfac",
    "total_facility": "total_fac",
    "pre_op": "pre_op",
    "intra_op": "intra_op",
    "post_op": "post_op",
}
WORDS = {
    "modifier": "mod",
    "status": "status",
    "global_days": "global_days",
    "pctc": "pctc",
    "multiple_procedures": "mult_proc",
    "bilateral": "bilat",
    "assistant": "asst_surg",
    "co_surgeons": "co_surg",
    "team": "team_surg",
    "endoscopic_base": "endo_base",
    "supervision": "phys_supervision",
    "imaging_family": "imaging_family",
}


def whole(text: str, places: int) -> int:
    """`16.32` with 2 places -> 1632. Raises ValueError when digits would be lost."""
    scaled = Decimal(text or "0").scaleb(places)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{text!r} has more than {places} decimal places.")
    return int(scaled)


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    billed = Code.code_set.in_([CodeSet.CPT, CodeSet.HCPCS])
    ids = ids_by(session, Code.code, Code.id, billed)
    report = Report()
    found = fee_rows(report.known(rows("pfs_2026.csv.gz", only), ids), ids)
    report.replace(session, Fee, found, release_id)
    return report


def fee_rows(known: Iterable[Row], ids: dict[str, int]) -> Iterator[Row]:
    for row in known:
        yield {
            "code_id": ids[row["code"]],
            "office_not_applicable": row["nonfac_na"] == "NA",
            "facility_not_applicable": row["fac_na"] == "NA",
            "conversion_factor": whole(row["conv_factor"], 4),
            **{name: whole(row[column], 2) for name, column in HUNDREDTHS.items()},
            **{name: row[column] for name, column in WORDS.items()},
        }
