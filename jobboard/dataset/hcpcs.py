"""Loads HCPCS Level II with Medicare's titles, and the dental D numbers without any: those are the ADA's."""

import re
from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.codes import Fact, bring_codes, day
from jobboard.dataset.files import rows, titled
from jobboard.dataset.report import Report
from jobboard.domain.codes.codeset import CodeSet

FILES = ("hcpcs_level2.csv.gz", "pfs_2026.csv.gz")
DENTAL = re.compile(r"D\d{4}")


def facts(only: Collection[str] | None = None) -> Iterator[Fact]:
    for row in rows("hcpcs_level2.csv.gz", only):
        yield Fact(
            code=row["code"],
            title=titled(row["long_title"]) or titled(row["short_title"]),
            active=row["active_2026"] == "Y",
            valid_from=day(row["date_added"]),
            valid_to=day(row["date_terminated"]),
        )
    for row in rows("pfs_2026.csv.gz", only):
        if not row["mod"] and DENTAL.fullmatch(row["code"]):
            yield Fact(row["code"])


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    return bring_codes(session, CodeSet.HCPCS, release_id, facts(only), whole=only is None)
