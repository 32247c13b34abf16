"""Loads the diagnosis codes of ICD-10-CM, each with the days from and to which a claim may carry it."""

from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.codes import Fact, bring_codes, day
from jobboard.dataset.files import rows, titled
from jobboard.dataset.report import Report
from jobboard.domain.codes.codeset import CodeSet

FILES = ("icd10cm.csv.gz",)


def facts(only: Collection[str] | None = None) -> Iterator[Fact]:
    for row in rows("icd10cm.csv.gz", only):
        ends = day(row["valid_to"])
        yield Fact(row["code"], titled(row["title"]), ends is None, day(row["valid_from"]), ends)


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    return bring_codes(session, CodeSet.ICD10CM, release_id, facts(only), whole=only is None)
