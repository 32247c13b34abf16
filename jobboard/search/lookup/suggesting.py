"""Codes that begin as somebody types: few, and each leads to the jobs for it, whether there are any or not."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, zip_longest
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import LAST, CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.reading import NAMES
from jobboard.search.engine import Suggestion
from jobboard.search.query import Query

MOST, SHORTEST = 3, 3
NUMBER = re.compile(r"[0-9]{3,5}|[A-V][0-9][0-9A-Z]{1,6}|[0-9A-HX][0-9A-HJ-NP-Z]{2,6}")
NAMED = re.compile(r"(?:MS-?)?(?P<drg>DRG)|(?:CMS-?)?HCC")
COUNTED = re.compile(r"#?:?(?P<number>[0-9]{1,3})")


def suggested_codes(session: Session, text: str) -> list[Suggestion]:
    """At most three, for a text that is the beginning of a code, taken from its sets in turn; none for words."""
    runs = [session.execute(begun(), {"set": code_set, "low": low, "high": high}).all()
            for code_set, low, high in beginnings(text)]  # fmt: skip
    found = [row for row in chain.from_iterable(zip_longest(*runs)) if row is not None]
    return [_suggestion(row) for row in found[:MOST]]


def beginnings(text: str) -> Iterator[tuple[CodeSet, str, str]]:
    """The sets a text may begin a code of, each with the sort keys between which such codes lie."""
    plain = "".join(text.upper().split())
    if len(plain) > 12 or not any(char.isdigit() for char in plain):
        return
    if named := NAMED.match(plain):
        counted = COUNTED.fullmatch(plain, named.end())
        yield from numbered(bool(named["drg"]), counted["number"]) if counted else ()
        return
    key = plain.replace(".", "")
    if not NUMBER.fullmatch(key):
        return
    if key.isdigit() and len(key) <= 5:
        yield CodeSet.CPT, f"0{key}", f"0{key}{LAST}"
    if key[0].isalpha():
        yield CodeSet.ICD10CM, key, key + LAST
        yield CodeSet.HCPCS, key, key + LAST
    if "." not in plain:
        yield CodeSet.ICD10PCS, key, key + LAST


def numbered(is_drg: bool, number: str) -> Iterator[tuple[CodeSet, str, str]]:
    """Numbers that begin so. A DRG is written with three digits, so 4 begins 400; a risk category 3 is 3, 35 or 300."""
    if is_drg:
        yield CodeSet.MSDRG, f"{number:0<3}", f"{number:9<3}"
        return
    for more in range(4 - len(number)):
        yield CodeSet.HCC, f"{number}{'0' * more}".zfill(3), f"{number}{'9' * more}".zfill(3)


@cache
def begun() -> Any:
    columns = (Code.code_set, Code.code, Code.title, Family.label)
    run = Code.sort_key.between(bindparam("low"), bindparam("high"))
    found = select(*columns).join(Family, Family.id == Code.family_id)
    found = found.where(Code.code_set == bindparam("set", type_=Code.code_set.type), Code.active, run)
    return found.order_by(Code.sort_key).limit(MOST)


def _suggestion(row: Row[Any]) -> Suggestion:
    """A CPT number has no words of its own: its family's stand for it."""
    name = NAMES.get(row.code_set)
    said = f"{name} {row.code}" if name else row.code
    return Suggestion(row.code_set.label, f"{said}: {row.title or row.label}", Query(q=said), None)
