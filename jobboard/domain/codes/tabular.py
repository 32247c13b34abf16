"""The official books as tables: headings and instructions of ICD-10-CM, the meaning of each ICD-10-PCS character."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, enum_type

RELEASE = "code_release.id"


class Instruction(StrEnum):
    """The kinds of notes of the tabular list, in the order in which a coder reads them."""

    INCLUSION = "inclusion"
    INCLUDES = "includes"
    EXCLUDES_1 = "excludes1"
    EXCLUDES_2 = "excludes2"
    CODE_FIRST = "code_first"
    USE_ADDITIONAL = "use_additional"
    CODE_ALSO = "code_also"
    SEVENTH = "seventh"
    NOTE = "note"


class DiagnosisHeading(Base):
    """The title of a category or subcategory that is no code itself. `heading` is a sort key: `I25`, `I251`."""

    __tablename__ = "diagnosis_heading"

    heading: Mapped[str] = mapped_column(String(10), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    title: Mapped[str] = mapped_column(Text)


class DiagnosisNote(Base):
    """A note of the tabular list. `place` is a code, a heading, a block (`I20-I25`) or a chapter (`9`).

    It holds for everything below its place.
    """

    __tablename__ = "diagnosis_note"

    place: Mapped[str] = mapped_column(String(10), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Instruction] = mapped_column(enum_type(Instruction))
    text: Mapped[str] = mapped_column(Text)


class ProcedureCharacter(Base):
    """What a character of an inpatient procedure means in the table of its first three (`0SR`).

    `beside` is empty where the meaning holds in the whole table; otherwise it names the character that decides it,
    as `6Z`: only beside the value Z at position 6.
    """

    __tablename__ = "procedure_character"

    head: Mapped[str] = mapped_column(String(3), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[str] = mapped_column(String(1), primary_key=True)
    beside: Mapped[str] = mapped_column(String(2), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    meaning: Mapped[str] = mapped_column(Text)
