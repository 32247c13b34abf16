"""Releases and codes: a code is one entry of one code set, known from one release."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.base import Base, UTCDateTime, enum_type
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family


class Origin(StrEnum):
    """Whether a release came with the program, or an operator brought it from a file."""

    PACKAGE = "package"
    FILE = "file"


class Release(Base):
    """One edition of one part of the dataset (`cpt`, `families`, `places` ...), as it was last loaded.

    Releases of a part stand side by side; one of them is `current`: what pages read. `effective` is the day from
    which claims follow it, where that is known.
    """

    __tablename__ = "code_release"
    __table_args__ = (
        UniqueConstraint("part", "name"),
        Index(
            "ix_code_release_one_current",
            "part",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(120))
    fingerprint: Mapped[str] = mapped_column(String(64))
    rows: Mapped[int]
    loaded_at: Mapped[datetime] = mapped_column(UTCDateTime)
    current: Mapped[bool] = mapped_column(default=True)
    origin: Mapped[Origin] = mapped_column(enum_type(Origin), default=Origin.PACKAGE)
    file_name: Mapped[str | None] = mapped_column(String(200))
    effective: Mapped[date | None]


class Code(Base):
    """One code. `code` is how it is written (`I25.10`), `sort_key` what ranges compare (`I2510`).

    CPT codes and dental D codes carry no title here: their wording belongs to the AMA and the ADA.
    """

    __tablename__ = "code"
    __table_args__ = (
        UniqueConstraint("code_set", "code"),
        Index("ix_code_code_set_sort_key", "code_set", "sort_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code_set: Mapped[CodeSet] = mapped_column(enum_type(CodeSet))
    code: Mapped[str] = mapped_column(String(10))
    sort_key: Mapped[str] = mapped_column(String(10))
    title: Mapped[str | None] = mapped_column(Text)
    active: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    family_id: Mapped[int] = mapped_column(ForeignKey("code_family.id"), index=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), index=True)

    family: Mapped[Family] = relationship(lazy="raise")
    release: Mapped[Release] = relationship(lazy="raise")

    def is_valid(self, on: date) -> bool:
        """Whether a claim for a service on that day may carry the code, as far as the release tells."""
        started = self.valid_from is None or self.valid_from <= on
        ended = self.valid_to is not None and self.valid_to < on
        return started and not ended and (self.active or self.valid_to is not None)


class EarlierCode(Base):
    """A code as an earlier release stated it, kept when a newer one took its place."""

    __tablename__ = "earlier_code"

    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), primary_key=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True, index=True)
    title: Mapped[str | None] = mapped_column(Text)
    active: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
