"""The many-valued terms of an edition, one small record each, so that every filter stands on a column."""

from sqlalchemy import CheckConstraint, Float, ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from jobboard.domain.base import Base, enum_type, id_type
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.terms import (
    CredentialNeed,
    Duty,
    EmploymentType,
    Encounter,
    FeeSide,
    Need,
    QuestionKind,
    ToolKind,
    ToolNeed,
)


class Part:
    """A row that belongs to one edition and goes with it."""

    @declared_attr
    def edition_id(cls) -> Mapped[str]:
        return mapped_column(
            id_type(), ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True, sort_order=-1
        )


class SettingCell(Part, Base):
    """One cell of fee side x encounter."""

    __tablename__ = "edition_setting"
    side: Mapped[FeeSide] = mapped_column(enum_type(FeeSide), primary_key=True)
    encounter: Mapped[Encounter] = mapped_column(enum_type(Encounter), primary_key=True)


class SpecialtyTag(Part, Base):
    __tablename__ = "edition_specialty"
    specialty_id: Mapped[int] = mapped_column(ForeignKey("specialty.id"), primary_key=True, index=True)
    specialty: Mapped[Specialty] = relationship(lazy="joined")


class FamilyTag(Part, Base):
    """A code family of the desk; `share` is its percentage of the work, None when not said."""

    __tablename__ = "edition_family"
    family_id: Mapped[int] = mapped_column(ForeignKey("code_family.id"), primary_key=True, index=True)
    need: Mapped[Need] = mapped_column(enum_type(Need))
    share: Mapped[int | None]
    family: Mapped[Family] = relationship(lazy="joined")
    __table_args__ = (CheckConstraint("share BETWEEN 1 AND 100", name="share_is_a_percentage"),)


class CredentialTag(Part, Base):
    """Every group must be met; any one credential of a group meets it."""

    __tablename__ = "edition_credential"
    group_no: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    credential_id: Mapped[int] = mapped_column(ForeignKey("credential.id"), primary_key=True, index=True)
    need: Mapped[CredentialNeed] = mapped_column(enum_type(CredentialNeed))
    within_months: Mapped[int | None]
    credential: Mapped[Credential] = relationship(lazy="joined")


class StateTag(Part, Base):
    """A state a remote coder may work from. No rows and `all_states` set: every state."""

    __tablename__ = "edition_state"
    state: Mapped[str] = mapped_column(ForeignKey("state.code"), primary_key=True, index=True)


class Place(Part, Base):
    """A place of work (degrees north and east, WGS 84)."""

    __tablename__ = "edition_place"
    city: Mapped[str] = mapped_column(String(80), primary_key=True)
    state: Mapped[str] = mapped_column(ForeignKey("state.code"), primary_key=True, index=True)
    lat: Mapped[float] = mapped_column(Float)
    lon: Mapped[float] = mapped_column(Float)


class TypeTag(Part, Base):
    __tablename__ = "edition_employment_type"
    type: Mapped[EmploymentType] = mapped_column(enum_type(EmploymentType), primary_key=True, index=True)


class DutyShare(Part, Base):
    __tablename__ = "edition_duty"
    duty: Mapped[Duty] = mapped_column(enum_type(Duty), primary_key=True)
    percent: Mapped[int]
    __table_args__ = (CheckConstraint("percent BETWEEN 1 AND 100", name="percent_is_a_percentage"),)


class Tool(Part, Base):
    __tablename__ = "edition_tool"
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    kind: Mapped[ToolKind] = mapped_column(enum_type(ToolKind))
    need: Mapped[ToolNeed] = mapped_column(enum_type(ToolNeed))


class Step(Part, Base):
    """One step of hiring, in order; `minutes` set means it is a test or a timed talk."""

    __tablename__ = "edition_step"
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    label: Mapped[str] = mapped_column(String(120))
    minutes: Mapped[int | None]
    open_book: Mapped[bool | None]
    paid: Mapped[bool | None]
    pass_mark: Mapped[int | None]


class Question(Part, Base):
    """A screening question, in order."""

    __tablename__ = "edition_question"
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(String(300))
    kind: Mapped[QuestionKind] = mapped_column(enum_type(QuestionKind))
