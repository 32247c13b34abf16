"""The guard at every box for codes: what looks like patient data is refused unread, unkept and unlogged.

A list of codes is made of codes, counts and days. Whatever else stands in a line could tell of a patient, so a line is
sound only when nothing else is left of it. `sign_in` asks that of one line of a list; `names_somebody` of free words
(the name of a list), in which only what is plainly an identifier counts.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from jobboard.domain.codes.reading import read_code
from jobboard.domain.tracking.days import days_in, without_days

YEARS_BACK = 10
LONGEST_LINE = 200


class Sign(StrEnum):
    """Why a line is taken for patient data."""

    BIRTH_DATE = "a second date, or one too long ago"
    NUMBER = "a record, account or telephone number"
    ADDRESS = "an address"
    NAME = "a name or other words"


NUMBERS = re.compile(
    r"""
    (?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])                      # social security
    | (?<!\w)(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?!\w)   # telephone
    | (?<!\w)(?:[A-Z]{1,4}[-#]?)?\d{8,}(?!\w)                 # record and account numbers
    | (?<!\w)[1-9]\d{5,6}(?!\w)                               # the same, shorter; procedure codes of digits begin with 0
    | (?<!\w)0\d{5}(?!\w)
    | (?<!\w)[A-Z]{1,4}[-#]?\d{6,7}(?!\w)
    | (?<!\w)[1-9][A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d\d(?!\w)      # Medicare's number of a person
    """,
    re.VERBOSE | re.IGNORECASE,
)
LABELS = re.compile(
    r"\b(?:mrn|dob|ssn|mbi|hicn|date\s+of\s+birth|birth\s*da(?:te|y))(?:\b|[#:\d])"
    r"|\b(?:acct|account|patient|member|chart|record|encounter|visit|claim|case)\s*(?:no|number|id|nr)?\b[\s.:#-]*\d",
    re.IGNORECASE,
)
ADDRESSES = re.compile(
    r"[^\s@]+@[^\s@]+|\b\d+\s+(?:\w+\s+){1,3}(?:st|street|ave|avenue|rd|road|blvd|lane|ln|drive|dr)\b",
    re.IGNORECASE,
)
TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\b\.?\s+[^\W\d]")
# What may stand beside codes, counts and days. Everything else of two letters is looked up as a modifier.
HARMLESS = frozenset(
    ("x", "times", "time", "qty", "quantity", "count", "counts", "unit", "units", "ea", "each", "total", "on", "and", "or",
     "cpt", "hcpcs", "icd", "icd10", "icd-10", "icd-10-cm", "icd-10-pcs", "pcs", "dx", "code", "codes", "ms-drg", "msdrg",
     "drg", "cms-hcc", "hcc", "mod", "mods", "modifier", "modifiers")
)  # fmt: skip
# Between the ends of a range of codes. No entry holds one; a search may.
RANGES = frozenset(("thru", "through"))
BETWEEN = re.compile(r"[\s,;|\"'`=:()\[\]/×*]+")
WORD = re.compile(r"[^\W\d_]{3,}|^[^\W\d_]$|^(?:[^\W\d_]\.)+[^\W\d_]$")
SHORT = re.compile(r"[^\W\d_]{2}")


def sign_in(line: str, today: date) -> Sign | None:
    """Why one line of a list of codes looks like patient data; None when it holds codes, counts and one day at most."""
    if len(line) > LONGEST_LINE:
        return Sign.NAME
    days = days_in(line)
    if len(days) > 1 or any(day is not None and is_long_ago(day, today) for day in days):
        return Sign.BIRTH_DATE
    rest = without_days(line)
    return _identifier(rest) or (Sign.NAME if _has_words(rest) else None)


def names_somebody(words: str) -> bool:
    """Whether free words hold an identifier: a number of a person, an address, a title with a name.

    A page of words is more than is looked through: whatever is as long as that counts as holding one.
    """
    if len(words) > 10 * LONGEST_LINE:
        return True
    return bool(_identifier(words) or TITLES.search(words))


def suspicious(lines: Iterable[str], today: date) -> list[int]:
    """The numbers, from 1, of the lines that look like patient data."""
    return [number for number, line in enumerate(lines, 1) if sign_in(line, today)]


def refusal(numbers: Sequence[int], most: int = 12) -> str:
    """'Lines 3 and 7 look like patient data; this board never keeps any.' The text itself is never repeated."""
    if len(numbers) == 1:
        return f"Line {numbers[0]} looks like patient data; this board never keeps any."
    told = [f"{number:,}" for number in numbers[:most]]
    last = f"{len(numbers) - most:,} more" if len(numbers) > most else told.pop()
    return f"Lines {', '.join(told)} and {last} look like patient data; this board never keeps any."


def is_long_ago(day: date, today: date) -> bool:
    """Before the first day of the year ten years ago: nobody counts procedures that old, but people are born then."""
    return day < date(today.year - YEARS_BACK, 1, 1)


def _identifier(text: str) -> Sign | None:
    if NUMBERS.search(text) or LABELS.search(text):
        return Sign.NUMBER
    return Sign.ADDRESS if ADDRESSES.search(text) else None


def _has_words(text: str) -> bool:
    """Whether something is left that is neither a code nor goes with one: two letters do so only behind a code."""
    seen_code = False
    for piece in BETWEEN.split(text):
        plain = piece.strip(".-#").lower()
        if plain in HARMLESS or plain in RANGES:
            continue
        if read_code(plain):
            seen_code = True
        elif WORD.search(plain) or (SHORT.fullmatch(plain) and not seen_code):
            return True
    return False
