"""Smaller facts about a service: its work value through the years, what hospitals get, its kind of care, its modifiers."""

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base

CODE = "code.id"
RELEASE = "code_release.id"


class WorkHistory(Base):
    """The work value of a code in one year, in hundredths."""

    __tablename__ = "work_history"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    work: Mapped[int]


class HospitalRate(Base):
    """A hospital's outpatient payment: the status indicator, and the rate in thousandths of a dollar, if any."""

    __tablename__ = "hospital_rate"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    status: Mapped[str] = mapped_column(String(2))
    rate: Mapped[int | None] = mapped_column(BigInteger)


class CareKind(Base):
    """Where Medicare's classification of services (RBCS) puts a code, in Medicare's words."""

    __tablename__ = "care_kind"

    code_id: Mapped[int] = mapped_column(ForeignKey(CODE), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), primary_key=True, index=True)
    category: Mapped[str] = mapped_column(String(20))
    subcategory: Mapped[str] = mapped_column(String(60))
    family: Mapped[str] = mapped_column(String(120))
    major: Mapped[str] = mapped_column(String(20))


class CodeModifier(Base):
    """A Level II modifier with Medicare's words."""

    __tablename__ = "code_modifier"

    modifier: Mapped[str] = mapped_column(String(2), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    release_id: Mapped[int] = mapped_column(ForeignKey(RELEASE), index=True)
