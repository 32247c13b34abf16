"""Every code of every set: its official title, its days, and whether it is in use."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.proofs.proof import Key, Proof, Statement
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet

COLUMNS = ("title", "in use", "valid from", "valid to")
CPT = re.compile(r"[0-9]{4}[0-9FTUM]")
HCPCS = re.compile(r"[A-V][0-9]{4}")
DENTAL = re.compile(r"D[0-9]{4}")
BEGINS, ENDED = date(2026, 10, 1), date(2026, 9, 30)

Told = tuple[str | None, bool, date | None, date | None]
Codes = dict[Key, Told]


def stored(code_set: CodeSet) -> Callable[[Session, int], Iterator[Statement]]:
    def read(session: Session, release_id: int) -> Iterator[Statement]:
        told = select(Code.code, Code.title, Code.active, Code.valid_from, Code.valid_to)
        for code, *values in session.execute(told.where(Code.code_set == code_set)):
            yield (code,), tuple(values)

    return read


def words(text: str) -> str | None:
    """A title with single blanks and without stray marks; None when there is none."""
    return " ".join(text.replace("\ufffd", " ").split()) or None


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def cpt() -> Iterator[Statement]:
    yield from _with_former({(code,): (None, True, None, None) for code in _in_use(CPT)}, CPT).items()


def hcpcs() -> Iterator[Statement]:
    codes: Codes = {
        (row["code"],): (
            words(row["long_title"] or row["short_title"]),
            row["active_2026"] == "Y",
            day(row["date_added"]),
            day(row["date_terminated"]),
        )
        for row in rows("hcpcs_level2.csv.gz")
    }
    untitled = [*_in_use(DENTAL), *(row["code"] for row in rows("risk_adj_eligible_codes_2026.csv"))]
    for code in untitled:
        if HCPCS.fullmatch(code):
            codes.setdefault((code,), (None, True, None, None))
    yield from _with_former(codes, HCPCS).items()


def _in_use(shape: re.Pattern[str]) -> set[str]:
    """The numbers of the fee schedule and of the hospital addendum; dental numbers count in the first alone."""
    found = {row["code"] for row in rows("pfs_2026.csv.gz")}
    if shape is CPT:
        found |= {row["code"] for row in rows("opps_addendum_b_2026_04.csv.gz")}
    return {code for code in found if shape.fullmatch(code)}


def _with_former(codes: Codes, shape: re.Pattern[str]) -> Codes:
    """And the deleted ones that older files name, with the last day those tell."""
    for row in rows("rbcs_2024.csv.gz"):
        if shape.fullmatch(row["code"]):
            codes.setdefault((row["code"],), (None, False, None, day(row["code_ended"])))
    for row in rows("work_rvu_history.csv"):
        year = max(int(name[-4:]) for name, value in row.items() if name != "code" and value)
        told = codes.get((row["code"],), (None, False, None, None))
        if shape.fullmatch(row["code"]) and told == (None, False, None, None):
            codes[(row["code"],)] = (None, False, None, date(year, 12, 31))
    for row in rows("ncci_mue_practitioner_2024q3.csv.gz"):
        if shape.fullmatch(row["code"]):
            codes.setdefault((row["code"],), (None, False, None, None))
    return codes


def icd10(name: str) -> Callable[[], Iterator[Statement]]:
    def read() -> Iterator[Statement]:
        for row in rows(name):
            ends = day(row["valid_to"])
            yield (row["code"],), (words(row["title"]), ends is None, day(row["valid_from"]), ends)

    return read


def msdrg() -> Iterator[Statement]:
    for row in rows("msdrg_v44.csv"):
        gone, new = row["change_from_v43_1"] == "deleted", row["change_from_v43_1"] == "new"
        yield (row["drg"],), (row["title"], not gone, BEGINS if new else None, ENDED if gone else None)


def hcc() -> Iterator[Statement]:
    for row in rows("hcc_v28_2026.csv"):
        yield (row["hcc"],), (row["label"], True, None, None)


STATED: dict[CodeSet, Callable[[], Iterator[Statement]]] = {
    CodeSet.CPT: cpt,
    CodeSet.HCPCS: hcpcs,
    CodeSet.ICD10CM: icd10("icd10cm.csv.gz"),
    CodeSet.ICD10PCS: icd10("icd10pcs.csv.gz"),
    CodeSet.MSDRG: msdrg,
    CodeSet.HCC: hcc,
}
PROOFS = tuple(
    Proof(
        code_set.value,
        f"{code_set.label}: codes, titles, days",
        COLUMNS,
        stated,
        stored(code_set),
        kept=False,
    )
    for code_set, stated in STATED.items()
)
