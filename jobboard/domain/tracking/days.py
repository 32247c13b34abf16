"""Days as people write them in a list: 2026-11-03, 11/3/2026, 11-03-26, Nov 3, 2026, 3 Nov 2026."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DAY = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?:[T\s]00:00(?::00(?:\.0+)?)?)?"
    r"|(?P<m2>\d{1,2})(?P<between>[-/.])(?P<d2>\d{1,2})(?P=between)(?P<y2>\d{4}|\d{2})(?:\s00:00(?::00)?)?"
    rf"|{MONTH.format('m3')}\s*(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})"
    rf"|(?P<d4>\d{{1,2}})[\s-]{MONTH.format('m4')}[\s-](?P<y4>\d{{4}}|\d{{2}})"
    r")(?![\w-])",
    re.IGNORECASE,
)


def days_in(text: str) -> list[date | None]:
    """Every day written in a text, in its order; None for what is written as a day but is none (2026-02-30)."""
    return [_day(found) for found in DAY.finditer(text)]


def without_days(text: str) -> str:
    return DAY.sub(" ", text)


def _day(found: re.Match[str]) -> date | None:
    year, month, day = next(
        (found[f"y{way}"], found[f"m{way}"], found[f"d{way}"]) for way in (1, 2, 3, 4) if found[f"y{way}"]
    )
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None


def day_of(text: str) -> date | None:
    """The day a text is, when it is one and nothing else."""
    found = DAY.fullmatch(text.strip())
    return _day(found) if found else None
