"""A pasted text or a CSV file as rows of words: which column holds the code, and what one loose line says."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jobboard.domain.codes.reading import read_code
from jobboard.domain.tracking.days import days_in, without_days
from jobboard.domain.tracking.privacy import BETWEEN, HARMLESS, Sign, sign_in

HEADS = {
    "code": "code cpt cpt_code cpt_hcpcs hcpcs hcpcs_code procedure procedure_code proc proc_code charge_code service_code",
    "count": "count counts qty quantity unit units times number n volume",
    "day": "date day dos date_of_service service_date procedure_date done_on performed",
    "modifier": "modifier modifiers mod mods mod1 mod2 mod3 mod4 modifier_1 modifier_2 modifier_3 modifier_4",
    "ours": "family work_rvu_each work_rvu",
}
COLUMNS = {name: kind for kind, names in HEADS.items() for name in names.split()}
LONGEST_ROW = 2000
SEPARATORS = "\t;,|"
COUNT = re.compile(r"x?(\d{1,9})(?:\.0+)?x?", re.IGNORECASE)
NUMBER = re.compile(r"[x+-]?\d*\.?\d+x?", re.IGNORECASE)
# Before it is taken for a code: X10 is a heading of ICD-10-CM, and x10 a count.
TIMES = re.compile(r"x\d+|\d+x", re.IGNORECASE)
MODIFIER = re.compile(r"[A-Z][A-Z0-9]", re.IGNORECASE)
SETS = frozenset({"drg", "ms-drg", "msdrg", "hcc", "cms-hcc"})
# Two digits behind a code may be a modifier of the CPT book or a count: nobody guesses.
MODIFIERS = frozenset(
    ("22", "23", "24", "25", "26", "27", "32", "33", "47", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59",
     "62", "63", "66", "73", "74", "76", "77", "78", "79", "80", "81", "82", "90", "91", "92", "93", "95", "96", "97", "99")
)  # fmt: skip


@dataclass
class Said:
    """What one line says: codes as written, counts, days, modifiers. `is_loose`: it had no heads. `sign` is set when it looks like patient data."""

    number: int
    is_loose: bool = False
    codes: list[str] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    days: list[date | None] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    sign: Sign | None = None


@dataclass(frozen=True)
class Sheet:
    """The lines of a text. `columns` are the numbers, from 1, of columns that hold something else; then no line is read."""

    lines: list[Said]
    columns: list[int]


def read_sheet(text: str, today: date) -> Sheet:
    """Every line that holds anything, numbered as the person sees it."""
    lines = list(_lines(text))
    if not lines:
        return Sheet([], [])
    separator = next((one for one in SEPARATORS if one in lines[0][1]), ",")
    told = _cells(lines[0][1], separator)
    heads = [COLUMNS.get(_head(cell), "") for cell in told]
    if "code" not in heads:
        return Sheet([_loose(number, line, today) for number, line in lines], [])
    if wrong := [
        number for number, (kind, cell) in enumerate(zip(heads, told, strict=True), 1) if cell and not kind
    ]:
        return Sheet([], wrong)
    return Sheet([_row(number, _cells(line, separator), heads, today) for number, line in lines[1:]], [])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if line.strip(" \t,;|"):
            yield number, line


def _cells(line: str, separator: str) -> list[str]:
    """The cells of one row. Of an absurdly long one only the beginning is cut up: it is refused anyway."""
    return [cell.strip() for cell in next(csv.reader([line[:LONGEST_ROW]], delimiter=separator), [])]


def _head(cell: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", cell.lower()).strip("_")


def _row(number: int, cells: list[str], heads: list[str], today: date) -> Said:
    """A row below heads. Columns that our own export adds are passed over unread."""
    said = Said(number)
    days = [_iso(cell) for cell, kind in zip(cells, heads, strict=False) if kind == "day"]
    codes = [cell for cell, kind in zip(cells, heads, strict=False) if kind == "code"]
    rest = [cell for cell, kind in zip(cells, heads, strict=False) if kind in ("count", "modifier")]
    said.sign = sign_in(" , ".join([*codes, *rest, *days, *cells[len(heads) :]]), today)
    if said.sign:
        return said
    for cell, kind in zip(cells, heads, strict=False):
        if cell and kind == "day":
            said.days += days_in(_iso(cell)) or [None]
        elif cell and kind == "modifier":
            said.modifiers += re.split(r"[\s,:-]+", cell.upper())
        elif cell and kind in ("code", "count"):
            (said.codes if kind == "code" else said.counts).append(cell)
    said.strange = [cell for cell in cells[len(heads) :] if cell]
    return said


def _iso(cell: str) -> str:
    """A day without separators, 20261103, as in files of machines."""
    return f"{cell[:4]}-{cell[4:6]}-{cell[6:]}" if re.fullmatch(r"20\d{6}", cell) else cell


def _loose(number: int, line: str, today: date) -> Said:
    """A line without heads: `44314 x3`, `2026-11-03 44314 2`, `45378-59 RT`, `DRG 470`."""
    said = Said(number, is_loose=True, sign=sign_in(line, today))
    if said.sign:
        return said
    said.days = days_in(line)
    pieces = [piece for piece in BETWEEN.split(without_days(line)) if piece.strip(".#")]
    behind = ""
    for piece in pieces:
        behind = _sort(said, piece, behind)
    return said


def _sort(said: Said, piece: str, behind: str) -> str:
    """Put one piece of a loose line where it belongs. `behind` is a set's name that stood before it (`DRG`)."""
    plain = piece.strip(".#").lower()
    if plain in SETS:
        return plain
    if behind:
        said.codes.append(f"{behind} {piece}")
    elif plain in HARMLESS:
        return ""
    elif TIMES.fullmatch(piece):
        said.counts.append(piece)
    elif read_code(piece):
        said.codes.append(piece)
    elif NUMBER.fullmatch(piece):
        said.counts.append(piece)
    elif MODIFIER.fullmatch(piece) and said.codes:
        said.modifiers.append(piece.upper())
    else:
        said.strange.append(piece)
    return ""
