"""Reads the MS-DRG table (Table 5 of the inpatient rule, tab text or CSV): number, category, kind and title."""

import re

from jobboard.dataset.codes import Fact
from jobboard.dataset.files import titled
from jobboard.dataset.official.faults import Faults, Stated, whole_file
from jobboard.dataset.official.table import header_of, is_header, lines_of
from jobboard.dataset.writing import Row
from jobboard.domain.codes.inpatient import DrgKind

NUMBER = re.compile(r"\d{1,3}")
KINDS = {"SURG": DrgKind.SURGICAL, "P": DrgKind.SURGICAL, "MED": DrgKind.MEDICAL, "M": DrgKind.MEDICAL}
NEITHER = frozenset({"", "**", "*"})
CATEGORY = re.compile(r"PRE|\d{1,2}")


def looks_like(text: str) -> bool:
    return header_of(text, "drg", "mdc", "type", "title") is not None


def read(text: str) -> Stated:
    """Every group as a fact with its title, and as a row with its category and kind. Raises BadFile."""
    header = header_of(text, "drg", "mdc", "type", "title")
    if header is None:
        raise whole_file("No line names the columns MS-DRG, MDC, TYPE and MS-DRG Title.")
    number, mdc, kind, title = (_place(header, name) for name in ("drg", "mdc", "type", "title"))
    faults, stated, seen = Faults(), Stated(), set()
    below = False
    for line, cells in lines_of(text):
        if not below:
            below = is_header(cells, header)
        elif len(cells) <= max(number, mdc, kind, title):
            stated.left_out["a note below the table"] += 1
        else:
            stated.read += 1
            group = _group(line, cells[number], cells[mdc].upper(), cells[kind].upper(), cells[title], faults)
            if group["drg"] in seen:
                faults.add(line, f"MS-DRG {group['drg']} stands twice in the file.")
            seen.add(group["drg"])
            stated.rows.append(group)
            stated.facts.append(Fact(group["drg"], group["title"]))
    return faults.check(stated)


def _place(header: list[str], name: str) -> int:
    """`drg` is the first column that says so: later ones are flags such as `Post-Acute DRG`."""
    return next(place for place, cell in enumerate(header) if name in cell)


def _group(line: int, number: str, mdc: str, kind: str, title: str, faults: Faults) -> Row:
    if not NUMBER.fullmatch(number):
        faults.add(line, f"{number[:20]!r} is not an MS-DRG number such as 470.")
    if mdc not in NEITHER and not CATEGORY.fullmatch(mdc):
        faults.add(line, f"the MDC is {mdc[:20]!r}: PRE, 01 to 25 or nothing was expected.")
    if kind not in NEITHER and kind not in KINDS:
        faults.add(line, f"the type is {kind[:20]!r}: SURG, MED or nothing was expected.")
    if not titled(title):
        faults.add(line, f"MS-DRG {number[:20]} has no title.")
    category = "" if mdc in NEITHER else mdc.zfill(2) if mdc.isdigit() else mdc
    return {
        "drg": number.zfill(3),
        "mdc": category,
        "kind": KINDS.get(kind, DrgKind.NEITHER),
        "title": titled(title),
    }
