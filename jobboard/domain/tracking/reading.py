"""Reading what a person sends: every line becomes an entry to be or a sentence about what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.reading import NAMES, read_code
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.entry import MOST_TIMES
from jobboard.domain.tracking.privacy import is_long_ago, refusal
from jobboard.domain.tracking.sheet import COUNT, MODIFIERS, Said, read_sheet

VALUED = ("26", "TC", "53")
LONGEST_WRITTEN = 30
ASK_COUNT = "A count is a whole number from 1 to 9,999."


class Good(NamedTuple):
    """An entry to be: `written` with all modifiers, `modifier` the one that chooses its value."""

    number: int
    code: Code
    written: str
    modifier: str
    done_on: date
    times: int


class Refused(NamedTuple):
    number: int
    sentence: str


@dataclass(frozen=True)
class Reading:
    """`patient`: numbers of the lines that look like patient data. `columns`: numbers of columns with something else."""

    good: list[Good]
    refused: list[Refused]
    patient: list[int]
    columns: list[int]

    @property
    def is_sound(self) -> bool:
        return not (self.refused or self.patient or self.columns)

    @property
    def warnings(self) -> list[str]:
        """What is said about lines and columns as a whole."""
        said = [refusal(self.patient)] if self.patient else []
        return [*said, *([columns_refused(self.columns)] if self.columns else [])]


class Known(NamedTuple):
    """What the dataset knows of the codes and modifiers that were sent."""

    codes: dict[tuple[CodeSet, str], Code]
    modifiers: set[str]


def read(session: Session, text: str, *, day: date, today: date) -> Reading:
    """Read a pasted text or a file. `day` is that of lines without one; a day after `today` is refused."""
    sheet = read_sheet(text, today)
    sound = [said for said in sheet.lines if said.sign is None]
    typed = [one for said in sound for code in said.codes for one in read_code(code)]
    known = Known(finding.codes_named(session, typed), finding.modifiers(session) | MODIFIERS)
    good: list[Good] = []
    refused: list[Refused] = []
    for said in sound:
        found = _one_line(said, known, day, today)
        if isinstance(found, str):
            refused.append(Refused(said.number, found))
        else:
            good += found
    return Reading(good, refused, [said.number for said in sheet.lines if said.sign], sheet.columns)


def columns_refused(numbers: list[int]) -> str:
    told = " and ".join(filter(None, [", ".join(map(str, numbers[:-1])), str(numbers[-1])]))
    which = f"Column {told} is" if len(numbers) == 1 else f"Columns {told} are"
    return (
        f"{which} none of code, count, date and modifier, and may hold patient data. This board never keeps any: "
        "take everything else out, then send it again."
    )


def _one_line(said: Said, known: Known, day: date, today: date) -> list[Good] | str:
    """The entries of a line, or the sentence that says what is wrong with it."""
    wrong = _wrong_shape(said) or _wrong_day(said, today) or _wrong_count(said)
    if wrong:
        return wrong
    done_on = (said.days or [day])[0] or day
    times = int(COUNT.fullmatch(said.counts[0])[1]) if said.counts else 1  # type: ignore[index]
    found: list[Good] = []
    for text in said.codes:
        one = _one_code(said, text, known, done_on, times)
        if isinstance(one, str):
            return one
        found.append(one)
    return found


def _wrong_shape(said: Said) -> str | None:
    if not said.codes:
        return "There is no code here."
    if said.strange:
        return "Something here is neither a code, a count, a date nor a modifier."
    if len(said.codes) > 1 and (said.counts or said.modifiers):
        return "Give codes with a count or a modifier a line each."
    return None


def _wrong_day(said: Said, today: date) -> str | None:
    if not said.days:
        return None
    if len(said.days) > 1:
        return "There are two dates here."
    if said.days[0] is None:
        return "There is no such date. Write it as 2026-11-03 or 11/3/2026."
    if said.days[0] > today:
        return "This date is in the future."
    return "This date is too long ago to be kept." if is_long_ago(said.days[0], today) else None


def _wrong_count(said: Said) -> str | None:
    if len(said.counts) > 1:
        return "There are two counts here. Write a modifier behind a hyphen: 99213-25."
    if not said.counts:
        return None
    read_as = COUNT.fullmatch(said.counts[0])
    if read_as is None or not 1 <= int(read_as[1]) <= MOST_TIMES:
        return ASK_COUNT
    if said.is_loose and said.counts[0] in MODIFIERS:
        code, number = said.codes[0], said.counts[0]
        return f"{number} could be a count or a modifier. Write {code} x{number} or {code}-{number}."
    return None


def _one_code(said: Said, text: str, known: Known, done_on: date, times: int) -> Good | str:
    meant = [(typed, known.codes[key]) for typed in read_code(text) if (key := typed[:2]) in known.codes]
    if not meant:
        return f"{text.upper()[:LONGEST_WRITTEN]} is no code that this board knows."
    typed, code = next((pair for pair in meant if pair[1].is_valid(done_on)), meant[0])
    if not code.is_valid(done_on):
        return f"{code.code} was not valid on {done_on:%B} {done_on.day}, {done_on.year}."
    modifiers = [*typed.modifiers, *said.modifiers]
    if strange := next((one for one in modifiers if one not in known.modifiers), None):
        return f"{strange[:4]} is no modifier."
    named = f"{NAMES[code.code_set]} {code.code}" if code.code_set in NAMES else code.code
    written = "-".join([named, *modifiers])
    if len(written) > LONGEST_WRITTEN:
        return "There are too many modifiers here."
    valued = next((one for one in modifiers if one in VALUED), "")
    return Good(said.number, code, written, valued, done_on, times)
