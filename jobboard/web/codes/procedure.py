"""The sheet of an ICD-10-PCS code: its seven characters, the operating room, the codes of its table."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.procedures import Character, alike, in_operating_room, spelled, table_size
from jobboard.domain.codes.releases import all_current
from jobboard.web.codes.addresses import family_path
from jobboard.web.codes.marking import fact
from jobboard.web.codes.page import Question, Sheet, bare
from jobboard.web.codes.validity import UNTITLED, days, named, since, until

OPENLY_SHOWN = 24


class Known(NamedTuple):
    """What the releases say of a procedure."""

    code: Code
    found: Found
    characters: list[Character]
    theatre: bool | None
    alike: Sequence[Code]
    table_size: int
    releases: dict[str, str]

    @property
    def differing(self) -> list[tuple[Code, str]]:
        """The codes alike, and what their last two characters are."""
        return [(one, one.code[5:]) for one in self.alike]


def sheet(session: Session, found: Found, now: datetime) -> Sheet:
    if found.record is None:
        return bare(session, found, now)
    known = gather(session, found, found.record)
    contents = [
        ("characters", "Character by character"),
        ("glance", "At a glance"),
        ("table", "In the same table"),
    ]
    return Sheet(
        title=known.code.title or UNTITLED,
        value=value(known),
        contents=contents,
        marks=[("Operating room", "plain")] if known.theatre else [],
        questions=questions(known),
        facts={"known": known, "glance": glance(known), "openly": OPENLY_SHOWN},
    )


def gather(session: Session, found: Found, code: Code) -> Known:
    return Known(
        code=code,
        found=found,
        characters=spelled(session, code.code, found.chain),
        theatre=in_operating_room(session, code),
        alike=alike(session, code),
        table_size=table_size(session, code),
        releases={part: named(release) for part, release in all_current(session).items()},
    )


def value(known: Known) -> str:
    _, system, operation, *_ = (one.meaning for one in known.characters)
    of = f"{operation} in the system {system}" if operation and system else f"Table {known.code.code[:3]}"
    if known.theatre is None:
        return f"{of}. Title and grouping are not in our files yet."
    return f"{of}; {'counted' if known.theatre else 'not counted'} as an operating-room procedure."


def glance(known: Known) -> list[tuple[str, str | Markup]]:
    rows: list[tuple[str, str | Markup]] = []
    if known.code.title:
        rows.append(("Official title", fact("title", known.code.title)))
    rows += days(known.code)
    if known.theatre is not None:
        flag, words = ("Y", "Yes") if known.theatre else ("", "No")
        rows.append(("Operating-room procedure", fact("or_procedure", flag, words)))
    link = Markup('<a href="{}">{}, {}</a>').format(
        family_path(known.found.family), known.code.code[:3], known.found.family.label
    )
    return [*rows, ("Table", link)]


def questions(known: Known) -> list[Question]:
    name = known.code.code
    asked = [
        (f"Is {name} a valid ICD-10-PCS code?", validity(known)),
        (f"What do the characters of {name} mean?", meanings(known)),
        (f"Is {name} an operating-room procedure?", room(known)),
        (f"How many codes are in the table {name[:3]}?", size(known)),
    ]
    return [Question(question, answer) for question, answer in asked if answer]


def validity(known: Known) -> Markup:
    release = known.releases.get("icd10pcs", "")
    if not known.code.active:
        return Markup("No longer. Its last valid day was {} (ICD-10-PCS {}).").format(
            until(known.code), release
        )
    return Markup("Yes, since {} (ICD-10-PCS {}).").format(since(known.code), release)


def meanings(known: Known) -> Markup:
    parts = [f"{one.value} is {one.axis.lower()} {one.meaning}" for one in known.characters if one.meaning]
    unknown = len(known.characters) - len(parts)
    rest = f" The other {unknown} cannot be told from the official titles." if unknown else ""
    return Markup("{}.{}").format("; ".join(parts), rest)


def room(known: Known) -> Markup:
    if known.theatre is None:
        return Markup("")
    answer = "Yes" if known.theatre else "No"
    return Markup("{}, by the grouper's tables (MS-DRG v43.1).").format(
        fact("or_procedure", "Y" if known.theatre else "", answer)
    )


def size(known: Known) -> Markup:
    return Markup("{} valid codes begin with {} (ICD-10-PCS {}).").format(
        f"{known.table_size:,}", known.code.code[:3], known.releases.get("icd10pcs", "")
    )
