"""Where codes stand in what was typed, by their shape alone: codes, ranges and counts. Whether they exist is asked later."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from jobboard.domain.codes.reading import Typed, read_code
from jobboard.search.understanding.pieces import Piece

LONGEST = 24
SHORTEST = 3
SETS = frozenset(
    ("cpt", "hcpcs", "icd", "icd10", "icd-10", "icd-10-cm", "icd-10-pcs", "icd10cm", "icd10pcs", "pcs",
     "dx", "code", "codes")
)  # fmt: skip
NUMBERED = {"drg": "DRG", "ms-drg": "DRG", "msdrg": "DRG", "drgs": "DRG", "ms-drgs": "DRG", "hcc": "HCC",
            "hccs": "HCC", "cms-hcc": "HCC"}  # fmt: skip
# Versions of the risk model, not the diagnoses that are written so.
VERSIONS = frozenset(("v21", "v22", "v23", "v24", "v28", "v05", "v08"))
TIMES = re.compile(r"(?P<code>.+?)[*x×=:](?P<times>\d{1,4})")
TIMES_BEHIND = re.compile(r"[*x×](?P<times>\d{1,4})|(?P<other>\d{1,4})x")
SPAN = re.compile(r"(?P<low>[a-z]?\d[0-9a-z.]*?)[-–—](?P<high>[a-z]?\d[0-9a-z.]*)")
STEM = re.compile(r"(?:\d{3,4}|[a-z]\d[0-9a-z.]{1,4}|[0-9bcdfghx][0-9a-z]{2,5})\*")
NUMBER = re.compile(r"0?\d{1,3}")  # on claims a group may have a zero too many: `DRG 0189`
NUMBERED_AT_ONCE = re.compile(
    r"(?P<set>(?:ms-?)?drg|(?:cms-?)?hcc)[-#:]?(?P<rest>0?\d{1,3}(?:[-–—]0?\d{1,3})?)"
)
BETWEEN = ("-", "–", "—", "to", "thru", "through")


class Seen(NamedTuple):
    """Something with the shape of a code, from `start` up to `end`: all that it may be, or both ends of a range.

    `said` is how it was typed.
    """

    start: int
    end: int
    said: str
    meanings: tuple[Typed, ...]
    upto: tuple[Typed, ...] = ()
    times: int = 1


@lru_cache(maxsize=20_000)
def shapes(text: str) -> tuple[Typed, ...]:
    """Every code the text could be."""
    return tuple(read_code(text))


def codes_in(pieces: Sequence[Piece]) -> list[Seen]:
    """Everything that looks like a code, in order, none overlapping another."""
    found: list[Seen] = []
    at = 0
    while at < len(pieces):
        seen = _seen_at(pieces, at) if pieces[at].key else None
        if seen is not None:
            found += seen
        at = max(at + 1, seen[-1].end if seen else 0)
    return found


def _seen_at(pieces: Sequence[Piece], at: int) -> list[Seen] | None:
    key = pieces[at].key or ""
    following = _key(pieces, at + 1)
    if key in NUMBERED and following:
        return _numbered(pieces, at)
    if together := NUMBERED_AT_ONCE.fullmatch(key):
        name = NUMBERED[together["set"].replace("cms-hcc", "hcc").replace("cmshcc", "hcc")]
        one = _one(name, together["rest"], at, at + 1)
        return [_counted(pieces, one)] if one else None
    if key in SETS and following and (behind := _plain_code(pieces, at + 1)):
        return [_counted(pieces, behind._replace(start=at))]
    one = _plain_code(pieces, at)
    return [_counted(pieces, one)] if one else None


def _key(pieces: Sequence[Piece], at: int) -> str:
    return (pieces[at].key or "") if at < len(pieces) else ""


def _numbered(pieces: Sequence[Piece], at: int) -> list[Seen] | None:
    """`DRG 470`, `DRG 469-470`, `DRG 469, 470 and 521`: numbers of three digits, or behind a comma, go on with the set."""
    name = NUMBERED[pieces[at].key or ""]
    found: list[Seen] = []
    here = at + 1
    while here < len(pieces):
        key = _key(pieces, here)
        goes_on = not found or pieces[here - 1].closed or len(key) == 3
        one = _one(name, key, here, here + 1) or _split(name, key, here)
        if one is None or not goes_on:
            break
        if _key(pieces, here + 1) in BETWEEN and NUMBER.fullmatch(_key(pieces, here + 2)):
            one = _one(name, f"{key}-{_key(pieces, here + 2)}", here, here + 3) or one
        one = _counted(pieces, one)
        found.append(one._replace(start=at) if not found else one)
        here = one.end
    return found or None


def _split(name: str, key: str, at: int) -> Seen | None:
    """`470*12` behind the name of its set."""
    times = TIMES.fullmatch(key)
    one = _one(name, times["code"], at, at + 1) if times else None
    return one._replace(times=int(times["times"]) or 1) if one and times else None


def _one(name: str, text: str, start: int, end: int) -> Seen | None:
    """A number, or a range of numbers, of a numbered set."""
    low, _, high = text.replace("–", "-").replace("—", "-").partition("-")
    if not NUMBER.fullmatch(low) or (high and not NUMBER.fullmatch(high)):
        return None
    upto = shapes(f"{name} {high}") if high else ()
    return Seen(start, end, f"{name} {text}", shapes(f"{name} {low}"), upto)


def _plain_code(pieces: Sequence[Piece], at: int) -> Seen | None:
    key = _key(pieces, at).strip("#")
    if not SHORTEST <= len(key) <= LONGEST or key in VERSIONS or not _may_be(key):
        return None
    if meanings := shapes(key):
        return _range_over(pieces, Seen(at, at + 1, key, meanings))
    if STEM.fullmatch(key):
        return Seen(at, at + 1, key, ())
    if span := SPAN.fullmatch(key):
        low, high = shapes(span["low"]), shapes(span["high"])
        return Seen(at, at + 1, key, low, high) if low and high else None
    if times := TIMES.fullmatch(key):
        one = _whole(at, times["code"])
        return one._replace(times=int(times["times"]) or 1) if one else None
    return None


def _may_be(key: str) -> bool:
    return any(char.isdigit() for char in key) or (len(key) == 7 and key.endswith("zz"))


def _whole(at: int, text: str) -> Seen | None:
    """A code or a range in front of a count."""
    if meanings := shapes(text):
        return Seen(at, at + 1, text, meanings)
    span = SPAN.fullmatch(text)
    low, high = (shapes(span["low"]), shapes(span["high"])) if span else ((), ())
    return Seen(at, at + 1, text, low, high) if low and high else None


def _range_over(pieces: Sequence[Piece], one: Seen) -> Seen:
    """`44300 - 44346`, `I20 to I25`."""
    high = _key(pieces, one.end + 1)
    if _key(pieces, one.end) in BETWEEN and SHORTEST <= len(high) <= LONGEST and _may_be(high):
        upto = shapes(high)
        if any(low.code_set is top.code_set for low in one.meanings for top in upto):
            return one._replace(end=one.end + 2, said=f"{one.said}-{high}", upto=upto)
    return one


def _counted(pieces: Sequence[Piece], one: Seen) -> Seen:
    """With the count behind it, if there is one: `x 40`, `x40`, `* 40`, `40x`."""
    key = _key(pieces, one.end)
    if (times := TIMES_BEHIND.fullmatch(key)) and one.times == 1:
        return one._replace(end=one.end + 1, times=int(times["times"] or times["other"]) or 1)
    number = _key(pieces, one.end + 1)
    if key in ("x", "*", "×") and number.isascii() and number.isdigit() and len(number) <= 4:
        return one._replace(end=one.end + 2, times=int(number) or 1)
    return one
