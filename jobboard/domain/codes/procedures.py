"""What the seven characters of an inpatient procedure say, and the codes of the same table around it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.inpatient import OperatingRoom
from jobboard.domain.codes.releases import current_id
from jobboard.domain.codes.tabular import ProcedureCharacter

TABLE = 3
NONE = "Z"
UNKNOWN = "(new)"
# The flags are those of MS-DRG v43.1, which ends with fiscal 2026.
AFTER_GROUPER = date(2026, 10, 1)
HEADS = {
    "B": ("Section", "Body system", "Root type"),
    "C": ("Section", "Body system", "Root type"),
    "D": ("Section", "Body system", "Modality"),
    "F": ("Section", "Section qualifier", "Root type"),
    "G": ("Section", "Body system", "Root type"),
    "H": ("Section", "Body system", "Root type"),
}
HEAD = ("Section", "Body system", "Operation")
TAIL = ("Body part", "Approach", "Device", "Qualifier")
TAILS = {
    "2": ("Body region", "Approach", "Device", "Qualifier"),
    "3": ("Body system or region", "Approach", "Substance", "Qualifier"),
    "4": ("Body system", "Approach", "Function or device", "Qualifier"),
    "5": ("Body system", "Duration", "Function", "Qualifier"),
    "6": ("Body system", "Duration", "Qualifier", "Qualifier"),
    "7": ("Body region", "Approach", "Method", "Qualifier"),
    "8": ("Body region", "Approach", "Method", "Qualifier"),
    "9": ("Body region", "Approach", "Method", "Qualifier"),
    "B": ("Body part", "Contrast", "Qualifier", "Qualifier"),
    "C": ("Body part", "Radionuclide", "Qualifier", "Qualifier"),
    "D": ("Treatment site", "Modality qualifier", "Isotope", "Qualifier"),
    "F": ("Body system or region", "Type qualifier", "Equipment", "Qualifier"),
    "G": ("Type qualifier", "Qualifier", "Qualifier", "Qualifier"),
    "H": ("Type qualifier", "Qualifier", "Qualifier", "Qualifier"),
    "X": ("Body part", "Approach", "Device, substance or technology", "Qualifier"),
}
# The approaches of all sections that have one; titles leave the external one out where nothing else is possible.
APPROACHES = {
    "0": "Open",
    "3": "Percutaneous",
    "4": "Percutaneous Endoscopic",
    "7": "Via Natural or Artificial Opening",
    "8": "Via Natural or Artificial Opening Endoscopic",
    "F": "Via Natural or Artificial Opening With Percutaneous Endoscopic Assistance",
    "X": "External",
}


class Character(NamedTuple):
    """One of the seven: its place (1 to 7), what the place is for, the value and what it means; None where unknown."""

    position: int
    axis: str
    value: str
    meaning: str | None


def spelled(session: Session, code: str, chain: Sequence[Family]) -> list[Character]:
    """The seven characters. Section, system and operation are the code's families; the others its table tells."""
    axes = HEADS.get(code[0], HEAD) + TAILS.get(code[0], TAIL)
    meanings = heads(chain) + tails(session, code, axes)
    return [
        Character(place, axis, value, meaning)
        for place, (axis, value, meaning) in enumerate(zip(axes, code, meanings, strict=True), start=1)
    ]


def heads(chain: Sequence[Family]) -> list[str | None]:
    """Section, body system and operation, read from the labels of the first and the narrowest family."""
    section = chain[-1].label
    system, _, operation = chain[0].label.rpartition(": ")
    system = "None" if system == section else system.removeprefix(f"{section}, ")
    return [section, *(None if part.endswith(UNKNOWN) else part for part in (system, operation))]


def tails(session: Session, code: str, axes: Sequence[str]) -> list[str | None]:
    known = _characters(session, code)
    return [meaning_of(code, place, axes[place - 1], known) for place in range(TABLE + 1, len(code) + 1)]


def meaning_of(code: str, place: int, axis: str, known: dict[tuple[int, str], str]) -> str | None:
    """What a character means; `known` holds the meanings of the code's own values by place and by what stands beside."""
    value = code[place - 1]
    if axis == "Approach":
        return APPROACHES.get(value)
    if value == NONE and place > TABLE + 1:
        return "None"
    others = [f"{other}{code[other - 1]}" for other in range(TABLE + 1, len(code) + 1) if other != place]
    return next((known[place, beside] for beside in ("", *others) if (place, beside) in known), None)


def _characters(session: Session, code: str) -> dict[tuple[int, str], str]:
    """The meanings of this code's values in its table, by position and by what must stand beside."""
    mine = select(ProcedureCharacter).where(
        ProcedureCharacter.head == code[:TABLE],
        ProcedureCharacter.release_id == current_id("characters"),
    )
    return {
        (row.position, row.beside): row.meaning
        for row in session.scalars(mine)
        if code[row.position - 1] == row.value
    }


def in_operating_room(session: Session, code: Code) -> bool | None:
    """Whether the grouper takes the procedure as one of the operating room; None for a code that is newer than it."""
    if code.valid_from is not None and code.valid_from >= AFTER_GROUPER:
        return None
    mine = select(OperatingRoom.code_id).where(
        OperatingRoom.code_id == code.id, OperatingRoom.release_id == current_id("icd10pcs")
    )
    return session.scalar(mine) is not None


def table_size(session: Session, code: Code) -> int:
    """How many active codes begin with the same three characters."""
    mine = select(func.count()).where(
        Code.family_id == code.family_id, Code.code_set == CodeSet.ICD10PCS, Code.active
    )
    return session.scalar(mine) or 0


def alike(session: Session, code: Code) -> Sequence[Code]:
    """The active codes that differ only in the device or the qualifier: the same work on the same part."""
    stem = code.sort_key[:5]
    mine = select(Code).where(
        Code.code_set == CodeSet.ICD10PCS, Code.active, Code.sort_key.between(stem, f"{stem}ZZ")
    )
    return session.scalars(mine.order_by(Code.sort_key)).all()
