"""A person with an account: what they signed in with, what they came for, which desks they may open."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.diary import Event

if TYPE_CHECKING:
    from jobboard.domain.accounts.member import Member


class Audience(StrEnum):
    """What a person came for when they signed up."""

    CODER = "coder"
    EMPLOYER = "employer"
    STAFF = "staff"


class User(Base):
    """One person. `email_key` is the address as compared (see `key_of`); `email` is as they wrote it.

    `fs_uniquifier` is what sessions and mailed links are bound to: giving a new one makes all of them void.
    """

    __tablename__ = "user"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    audience: Mapped[Audience] = mapped_column(enum_type(Audience))
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    is_moderator: Mapped[bool] = mapped_column(default=False)
    is_admin: Mapped[bool] = mapped_column(default=False)
    confirmed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True, default=new_id)

    seats: Mapped[list["Member"]] = relationship(
        back_populates="user", lazy="selectin", order_by="Member.since", cascade="all, delete-orphan"
    )

    __table_args__ = (CheckConstraint("email_key = lower(email_key)", name="email_key_is_lower"),)

    @property
    def is_coder(self) -> bool:
        return self.audience == Audience.CODER

    @property
    def is_staff(self) -> bool:
        return self.is_moderator or self.is_admin

    def seat_at(self, employer_id: str) -> "Member | None":
        """The seat this person holds now at that employer, or None. Ended seats give no rights."""
        return next((seat for seat in self.current_seats if seat.employer_id == employer_id), None)

    @property
    def current_seats(self) -> list["Member"]:
        return [seat for seat in self.seats if seat.ended_at is None]

    # ---- verbs

    def confirm(self, *, at: datetime) -> Event:
        """The address is theirs: they opened what was mailed to it. Saying it twice changes nothing."""
        self.confirmed_at = self.confirmed_at or at
        return self.note("confirm", at=at)

    def reset_password(self, hashed: str, *, at: datetime) -> Event:
        """Set from a mailed link. Void from now: every session and every other link."""
        self._new_password(hashed)
        return self.note("reset_password", at=at)

    def change_password(self, hashed: str, *, at: datetime) -> Event:
        self._new_password(hashed)
        return self.note("change_password", at=at)

    def rename(self, name: str, *, at: datetime) -> Event:
        old, self.name = self.name, name
        return self.note("rename", at=at, data={"old": old, "new": name})

    def change_email(self, email: str, *, at: datetime) -> Event:
        """From a link mailed to the new address. The diary keeps the old one: it is told."""
        old, self.email, self.email_key = self.email, email, key_of(email)
        self.confirmed_at = at
        self.fs_uniquifier = new_id()
        return self.note("change_email", at=at, data={"old": old})

    def note(self, verb: str, *, at: datetime, by: "User | None" = None, **words: object) -> Event:
        """Write one diary line about this account and return it; the caller adds it to the session."""
        who = self if by is None else by
        return Event(noun="account", verb=verb, at=at, by_id=who.id, user_id=self.id, **words)

    def _new_password(self, hashed: str) -> None:
        self.password = hashed
        self.fs_uniquifier = new_id()


def key_of(email: str) -> str:
    """The address as compared: trimmed, lower case. Two spellings of one mailbox are one account."""
    return email.strip().lower()
