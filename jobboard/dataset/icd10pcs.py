"""Loads the inpatient procedures of ICD-10-PCS, and which of them are done in an operating room."""

from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.codes import Fact, bring_codes, day
from jobboard.dataset.files import rows, titled
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.inpatient import OperatingRoom

FILES = ("icd10pcs.csv.gz",)


def facts(only: Collection[str] | None = None) -> Iterator[Fact]:
    for row in rows("icd10pcs.csv.gz", only):
        ends = day(row["valid_to"])
        yield Fact(row["code"], titled(row["title"]), ends is None, day(row["valid_from"]), ends)


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = bring_codes(session, CodeSet.ICD10PCS, release_id, facts(only), whole=only is None)
    ids = ids_by(session, Code.code, Code.id, Code.code_set == CodeSet.ICD10PCS)
    report.replace(session, OperatingRoom, _in_theatre(ids, only), release_id)
    return report


def _in_theatre(ids: dict[str, int], only: Collection[str] | None) -> Iterator[Row]:
    for row in rows("icd10pcs.csv.gz", only):
        if row["or_procedure_v43_1"] == "Y":
            yield {"code_id": ids[row["code"]]}
