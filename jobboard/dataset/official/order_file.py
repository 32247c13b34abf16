"""Reads the order files of ICD-10-CM and ICD-10-PCS: order number, code, header flag, short and long title by column."""

import re

from jobboard.dataset.codes import Fact
from jobboard.dataset.files import titled
from jobboard.dataset.official.faults import Faults, Stated
from jobboard.domain.codes.codeset import CodeSet, written

LINE = re.compile(
    r"(?P<order>\d{5}) (?P<code>[0-9A-Z]{3,7}) *(?P<flag>[01]) (?P<short>.{1,60}) ?(?P<long>.*)"
)
SHAPES = {
    CodeSet.ICD10CM: re.compile(r"[A-Z][0-9A-Z]{2,6}"),
    CodeSet.ICD10PCS: re.compile(r"[0-9BCDFGHX][0-9A-HJ-NP-Z]{6}"),
}
EXAMPLES = {CodeSet.ICD10CM: "I2510", CodeSet.ICD10PCS: "0SR90J9"}
CODE, FLAG, SHORT, LONG = slice(6, 13), slice(14, 15), slice(16, 76), 77
LOOKED_AT = 400


def looks_like_diagnoses(text: str) -> bool:
    return _first_codes(text, CodeSet.ICD10CM)


def looks_like_procedures(text: str) -> bool:
    return _first_codes(text, CodeSet.ICD10PCS)


def _first_codes(text: str, code_set: CodeSet) -> bool:
    """Most of the first lines are lines of an order file, and their codes are those of the set."""
    lines = [line for line in text[: LOOKED_AT * 200].split("\n")[:LOOKED_AT] if line.strip()]
    met = [found for line in lines if (found := LINE.match(line))]
    codes = [found["code"] for found in met if found["flag"] == "1"]
    fitting = [code for code in codes if SHAPES[code_set].fullmatch(code)]
    others = [one for one in SHAPES if one is not code_set]
    more = all(len(fitting) > sum(bool(SHAPES[one].fullmatch(code)) for code in codes) for one in others)
    return len(met) * 2 > len(lines) and len(fitting) * 2 > len(codes) and more


def read_diagnoses(text: str) -> Stated:
    return _read(text, CodeSet.ICD10CM)


def read_procedures(text: str) -> Stated:
    return _read(text, CodeSet.ICD10PCS)


def _read(text: str, code_set: CodeSet) -> Stated:
    """The codes that may be billed; headings are counted and left out. Raises BadFile."""
    faults, stated, seen = Faults(), Stated(), set()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        stated.read += 1
        code, flag = line[CODE].strip(), line[FLAG]
        title = titled(line[LONG:]) or titled(line[SHORT])
        if not line[:5].isdigit() or flag not in ("0", "1") or line[5:6] != " ":
            faults.add(
                number, "the line does not begin with an order number, a code and a 0 or 1 in column 15."
            )
        elif flag == "0":
            stated.left_out["a heading, not a code"] += 1
        elif not SHAPES[code_set].fullmatch(code):
            faults.add(number, f"{code!r} is not an {code_set.label} code such as {EXAMPLES[code_set]}.")
        elif code in seen:
            faults.add(number, f"{code} stands twice in the file.")
        elif title is None:
            faults.add(number, f"{code} has no title.")
        else:
            seen.add(code)
            stated.facts.append(Fact(written(code_set, code), title))
    return faults.check(stated)
