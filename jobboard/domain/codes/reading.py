"""Reading what people type for a code: lower case, dots left out, modifiers behind a hyphen, a set's name in front."""

import re
from typing import NamedTuple

from jobboard.domain.codes.codeset import CodeSet

NAMED = re.compile(
    r"^(?:CPT|HCPCS|ICD-?10(?:-?(?:CM|PCS))?|ICD|PCS|DX|CODE)?\s*[#:]?\s*(?=[A-Z]?\d|[BCDFGHX][0-9A-HJ-NP-Z]{6}$)"
)
COUNTED = re.compile(r"^(?P<set>(?:MS-?)?DRG|(?:CMS-?)?HCC)\s*[#:]?\s*(?P<number>0?[0-9]{1,3})$")
MODIFIED = re.compile(r"^(?P<code>\d{4}[\dFTUM]|[A-Z]\d{4})(?P<modifiers>(?:[\s,-]+[0-9A-Z]{2})+)$")
SHAPES = (
    (CodeSet.CPT, re.compile(r"\d{5}|\d{4}[FTUM]")),
    (CodeSet.HCPCS, re.compile(r"[A-V]\d{4}")),
    (CodeSet.ICD10CM, re.compile(r"[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?\.?")),
    (CodeSet.ICD10PCS, re.compile(r"(?=.*(?:\d|ZZ$))[0-9BCDFGHX][0-9A-HJ-NP-Z]{6}")),
)
NAMES = {CodeSet.MSDRG: "DRG", CodeSet.HCC: "HCC"}
LONGEST = 60


class Typed(NamedTuple):
    """What a text may mean: a code as its set writes it, and the modifiers that were typed behind it."""

    code_set: CodeSet
    code: str
    modifiers: tuple[str, ...] = ()


def read_code(text: str) -> list[Typed]:
    """Every code the text could be, likeliest first: `70450-26`, `i2510`, `I25.10`, `0SR90J9`, `CPT 44314`, `DRG 470`.

    It only looks at the shape; `finding.resolve` knows which of them exist. Words give an empty list.
    """
    if len(text) > LONGEST:
        return []
    plain = " ".join(text.upper().split())
    if counted := COUNTED.fullmatch(plain):
        return [_counted(counted["set"], counted["number"])]
    plain = NAMED.sub("", plain)
    modifiers: tuple[str, ...] = ()
    if found := MODIFIED.match(plain):
        plain, modifiers = found["code"], tuple(re.findall(r"[0-9A-Z]{2}", found["modifiers"]))
    meant = [(code_set, plain) for code_set, shape in SHAPES if shape.fullmatch(plain)]
    if modifiers:
        meant = [(code_set, code) for code_set, code in meant if code_set is not CodeSet.ICD10CM]
    return [Typed(code_set, _written(code_set, code), modifiers) for code_set, code in meant]


def read_in(code_set: CodeSet, text: str) -> Typed | None:
    """The code of one set that the text could be; there the numbers of groups and risk categories may stand bare."""
    return next((typed for typed in read_code(spoken(code_set, text)) if typed.code_set is code_set), None)


def spoken(code_set: CodeSet, text: str) -> str:
    """How the number would be typed without a set around it: `470` of MS-DRG is `DRG 470`."""
    return f"{NAMES[code_set]} {text}" if code_set in NAMES and text.strip().isdigit() else text


def _counted(name: str, number: str) -> Typed:
    """Groups and risk categories are bare numbers: they are read only behind the name of their set."""
    if name.endswith("DRG"):
        return Typed(CodeSet.MSDRG, f"{int(number):03d}")
    return Typed(CodeSet.HCC, str(int(number)))


def _written(code_set: CodeSet, text: str) -> str:
    if code_set is not CodeSet.ICD10CM:
        return text
    key = text.replace(".", "")
    return f"{key[:3]}.{key[3:]}" if len(key) > 3 else key
