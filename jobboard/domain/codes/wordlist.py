"""The index of look-up: for every word the codes and families that carry it, and what people call things instead."""

from array import array

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base

FAMILIES = "families"
NUMBERS = "I"


def packed(numbers: list[int]) -> bytes:
    return array(NUMBERS, numbers).tobytes()


class WordList(Base):
    """The ids that carry a stem, shortest titles first: of families, or of the codes of one set."""

    __tablename__ = "lookup_word"

    stem: Mapped[str] = mapped_column(String(40), primary_key=True)
    bucket: Mapped[str] = mapped_column(String(10), primary_key=True)
    count: Mapped[int]
    ids: Mapped[bytes] = mapped_column(LargeBinary)

    def numbers(self) -> list[int]:
        return array(NUMBERS, self.ids).tolist()


class SameWord(Base):
    """Two stems that mean the same to people: `heart` and `cardiac`."""

    __tablename__ = "lookup_same"

    stem: Mapped[str] = mapped_column(String(40), primary_key=True)
    other: Mapped[str] = mapped_column(String(40), primary_key=True)


class Saying(Base):
    """What people say for a family or a code: `heart attack` for the family `icd10cm-i21`."""

    __tablename__ = "lookup_saying"

    phrase: Mapped[str] = mapped_column(String(80), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    said: Mapped[str] = mapped_column(String(80))
    target: Mapped[str] = mapped_column(String(120))
