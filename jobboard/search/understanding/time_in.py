"""Time that is said in numbers: how many years somebody has worked, how many hours of a week they want to."""

import re
from collections.abc import Sequence

from jobboard.domain.postings.terms import EmploymentType
from jobboard.search.understanding.meant import Choice
from jobboard.search.understanding.pieces import Piece

YEARS = re.compile(r"(\d{1,2})\+?")
OF_WHAT = frozenset(("of", "coding", "coder", "medical", "work", "working"))
MOST_YEARS = 40
MONTHS = {"year": 12, "years": 12, "yr": 12, "yrs": 12, "month": 1, "months": 1, "mos": 1}
FARTHEST = 6  # so many words from the years the experience may stand
# Behind years they are nobody's experience: `2 year assignment`, `10 years old`.
LASTING = frozenset(("ago", "assignment", "old", "olds", "program", "project", "term"))
HOURS = re.compile(r"(\d{1,2})\+?(?:-?(hours?|hrs?))?(/(?:week|wk))?")
OF_A_DAY, WEEK = (
    frozenset(("hour", "hours", "hr", "hrs", "hours/week", "hrs/week", "hrs/wk")),
    frozenset(("week", "wk")),
)
PER = frozenset(("a", "an", "each", "in", "per", "the"))
WEEKLY = frozenset(("weekly", "/week", "/wk"))
FULL_WEEK, MOST_HOURS = 35, 60
Match = tuple[int, int, Choice]


def experience_at(pieces: Sequence[Piece], at: int) -> Match | None:
    """`2 years experience`, `6 months exp`, `3+ yrs of inpatient experience`, `5 years`: what somebody has is the most that may
    be asked; what it was gained in is looked for."""
    years = YEARS.fullmatch(pieces[at].key or "")
    keys = [piece.key for piece in pieces[at + 1 : at + 2 + FARTHEST]]
    months = MONTHS.get(keys[0] or "") if keys else None
    if not years or int(years[1]) > MOST_YEARS or months is None:
        return None
    place = 1
    while place < len(keys) and keys[place] in OF_WHAT:
        place += 1
    ends = [key in ("experience", "exp") for key in keys[place:]]
    if True not in ends:
        if keys[1:2] == ["contract"]:  # how long it lasts is no part of what is searched
            return at, at + 3, Choice("type", EmploymentType.CONTRACT_1099)
        alone = months > 1 and int(years[1]) > 0 and not LASTING.intersection(keys[1:2])
        return (at, at + 2, Choice("experience_max", str(months * int(years[1])))) if alone else None
    last = at + place + 1
    return at, last + (1 if ends[0] else 0), Choice("experience_max", str(months * int(years[1])))


def hours_at(pieces: Sequence[Piece], at: int) -> Match | None:
    """`20 hours a week`, `32 hrs/week`, `24 hours weekly`: less than FULL_WEEK is part time."""
    hours = HOURS.fullmatch(pieces[at].key or "")
    if not hours or not 0 < int(hours[1]) <= MOST_HOURS:
        return None
    end = _week_behind([piece.key or "" for piece in pieces[at + 1 : at + 4]], bool(hours[2]), bool(hours[3]))
    kind = EmploymentType.PART_TIME if int(hours[1]) < FULL_WEEK else EmploymentType.FULL_TIME
    return (at, at + 1 + end, Choice("type", kind)) if end >= 0 else None


def _week_behind(keys: Sequence[str], hours: bool, week: bool) -> int:
    """Where `hours a week` ends behind a number that may have said some of it; -1 when it is not there."""
    if hours and week:
        return 0
    place = 0
    if not hours:
        if not keys or keys[0] not in OF_A_DAY:
            return -1
        place = 1
        if "/" in keys[0]:
            return place
    if keys[place : place + 1] and keys[place] in WEEKLY | WEEK:
        return place + 1
    behind = keys[place : place + 2]
    return place + 2 if len(behind) == 2 and behind[0] in PER and behind[1] in WEEK else -1
