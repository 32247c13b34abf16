"""Numbers that older official files name and the release no longer has: deleted codes, with their last day if a file tells.

Coders still meet them on old claims and in old postings. The classification of services says when a number ended;
the work values through the years say it by their last year. The unit limits of 2024 only say that it was in use then.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date

from jobboard.dataset.codes import Fact, day
from jobboard.dataset.files import rows

CARE, HISTORY, UNITS = "rbcs_2024.csv.gz", "work_rvu_history.csv", "ncci_mue_practitioner_2024q3.csv.gz"
FILES = (CARE, HISTORY, UNITS)
YEAR = "work_rvu_"


def former(
    number: re.Pattern[str], current: Collection[str], only: Collection[str] | None = None
) -> Iterator[Fact]:
    """The deleted codes whose writing fits `number` and that are not `current`."""
    ended = _last_days(only)
    for code in sorted(ended.keys() - set(current)):
        if number.fullmatch(code):
            yield Fact(code, active=False, valid_to=ended[code])


def _last_days(only: Collection[str] | None) -> dict[str, date | None]:
    """Every number of the older files with its last day; None where no file tells."""
    ended = {row["code"]: None for row in rows(UNITS, only)} | {
        row["code"]: day(row["code_ended"]) for row in rows(CARE, only)
    }
    for row in rows(HISTORY, only):
        last = max(column for column, value in row.items() if column.startswith(YEAR) and value)
        ended[row["code"]] = ended.get(row["code"]) or date(int(last.removeprefix(YEAR)), 12, 31)
    return ended
