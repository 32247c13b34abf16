"""Loads the CPT numbers that Medicare's files name. Numbers only: their wording is the AMA's and stays out."""

import re
from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset import former
from jobboard.dataset.codes import Fact, bring_codes
from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.domain.codes.codeset import CodeSet

IN_USE = ("pfs_2026.csv.gz", "opps_addendum_b_2026_04.csv.gz")
FILES = IN_USE + former.FILES
NUMBER = re.compile(r"\d{4}[\dFTUM]")


def numbers(only: Collection[str] | None = None) -> Iterator[str]:
    """Every CPT number in use once: the physician schedule's, then the laboratory numbers only the hospital's has."""
    seen: set[str] = set()
    for name in IN_USE:
        for row in rows(name, only):
            code = row["code"]
            if code not in seen and NUMBER.fullmatch(code):
                seen.add(code)
                yield code


def facts(only: Collection[str] | None = None) -> Iterator[Fact]:
    """The numbers in use, then those that are deleted."""
    in_use = list(numbers(only))
    yield from (Fact(code) for code in in_use)
    yield from former.former(NUMBER, in_use, only)


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    return bring_codes(session, CodeSet.CPT, release_id, facts(only), whole=only is None)
