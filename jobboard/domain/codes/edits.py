"""NCCI's edits for practitioners: most units a day, add-on codes with their primaries, pairs that exclude each other."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, enum_type

CODE = "code.id"
RELEASE = "code_release.id"
CONTRACTOR = "CCCCC"


class UnitLimit(Base):
    """Medically unlikely edit: the most units of a code on one day. `adjudication` 1 by line, 2 and 3 by day."""

    __tablename__ = "unit_limit"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    units: Mapped[int]
    adjudication: Mapped[str] = mapped_column(String(1))
    rationale: Mapped[str] = mapped_column(String(60))


class AddOn(Base):
    """An add-on code and one code it may be added to; `CCCCC` leaves the choice to the contractor.

    The primary stands as it is written: some have been deleted since.
    """

    __tablename__ = "add_on"
    __table_args__ = (Index("ix_add_on_primary_code", "primary_code"),)

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    primary_code: Mapped[str] = mapped_column(String(5), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(String(1))


class Side(StrEnum):
    """Which column of the pair the code stands in: the first is paid, the second is denied."""

    PAID = "paid"
    DENIED = "denied"


class PairGroup(Base):
    """All codes that are paired with a code alike: `others` is a list with blanks between.

    `modifier` is the edit's indicator: 0 no modifier helps, 1 one may.
    """

    __tablename__ = "pair_group"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    side: Mapped[Side] = mapped_column(enum_type(Side), primary_key=True)
    modifier: Mapped[str] = mapped_column(String(1), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    others: Mapped[str] = mapped_column(Text)

    @property
    def codes(self) -> list[str]:
        return self.others.split()
