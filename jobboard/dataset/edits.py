"""Loads NCCI's edits: unit limits, add-on codes, and code pairs in groups, readable from either code of the pair."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.worth import billed
from jobboard.dataset.writing import Row
from jobboard.domain.codes.edits import AddOn, PairGroup, Side, UnitLimit

UNITS = ("ncci_mue_practitioner_2024q3.csv.gz",)
ADD_ONS = ("ncci_add_on_codes_2024.csv.gz",)
PAIRS = ("ncci_ptp_practitioner_2024q3.csv.gz",)


def units(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report, ids = Report(), billed(session)
    found = (
        {
            "code_id": ids[row["code"]],
            "units": int(row["mue"]),
            "adjudication": row["mai"],
            "rationale": row["rationale"],
        }
        for row in report.known(rows(*UNITS, only), ids)
    )
    report.replace(session, UnitLimit, found, release_id)
    return report


def add_ons(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report, ids = Report(), billed(session)
    known = report.known(rows(*ADD_ONS, only), ids, "add_on_code")
    found = {
        (row["add_on_code"], row["primary_code"]): {
            "code_id": ids[row["add_on_code"]],
            "primary_code": row["primary_code"],
            "kind": row["edit_type"],
        }
        for row in known
    }
    report.replace(session, AddOn, found.values(), release_id)
    return report


def pairs(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """The groups as published, by the code that is paid, and turned round, by the code that is denied."""
    report, ids = Report(), billed(session)
    turned: dict[tuple[str, str], list[str]] = defaultdict(list)
    paid = _paid(report.known(rows(*PAIRS, only), ids, "col1"), ids, turned)
    report.replace(session, PairGroup, paid, release_id)
    report.replace(session, PairGroup, _denied(report, turned, ids), release_id, keep=True)
    return report


def _paid(
    known: Iterable[Row], ids: dict[str, int], turned: dict[tuple[str, str], list[str]]
) -> Iterator[Row]:
    for row in known:
        code, modifier = row["col1"], row["modifier_indicator"]
        for other in row["col2_codes"].split():
            turned[other, modifier].append(code)
        yield {"code_id": ids[code], "side": Side.PAID, "modifier": modifier, "others": row["col2_codes"]}


def _denied(report: Report, turned: dict[tuple[str, str], list[str]], ids: dict[str, int]) -> Iterator[Row]:
    for (code, modifier), others in turned.items():
        if code in ids:
            yield {
                "code_id": ids[code],
                "side": Side.DENIED,
                "modifier": modifier,
                "others": " ".join(others),
            }
        else:
            report.skip("a denied code that the release does not have")
