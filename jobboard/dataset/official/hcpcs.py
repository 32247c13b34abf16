"""Reads the HCPCS alpha-numeric file: CMS's fixed-width text, or its sheet saved as CSV or tab text.

A long title may run over several lines of one code. The wording of dental D codes is the ADA's and is left out.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jobboard.dataset.codes import Fact
from jobboard.dataset.files import titled
from jobboard.dataset.hcpcs import DENTAL
from jobboard.dataset.official.faults import Faults, Stated
from jobboard.dataset.official.table import header_of, is_header, lines_of

CODE = re.compile(r"[A-V]\d{4}")
MODIFIER = re.compile(r"[0-9A-Z]{2}")
FIXED = re.compile(r"(?:[A-V]\d{4}| {3}[0-9A-Z]{2}|[0-9A-Z]{2} {3})\d{5}[3478]")
NUMBER = re.compile(r"\d{5}|\d{4}[FTUM]")
SHORTEST = 293
MORE = frozenset({"4", "8"})
COLUMNS = {
    "code": ("hcpc", "hcpcs", "hcpcs code"),
    "kind": ("recid", "record id", "rec id"),
    "long": ("long description", "long_description"),
    "short": ("short description", "short_description"),
    "added": ("add dt", "add_dt"),
    "ended": ("term dt", "term_dt"),
}


class Line(NamedTuple):
    """One line of the file, wherever its columns stand. `kind` 3 and 7 begin a code or a modifier, 4 and 8 go on."""

    number: int
    code: str
    kind: str
    long: str
    short: str
    added: str
    ended: str


def looks_like(text: str) -> bool:
    first = next((line for line in text.split("\n") if line.strip()), "")
    return (
        bool(FIXED.match(first))
        or header_of(text, "hcpc", "long description", "short description") is not None
    )


def read(text: str) -> Stated:
    """Every Level II code with its title and its dates. Modifiers are counted and left out. Raises BadFile."""
    faults, stated = Faults(), Stated()
    begun: dict[str, list[Line]] = {}
    for line in _lines(text, faults):
        stated.read += 1
        if MODIFIER.fullmatch(line.code):
            stated.left_out["a modifier, not a code"] += 1
        elif NUMBER.fullmatch(line.code):
            stated.left_out["a CPT number: those come with the fee schedule"] += 1
        elif not CODE.fullmatch(line.code):
            faults.add(line.number, f"{line.code!r} is not a Level II code such as G0439.")
        elif line.kind in MORE and line.code not in begun:
            faults.add(line.number, f"{line.code} goes on here, but no line before it begins it.")
        elif line.kind not in MORE and line.code in begun:
            faults.add(line.number, f"{line.code} stands twice in the file.")
        else:
            begun.setdefault(line.code, []).append(line)
    stated.facts = [_fact(lines, faults) for lines in begun.values()]
    return faults.check(stated)


def _fact(lines: list[Line], faults: Faults) -> Fact:
    first = lines[0]
    title = titled(" ".join(line.long for line in lines)) or titled(first.short)
    added, ended = _day(first.added, first.number, faults), _day(first.ended, first.number, faults)
    if DENTAL.fullmatch(first.code):
        title = None
    elif title is None:
        faults.add(first.number, f"{first.code} has no title.")
    return Fact(first.code, title, ended is None, added, ended)


def _day(text: str, line: int, faults: Faults) -> date | None:
    """`20260101`, or `1/1/2026` as a spreadsheet writes it."""
    plain = text.removesuffix(".0").strip("0 ") and text.removesuffix(".0").strip()
    if not plain:
        return None
    try:
        if "/" in plain:
            month, day, year = (int(part) for part in plain.split("/"))
            return date(year, month, day)
        return date.fromisoformat(plain)
    except ValueError:
        faults.add(line, f"{plain[:20]!r} is not a day such as 20260101.")
        return None


def _lines(text: str, faults: Faults) -> Iterator[Line]:
    header = header_of(text, "hcpc", "long description")
    return _by_position(text, faults) if header is None else _by_name(text, header)


def _by_position(text: str, faults: Faults) -> Iterator[Line]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if len(line.rstrip()) < SHORTEST and not FIXED.match(line):
            faults.add(
                number,
                "the line is not a line of the fixed-width file (code, sequence, record kind, titles).",
            )
            continue
        yield Line(
            number,
            line[:5].strip(),
            line[10:11],
            line[11:91],
            line[91:119].strip(),
            line[268:276],
            line[284:292],
        )


def _by_name(text: str, header: list[str]) -> Iterator[Line]:
    places = {
        field: next((header.index(name) for name in names if name in header), None)
        for field, names in COLUMNS.items()
    }
    below = False
    for number, cells in lines_of(text):
        if not below:
            below = is_header(cells, header)
            continue
        given = {
            field: cells[at] if at is not None and at < len(cells) else "" for field, at in places.items()
        }
        yield Line(number, given["code"], given["kind"] or "3", *(given[name] for name in Line._fields[3:]))
