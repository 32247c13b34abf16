"""What a posting says: the typed terms. A draft may be incomplete; a shown edition is kept as it was shown."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.postings import parts, pay
from jobboard.domain.postings.terms import (
    AiUse,
    ApplyHow,
    Apprentices,
    AuditMethod,
    Encounter,
    PayUnit,
    Schedule,
    TargetPeriod,
    TargetUnit,
    WorkModel,
)

CASCADE = "all, delete-orphan"


class Edition(Base):
    """One wording of one posting. Money is in US dollars; months, minutes, percent and days are whole numbers."""

    __tablename__ = "edition"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    # Checked at commit: a posting names its editions and each edition its posting, and one is written first.
    posting_id: Mapped[str] = mapped_column(
        ForeignKey("posting.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"), index=True
    )
    number: Mapped[int] = mapped_column(default=1)
    version: Mapped[int] = mapped_column(default=1)
    saved_at: Mapped[datetime] = mapped_column(UTCDateTime)
    shown_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    title: Mapped[str] = mapped_column(String(120), default="")
    description: Mapped[str] = mapped_column(Text, default="")
    requisition: Mapped[str] = mapped_column(String(60), default="")
    seats: Mapped[int] = mapped_column(default=1)
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]

    work_model: Mapped[WorkModel | None] = mapped_column(enum_type(WorkModel))
    hybrid_days: Mapped[int | None]
    all_states: Mapped[bool] = mapped_column(default=False)
    states_reason: Mapped[str] = mapped_column(String(300), default="")
    schedule: Mapped[Schedule | None] = mapped_column(enum_type(Schedule))
    hours_per_week: Mapped[int | None]

    pay_min: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    pay_max: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    pay_unit: Mapped[PayUnit | None] = mapped_column(enum_type(PayUnit))
    hourly_min: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    hourly_max: Mapped[Decimal | None] = mapped_column(Numeric(10, 2), index=True)
    bonus: Mapped[str] = mapped_column(String(200), default="")
    other_compensation: Mapped[str] = mapped_column(String(300), default="")
    benefits: Mapped[list[str]] = mapped_column(JSON, default=list)

    experience_months: Mapped[int | None]
    apprentices: Mapped[Apprentices | None] = mapped_column(enum_type(Apprentices))
    apprentice_conditions: Mapped[str] = mapped_column(String(300), default="")

    target: Mapped[int | None]
    target_unit: Mapped[TargetUnit | None] = mapped_column(enum_type(TargetUnit))
    target_period: Mapped[TargetPeriod | None] = mapped_column(enum_type(TargetPeriod))
    target_encounter: Mapped[Encounter | None] = mapped_column(enum_type(Encounter))
    ramp_weeks: Mapped[int | None]
    accuracy_pct: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    audit_method: Mapped[AuditMethod | None] = mapped_column(enum_type(AuditMethod))
    auditor: Mapped[str] = mapped_column(String(120), default="")

    response_days: Mapped[int | None]
    ai_use: Mapped[AiUse | None] = mapped_column(enum_type(AiUse))
    ai_note: Mapped[str] = mapped_column(String(300), default="")
    apply_how: Mapped[ApplyHow] = mapped_column(enum_type(ApplyHow), default=ApplyHow.HERE)
    apply_url: Mapped[str | None] = mapped_column(String(300))

    settings: Mapped[list[parts.SettingCell]] = relationship(lazy="raise", cascade=CASCADE)
    specialties: Mapped[list[parts.SpecialtyTag]] = relationship(lazy="raise", cascade=CASCADE)
    families: Mapped[list[parts.FamilyTag]] = relationship(lazy="raise", cascade=CASCADE)
    credentials: Mapped[list[parts.CredentialTag]] = relationship(
        lazy="raise", cascade=CASCADE, order_by=parts.CredentialTag.group_no
    )
    states: Mapped[list[parts.StateTag]] = relationship(
        lazy="raise", cascade=CASCADE, order_by=parts.StateTag.state
    )
    places: Mapped[list[parts.Place]] = relationship(lazy="raise", cascade=CASCADE)
    types: Mapped[list[parts.TypeTag]] = relationship(lazy="raise", cascade=CASCADE)
    duties: Mapped[list[parts.DutyShare]] = relationship(
        lazy="raise", cascade=CASCADE, order_by=parts.DutyShare.percent.desc()
    )
    tools: Mapped[list[parts.Tool]] = relationship(lazy="raise", cascade=CASCADE)
    steps: Mapped[list[parts.Step]] = relationship(
        lazy="raise", cascade=CASCADE, order_by=parts.Step.position
    )
    questions: Mapped[list[parts.Question]] = relationship(
        lazy="raise", cascade=CASCADE, order_by=parts.Question.position
    )

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = (
        CheckConstraint("pay_min > 0 AND pay_min <= pay_max AND pay_max <= 4 * pay_min", name="pay_range"),
        CheckConstraint("hybrid_days BETWEEN 1 AND 6", name="hybrid_days"),
        CheckConstraint("seats BETWEEN 1 AND 500", name="seats"),
        CheckConstraint("accuracy_pct BETWEEN 0 AND 100", name="accuracy_pct"),
        CheckConstraint("experience_months BETWEEN 0 AND 600", name="experience_months"),
    )

    def write(self, terms: Mapping[str, Any], *, at: datetime) -> None:
        """Take the given terms (field name -> value of the mapped type) and leave the others alone.

        Raises KeyError for a name that is not a term: what is written is listed, never guessed.
        """
        for name in terms:
            if name not in TERMS:
                raise KeyError(name)
        for name, value in terms.items():
            setattr(self, name, value)
        self.hourly_min = pay.hourly(self.pay_min, self.pay_unit)
        self.hourly_max = pay.hourly(self.pay_max, self.pay_unit)
        self.saved_at = at
        flag_modified(self, "saved_at")  # a new version even when only rows changed, within one moment

    def copy(self, *, number: int, at: datetime) -> "Edition":
        """A new edition that says the same, for a change or a re-post."""
        twin = Edition(number=number, saved_at=at)
        for name in SCALARS:
            setattr(twin, name, getattr(self, name))
        twin.benefits = list(self.benefits or [])
        for name in LISTS:
            setattr(twin, name, [copy_part(part) for part in getattr(self, name)])
        return twin


def copy_part(part: Any) -> Any:
    columns = [column.key for column in type(part).__table__.columns if column.key != "edition_id"]
    return type(part)(**{name: getattr(part, name) for name in columns})


LISTS = (
    "settings", "specialties", "families", "credentials", "states", "places", "types", "duties", "tools",
    "steps", "questions",
)  # fmt: skip
LIFE = {"id", "posting_id", "number", "version", "saved_at", "shown_at"}
SCALARS = tuple(column.key for column in Edition.__table__.columns if column.key not in LIFE)
TERMS = frozenset(SCALARS + LISTS) - {"hourly_min", "hourly_max"}
