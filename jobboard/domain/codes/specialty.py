"""Coding specialties as coders name them, and how codes and families are shared among them."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.base import Base, enum_type


class Basis(StrEnum):
    """Where a share comes from, best first. An estimate is always shown as one."""

    PAYMENTS = "payments"
    SAMPLE = "sample"
    ESTIMATE = "estimate"
    EDITORIAL = "editorial"


class Kind(StrEnum):
    """A field of medicine, a setting with its own coding rules, or a kind of work done across fields."""

    MEDICINE = "medicine"
    SETTING = "setting"
    WORK = "work"


class Specialty(Base):
    __tablename__ = "specialty"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[Kind] = mapped_column(enum_type(Kind))
    synonyms: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int]
    retired: Mapped[bool] = mapped_column(default=False)

    cms_codes: Mapped[list["SpecialtyCmsCode"]] = relationship(lazy="raise")


class SpecialtyCmsCode(Base):
    """A Medicare specialty code that counts toward a coding specialty; each belongs to at most one."""

    __tablename__ = "specialty_cms_code"

    cms_code: Mapped[str] = mapped_column(String(2), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    specialty_id: Mapped[int] = mapped_column(ForeignKey("specialty.id"), index=True)


class CodeShare(Base):
    """The part (0 to 1) of Medicare's payments for a code that goes to a specialty."""

    __tablename__ = "code_specialty"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True)
    specialty_id: Mapped[int] = mapped_column(ForeignKey("specialty.id"), primary_key=True, index=True)
    share: Mapped[float]
    basis: Mapped[Basis] = mapped_column(enum_type(Basis))

    specialty: Mapped[Specialty] = relationship(lazy="joined")


class FamilyShare(Base):
    """`share`: the part of a family that a specialty does. `weight`: the part of the specialty that the family is."""

    __tablename__ = "family_specialty"

    family_id: Mapped[int] = mapped_column(ForeignKey("code_family.id"), primary_key=True)
    specialty_id: Mapped[int] = mapped_column(ForeignKey("specialty.id"), primary_key=True, index=True)
    share: Mapped[float]
    weight: Mapped[float]
    basis: Mapped[Basis] = mapped_column(enum_type(Basis))

    specialty: Mapped[Specialty] = relationship(lazy="joined")


class SpecialtyNeighbour(Base):
    """Two specialties that code much the same: `alikeness` (0 to 1) is the cosine of their mixes of families."""

    __tablename__ = "specialty_neighbour"

    specialty_id: Mapped[int] = mapped_column(ForeignKey("specialty.id"), primary_key=True)
    neighbour_id: Mapped[int] = mapped_column(ForeignKey("specialty.id"), primary_key=True, index=True)
    alikeness: Mapped[float]

    neighbour: Mapped[Specialty] = relationship(lazy="joined", foreign_keys=[neighbour_id])
