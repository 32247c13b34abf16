"""What groups a hospital stay: the major diagnostic categories, CC levels, operating-room flags and MS-DRGs."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, enum_type

CODE = "code.id"
RELEASE = "code_release.id"


class Severity(StrEnum):
    """What a secondary diagnosis adds to a stay: nothing, a complication or comorbidity, a major one."""

    NONE = "none"
    CC = "cc"
    MCC = "mcc"


class DrgKind(StrEnum):
    SURGICAL = "surgical"
    MEDICAL = "medical"
    NEITHER = "neither"


class MajorCategory(Base):
    """A major diagnostic category (MDC). `PRE` stands before all others."""

    __tablename__ = "mdc"

    mdc: Mapped[str] = mapped_column(String(3), primary_key=True)
    title: Mapped[str] = mapped_column(String(120))


class DiagnosisGrouping(Base):
    """Where a principal diagnosis leads, and what the code adds as a secondary one."""

    __tablename__ = "diagnosis_grouping"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    mdc: Mapped[str] = mapped_column(String(3))
    severity: Mapped[Severity] = mapped_column(enum_type(Severity))


class OperatingRoom(Base):
    """A row for each inpatient procedure that the grouper takes as done in an operating room."""

    __tablename__ = "operating_room"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)


class Drg(Base):
    """The grouping of an MS-DRG. `placed` says why we put a group into an MDC that its release does not name."""

    __tablename__ = "drg"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    mdc: Mapped[str] = mapped_column(String(3))
    kind: Mapped[DrgKind] = mapped_column(enum_type(DrgKind))
    change: Mapped[str] = mapped_column(String(10))
    earlier_title: Mapped[str | None] = mapped_column(Text)
    placed: Mapped[str] = mapped_column(String(120), default="")
