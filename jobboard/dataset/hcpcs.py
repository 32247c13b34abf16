"""Loads HCPCS Level II with Medicare's titles, and the dental D numbers without any: those are the ADA's.

Medicare's list of services for risk adjustment is newer than the titles; what it alone names comes without one.
"""

import re
from collections.abc import Collection, Iterator
from itertools import chain

from sqlalchemy.orm import Session

from jobboard.dataset import former
from jobboard.dataset.codes import Fact, bring_codes, day
from jobboard.dataset.files import rows, titled
from jobboard.dataset.report import Report
from jobboard.domain.codes.codeset import CodeSet

NEWER = "risk_adj_eligible_codes_2026.csv"
FILES = ("hcpcs_level2.csv.gz", "pfs_2026.csv.gz", NEWER, *former.FILES)
NUMBER = re.compile(r"[A-V]\d{4}")
DENTAL = re.compile(r"D\d{4}")


def facts(only: Collection[str] | None = None) -> Iterator[Fact]:
    seen: set[str] = set()
    for fact in chain(_titled(only), _untitled(only)):
        if fact.code not in seen:
            seen.add(fact.code)
            yield fact
    yield from former.former(NUMBER, seen, only)


def _titled(only: Collection[str] | None) -> Iterator[Fact]:
    for row in rows("hcpcs_level2.csv.gz", only):
        yield Fact(
            code=row["code"],
            title=titled(row["long_title"]) or titled(row["short_title"]),
            active=row["active_2026"] == "Y",
            valid_from=day(row["date_added"]),
            valid_to=day(row["date_terminated"]),
        )


def _untitled(only: Collection[str] | None) -> Iterator[Fact]:
    for row in rows("pfs_2026.csv.gz", only):
        if DENTAL.fullmatch(row["code"]):
            yield Fact(row["code"])
    for row in rows(NEWER, only):
        if NUMBER.fullmatch(row["code"]):
            yield Fact(row["code"])


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    return bring_codes(session, CodeSet.HCPCS, release_id, facts(only), whole=only is None)
