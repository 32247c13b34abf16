"""Reads Medicare's relative value file (PPRRVU…csv) as it is published, with its notices and split column names.

The wording in its third column is the AMA's (and for D codes the ADA's): it is never looked at, kept or repeated.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jobboard.dataset.codes import Fact
from jobboard.dataset.cpt import NUMBER
from jobboard.dataset.official.faults import Faults, Stated, whole_file
from jobboard.dataset.official.table import header_of, lines_of
from jobboard.dataset.writing import Row

BEGINNING = ("HCPCS", "MOD", "DESCRIPTION")
COLUMNS = (
    "code", "mod", None, "status", None, "work_rvu", "pe_nonfac_rvu", "nonfac_na", "pe_fac_rvu", "fac_na", "mp_rvu",
    "total_nonfac", "total_fac", "pctc", "global_days", "pre_op", "intra_op", "post_op", "mult_proc", "bilat",
    "asst_surg", "co_surg", "team_surg", "endo_base", "conv_factor", "phys_supervision", "calc_flag", "imaging_family",
)  # fmt: skip
FACTOR, OPTIONAL_AFTER = 24, 23
NUMBERS = {
    "work_rvu": "the work RVU",
    "pe_nonfac_rvu": "the non-facility PE RVU",
    "pe_fac_rvu": "the facility PE RVU",
    "mp_rvu": "the MP RVU",
    "total_nonfac": "the non-facility total",
    "total_fac": "the facility total",
    "pre_op": "the pre-operative share",
    "intra_op": "the intra-operative share",
    "post_op": "the post-operative share",
}
CODE = re.compile(r"[0-9A-Z]{5}")
VALUE = re.compile(r"|\d{1,5}\.?|\d{0,5}\.\d{1,2}")
CONVERSION = re.compile(r"\d{1,3}(\.\d{1,4})?")
DAYS = frozenset({"000", "010", "090", "MMM", "XXX", "YYY", "ZZZ"})
MODIFIERS = frozenset({"", "26", "TC", "53"})
WIDTHS = {"status": 1, "pctc": 1, "mult_proc": 1, "bilat": 1, "asst_surg": 1, "co_surg": 1, "team_surg": 1,
          "endo_base": 5, "phys_supervision": 2, "imaging_family": 2}  # fmt: skip
ROUNDING = Decimal("0.02")


def looks_like(text: str) -> bool:
    return header_of(text, *(name.lower() for name in BEGINNING), "factor") is not None


def read(text: str) -> Stated:
    """CPT numbers as facts, the fee rows of every code as rows. Raises BadFile."""
    faults, stated, seen = Faults(), Stated(), set()
    for line, row in _rows(text, faults):
        stated.read += 1
        _judge(line, row, faults)
        if (row["code"], row["mod"]) in seen:
            faults.add(line, f"{row['code']} {row['mod']}".strip() + " stands twice in the file.")
        seen.add((row["code"], row["mod"]))
        stated.rows.append(row)
    numbers = dict.fromkeys(row["code"] for row in stated.rows if NUMBER.fullmatch(row["code"]))
    stated.facts = [Fact(code) for code in numbers]
    return faults.check(stated)


def _rows(text: str, faults: Faults) -> Iterator[tuple[int, Row]]:
    """The rows below the line that begins HCPCS,MOD,DESCRIPTION, each with its line number."""
    names: tuple[str | None, ...] = ()
    for line, cells in lines_of(text):
        if not names:
            if tuple(cell.upper() for cell in cells[:3]) == BEGINNING:
                names = _names([cell.upper() for cell in cells])
        elif len(cells) < len(names):
            faults.add(line, f"{len(cells)} columns, at least {len(names)} were expected.")
        else:
            yield line, {name: cell for name, cell in zip(names, cells, strict=False) if name}


def _names(header: list[str]) -> tuple[str | None, ...]:
    """The columns in order. Since 2026 one more stands before the endoscopic base code."""
    found = header.index("FACTOR") if "FACTOR" in header else -1
    if (
        found not in (FACTOR, FACTOR + 1)
        or header[5] != "RVU"
        or header[11] != "TOTAL"
        or header[14] != "DAYS"
    ):
        raise whole_file(
            "The columns are not those of a relative value file: RVU was expected as the 6th, TOTAL as the 12th, "
            "DAYS as the 15th and FACTOR as the 25th or 26th."
        )
    more = (None,) * (found - FACTOR)
    return COLUMNS[:OPTIONAL_AFTER] + more + COLUMNS[OPTIONAL_AFTER:]


def _judge(line: int, row: Row, faults: Faults) -> None:
    if not CODE.fullmatch(row["code"]):
        faults.add(
            line, f"{row['code']!r} is not a code: five characters such as 44314 or G0439 were expected."
        )
    if row["mod"] not in MODIFIERS:
        faults.add(line, f"the modifier is {row['mod']!r}: 26, TC, 53 or nothing was expected.")
    if row["global_days"] not in DAYS:
        faults.add(
            line,
            f"the global period is {row['global_days']!r}: one of {', '.join(sorted(DAYS))} was expected.",
        )
    for name, width in WIDTHS.items():
        if len(row[name]) > width:
            faults.add(line, f"{name} is {row[name][:20]!r}: at most {width} characters were expected.")
    wrong = [name for name in NUMBERS if not VALUE.fullmatch(row[name])]
    for name in wrong:
        faults.add(line, f"{NUMBERS[name]} is {row[name][:20]!r}: a number such as 16.32 was expected.")
    if not CONVERSION.fullmatch(row["conv_factor"]):
        faults.add(
            line,
            f"the conversion factor is {row['conv_factor'][:20]!r}: a number such as 33.4009 was expected.",
        )
    if not wrong:
        _judge_sums(line, row, faults)


def _judge_sums(line: int, row: Row, faults: Faults) -> None:
    for practice, total in (("pe_nonfac_rvu", "total_nonfac"), ("pe_fac_rvu", "total_fac")):
        parts = sum((_number(row[name]) for name in ("work_rvu", practice, "mp_rvu")), Decimal(0))
        if abs(parts - _number(row[total])) > ROUNDING:
            faults.add(line, f"{NUMBERS[total]} is {row[total]}, but its parts add up to {parts}.")


def _number(text: str) -> Decimal:
    return Decimal(text or "0")
