"""Postings as the index takes them, read from the database by the hundred without a single record being made."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.postings.changes import PostingNumber
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import reviewed
from jobboard.domain.postings.parts import (
    CredentialTag,
    DutyShare,
    FamilyTag,
    Place,
    SettingCell,
    SpecialtyTag,
    StateTag,
    Tool,
    TypeTag,
)
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Duty, Status, WorkModel

CHUNK = 500
NEVER = datetime.max.replace(tzinfo=UTC)
OVERSEEING = (Duty.AUDITING, Duty.EDUCATION, Duty.MANAGEMENT)
COLUMNS = (
    Posting.id,
    PostingNumber.number,
    Posting.opens_at,
    Posting.closes_at,
    Posting.first_published_at,
    Edition.id.label("edition_id"),
    Edition.shown_at,
    Edition.title,
    Edition.description,
    Edition.work_model,
    Edition.all_states,
    Edition.hourly_min,
    Edition.hourly_max,
    Edition.experience_months,
    Edition.apprentices,
    Edition.schedule,
    Edition.ai_use,
    Edition.pay_unit,
    Edition.bonus,
    Edition.other_compensation,
    Edition.benefits,
    Edition.response_days,
    Edition.pay_max.is_not(None).label("says_pay"),
    reviewed().label("reviewed"),
    Employer.slug.label("employer_slug"),
    Employer.name.label("employer_name"),
)
PARTS: dict[str, tuple[Any, ...]] = {
    "settings": (SettingCell, SettingCell.side, SettingCell.encounter),
    "specialties": (SpecialtyTag, SpecialtyTag.specialty_id),
    "families": (FamilyTag, FamilyTag.family_id, FamilyTag.share),
    "credentials": (CredentialTag, CredentialTag.credential_id, CredentialTag.need),
    "groups": (CredentialTag, CredentialTag.group_no, CredentialTag.credential_id),
    "states": (StateTag, StateTag.state),
    "places": (Place, Place.state, Place.lat, Place.lon),
    "types": (TypeTag, TypeTag.type),
    "tools": (Tool, Tool.name),
    "duties": (DutyShare, DutyShare.duty, DutyShare.percent),
    "cities": (Place, Place.city),
}


@dataclass(frozen=True)
class Document:
    """One published posting: `number` is its place in the index, `parts` its many-valued terms by the names of PARTS."""

    id: str
    number: int
    opens_at: datetime
    closes_at: datetime
    first_published_at: datetime
    shown_at: datetime | None
    title: str
    description: str
    work_model: str
    all_states: bool
    hourly_min: Decimal | None
    hourly_max: Decimal | None
    experience_months: int | None
    apprentices: str | None
    schedule: str | None
    ai_use: str | None
    pay_unit: str | None
    bonus: str
    other_compensation: str
    benefits: Sequence[str]
    response_days: int | None
    says_pay: bool
    reviewed: bool
    employer_slug: str
    employer_name: str
    parts: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def is_remote(self) -> bool:
        return self.work_model == WorkModel.REMOTE

    @property
    def overseeing(self) -> int:
        """How many percent of the work are looking after what others code."""
        return sum(percent for duty, percent in self.parts["duties"] if duty in OVERSEEING)

    @property
    def places(self) -> list[tuple[str, float, float]]:
        """State, degrees north and east of every place where one has to be; a remote posting has none."""
        return [] if self.is_remote else self.parts["places"]

    @property
    def workable_from(self) -> list[str]:
        """The states it can be done from, when not from all of them."""
        return self.parts["states"] if self.is_remote else list({state for state, _, _ in self.places})

    @property
    def anywhere(self) -> bool:
        return self.is_remote and self.all_states


def published(session: Session, now: datetime) -> Iterator[Document]:
    """Every live posting that has opened, in the order of their numbers, closed by its date or not."""
    last = 0
    while True:
        wanted = _rows(now).where(PostingNumber.number > last).order_by(PostingNumber.number).limit(CHUNK)
        rows = session.execute(wanted).all()
        if not rows:
            return
        last = rows[-1].number
        yield from _with_parts(session, rows)


def those(session: Session, ids: Sequence[str], now: datetime) -> Iterator[Document]:
    """Those of these postings that are live and have opened."""
    for start in range(0, len(ids), CHUNK):
        wanted = _rows(now).where(Posting.id.in_(ids[start : start + CHUNK]))
        yield from _with_parts(session, session.execute(wanted).all())


def numbers_of(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """Posting id -> number."""
    found: dict[str, int] = {}
    for start in range(0, len(ids), CHUNK):
        some = PostingNumber.posting_id.in_(ids[start : start + CHUNK])
        rows = session.execute(select(PostingNumber.posting_id, PostingNumber.number).where(some))
        found |= {id: number for id, number in rows}
    return found


def opened(session: Session, after: datetime, now: datetime) -> list[str]:
    """The live postings that opened by their date after one moment and not after another."""
    came = Posting.opens_at > after, Posting.opens_at <= now
    return list(session.scalars(select(Posting.id).where(Posting.status == Status.LIVE, *came)))


def next_opening(session: Session, now: datetime) -> datetime:
    """When the next live posting opens by its date."""
    later = Posting.status == Status.LIVE, Posting.opens_at > now
    return session.scalar(select(func.min(Posting.opens_at)).where(*later)) or NEVER


def _rows(now: datetime) -> Any:
    return (
        select(*COLUMNS)
        .select_from(PostingNumber)
        .join(Posting, Posting.id == PostingNumber.posting_id)
        .join(Edition, Edition.id == Posting.live_edition_id)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(Posting.status == Status.LIVE, Posting.opens_at <= now)
    )


def _with_parts(session: Session, rows: Iterable[Any]) -> Iterator[Document]:
    rows = list(rows)
    editions = [row.edition_id for row in rows]
    parts = {name: _tags(session, editions, *columns) for name, columns in PARTS.items()}
    for row in rows:
        values = row._asdict()
        edition = values.pop("edition_id")
        yield Document(**values, parts={name: of[edition] for name, of in parts.items()})


def _tags(session: Session, editions: Sequence[str], part: Any, *columns: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for edition_id, *values in session.execute(
        select(part.edition_id, *columns).where(part.edition_id.in_(editions))
    ):
        found[edition_id].append(values[0] if len(values) == 1 else tuple(values))
    return found
