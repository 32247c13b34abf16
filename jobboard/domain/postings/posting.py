"""A posting: whose it is, where it stands in its life, which edition the public sees, and the verbs that move it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.diary import Event
from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings import lifecycle
from jobboard.domain.postings.dates import end_of_day, start_of_day
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.requirements import differs, problems
from jobboard.domain.postings.terms import ChangeStage, CloseReason, Status

CLAIM_LASTS = timedelta(minutes=30)


class Posting(Base):
    """One job listing. Each verb checks the tables of `lifecycle`, moves, and returns its line for the diary."""

    __tablename__ = "posting"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    employer_id: Mapped[str] = mapped_column(ForeignKey("employer.id"), index=True)
    status: Mapped[Status] = mapped_column(enum_type(Status), default=Status.DRAFT)
    change: Mapped[ChangeStage | None] = mapped_column(enum_type(ChangeStage))
    version: Mapped[int] = mapped_column(default=1)
    live_edition_id: Mapped[str | None] = mapped_column(
        ForeignKey("edition.id", use_alter=True, name="fk_posting_live_edition_id"), index=True
    )
    draft_edition_id: Mapped[str | None] = mapped_column(
        ForeignKey("edition.id", use_alter=True, name="fk_posting_draft_edition_id"), index=True
    )
    repost_of_id: Mapped[str | None] = mapped_column(ForeignKey("posting.id"))

    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    first_published_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    opens_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    close_reason: Mapped[CloseReason | None] = mapped_column(enum_type(CloseReason))
    claimed_by_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"))
    claimed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    employer: Mapped[Employer] = relationship(lazy="raise")
    claimed_by: Mapped[User | None] = relationship(lazy="raise")
    live_edition: Mapped[Edition | None] = relationship(foreign_keys=[live_edition_id], lazy="raise")
    draft_edition: Mapped[Edition | None] = relationship(foreign_keys=[draft_edition_id], lazy="raise")

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = (
        CheckConstraint("change IS NULL OR status IN ('live', 'paused')", name="change_only_when_published"),
        CheckConstraint("status != 'live' OR live_edition_id IS NOT NULL", name="live_has_an_edition"),
        CheckConstraint("(status = 'closed') = (close_reason IS NOT NULL)", name="closed_has_a_reason"),
        Index("ix_posting_status_closes_at", "status", "closes_at"),
    )

    # ---- what it is now

    @property
    def edition(self) -> Edition:
        """What its makers work on: the draft when there is one, else what is live."""
        edition = self.draft_edition or self.live_edition
        assert edition is not None, "a posting always has an edition"
        return edition

    @property
    def is_editable(self) -> bool:
        return self.status in lifecycle.EDITABLE or self.change in lifecycle.EDITABLE_CHANGES

    @property
    def is_small_change(self) -> bool:
        """A change that leaves alone what readers decide by: it is published at once."""
        live = self.live_edition if self.change else None
        return live is not None and not differs(live, self.edition, lifecycle.RISKY)

    @property
    def is_in_review(self) -> bool:
        return self.status == Status.IN_REVIEW or self.change == ChangeStage.IN_REVIEW

    def is_expired(self, now: datetime) -> bool:
        return self.status in lifecycle.PUBLISHED and self.closes_at is not None and self.closes_at <= now

    def is_over(self, now: datetime) -> bool:
        """Closed, or past its closing date: what remains is to re-post it as new."""
        return self.status == Status.CLOSED or self.is_expired(now)

    def is_listed(self, now: datetime) -> bool:
        """Visible to the public now. `finding.listed` says the same in SQL; a test holds them together."""
        if self.status != Status.LIVE or self.opens_at is None or self.closes_at is None:
            return False
        return self.opens_at <= now < self.closes_at

    def allows(self, verb: str) -> bool:
        return lifecycle.allows(self.status, self.change, verb)

    def is_claimed(self, now: datetime) -> bool:
        """A moderator took it, and the half hour is not over."""
        return self.claimed_at is not None and now - self.claimed_at < CLAIM_LASTS

    def is_claimed_by_another(self, by: User, now: datetime) -> bool:
        return self.is_claimed(now) and self.claimed_by_id != by.id

    # ---- verbs of the employer

    def submit(self, *, by: User, at: datetime) -> Event:
        """Send for review; a change that readers do not decide by is published at once. Raises Invalid."""
        found = problems(self.edition, today=start_of_day(at, self.employer.timezone))
        if found:
            raise Invalid(found)
        if self.is_small_change:
            return self._promote("publish_change", by, at)
        self.submitted_at = at
        return self._move("submit", by, at)

    def withdraw(self, *, by: User, at: datetime) -> Event:
        return self._move("withdraw", by, at)

    def begin_change(self, *, by: User, at: datetime) -> Event:
        line = self._move("begin_change", by, at)
        assert self.live_edition is not None
        self.draft_edition = self.live_edition.copy(number=self.live_edition.number + 1, at=at)
        self.draft_edition.posting_id = self.id
        return line

    def discard(self, *, by: User, at: datetime) -> Event:
        line = self._move("discard", by, at)
        if self.status in lifecycle.PUBLISHED:
            self.draft_edition = None
        else:
            self.closed_at, self.close_reason = at, CloseReason.CANCELLED
        return line

    def pause(self, *, by: User, at: datetime) -> Event:
        return self._move("pause", by, at)

    def resume(self, *, by: User, at: datetime) -> Event:
        if self.is_expired(at):
            raise NotNow("The closing date has passed. Change it first, or re-post as new.")
        return self._move("resume", by, at)

    def confirm(self, *, by: User, at: datetime) -> Event:
        """Say that it is still open; readers see the date."""
        if self.is_expired(at):
            raise NotNow("The closing date has passed. Change it first, or re-post as new.")
        self.confirmed_at = at
        return self._move("confirm", by, at)

    def close(self, *, by: User, at: datetime, reason: CloseReason) -> Event:
        line = self._move("close", by, at, reason=reason.value)
        self.closed_at, self.close_reason, self.draft_edition = at, reason, None
        return line

    def repost(self, *, by: User, at: datetime) -> tuple["Posting", Event]:
        """A new posting that says the same, with its own id, dates and life; the old one has to be over."""
        if not self.is_over(at):
            raise NotNow("This posting is not over yet. Close it first, then re-post it as new.")
        twin = draft(self.employer, by=by, at=at)[0]
        twin.draft_edition = self.edition.copy(number=1, at=at)
        twin.draft_edition.posting_id = twin.id
        twin.draft_edition.opens_on = twin.draft_edition.closes_on = None
        twin.repost_of_id = self.id
        return twin, twin.note("repost", by=by, at=at, new=Status.DRAFT.value, data={"of": self.id})

    # ---- verbs of the moderator

    def claim(self, *, by: User, at: datetime) -> Event:
        """Take it off the common pile for half an hour, so that two moderators do not judge the same one."""
        if not self.is_in_review:
            raise NotNow("This posting is no longer waiting for review.")
        if self.is_claimed_by_another(by, at):
            raise NotNow("Another moderator is looking at this posting.")
        self.claimed_by_id, self.claimed_at = by.id, at
        return self.note("claim", by=by, at=at, old=self.status.value, new=self.status.value)

    def approve(self, *, by: User, at: datetime) -> Event:
        self._mine_to_judge(by, at)
        today = start_of_day(at, self.employer.timezone)
        if self.edition.closes_on is None or self.edition.closes_on < today.date():
            raise NotNow("Its closing date has passed while it waited. Ask the employer for a new one.")
        return self._promote("approve", by, at)

    def ask_for_changes(self, *, by: User, at: datetime, reasons: Sequence[Reason], note: str) -> Event:
        if not reasons:
            raise Invalid({"reasons": ["Say what should change: the employer needs at least one reason."]})
        self._mine_to_judge(by, at)
        return self._move("ask_for_changes", by, at, note, reasons=[reason.value for reason in reasons])

    def reject(self, *, by: User, at: datetime, reasons: Sequence[Reason], note: str) -> Event:
        if not reasons:
            raise Invalid({"reasons": ["Say why: the employer is owed at least one reason."]})
        self._mine_to_judge(by, at)
        line = self._move("reject", by, at, note, reasons=[reason.value for reason in reasons])
        if self.status in lifecycle.PUBLISHED:
            self.draft_edition = None
        return line

    def remove(self, *, by: User, at: datetime, reasons: Sequence[Reason], note: str) -> Event:
        if not reasons:
            raise Invalid({"reasons": ["Say why: the employer is owed at least one reason."]})
        line = self._move("remove", by, at, note, reasons=[reason.value for reason in reasons])
        self.closed_at, self.draft_edition = at, None
        return line

    # ---- how every verb moves

    def _mine_to_judge(self, by: User, at: datetime) -> None:
        if self.is_claimed_by_another(by, at):
            raise NotNow("Another moderator is looking at this posting.")

    def _move(self, verb: str, by: User, at: datetime, note: str | None = None, **data: object) -> Event:
        before = self.change or self.status
        self.status, self.change = lifecycle.next_state(self.status, self.change, verb)
        if not self.is_in_review:
            self.claimed_by_id = self.claimed_at = None
        after = self.change or self.status
        return self.note(verb, by=by, at=at, old=before.value, new=after.value, note=note or None, data=data)

    def _promote(self, verb: str, by: User, at: datetime) -> Event:
        """The draft edition becomes the one the public sees; its dates become moments in the employer's zone."""
        edition, zone = self.edition, self.employer.timezone
        self.live_edition, self.draft_edition = edition, None
        line = self._move(verb, by, at, edition=edition.number)
        edition.shown_at = self.confirmed_at = at
        self.first_published_at = self.first_published_at or at
        assert edition.closes_on is not None
        opening = at if edition.opens_on is None else end_of_day(edition.opens_on, zone, days=-1)
        self.opens_at = max(at, opening)
        self.closes_at = end_of_day(edition.closes_on, zone)
        return line

    def note(self, verb: str, *, by: User, at: datetime, **words: object) -> Event:
        ids = {"posting_id": self.id, "employer_id": self.employer_id}
        return Event(noun="posting", verb=verb, at=at, by_id=by.id, **ids, **words)


def draft(employer: Employer, *, by: User, at: datetime) -> tuple[Posting, Event]:
    """A new, empty posting of that employer and its first line in the diary."""
    words = {"id": new_id(), "employer_id": employer.id, "created_at": at}
    posting = Posting(employer=employer, status=Status.DRAFT, change=None, **words)
    posting.draft_edition = Edition(posting_id=posting.id, number=1, saved_at=at)
    return posting, posting.note("draft", by=by, at=at, new=Status.DRAFT.value)
