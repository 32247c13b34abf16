"""A person's seat at an employer, and the invitation that leads to one."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id

INVITATION_LASTS = timedelta(days=2)


class Role(StrEnum):
    """What a seat allows: an owner also manages seats and the company page; a viewer only reads."""

    OWNER = "owner"
    RECRUITER = "recruiter"
    VIEWER = "viewer"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def meaning(self) -> str:
        return MEANINGS[self]

    def covers(self, other: "Role") -> bool:
        """Whether this role allows everything the other one does."""
        return RANKS.index(self) <= RANKS.index(other)


RANKS = (Role.OWNER, Role.RECRUITER, Role.VIEWER)
MEANINGS = {
    Role.OWNER: "Everything, and manages members and the company page",
    Role.RECRUITER: "Writes postings and answers applicants",
    Role.VIEWER: "Reads postings and applications",
}


class Member(Base):
    """One seat. Ended seats stay as history: `ended_at` set means no rights from that moment."""

    __tablename__ = "member"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    employer_id: Mapped[str] = mapped_column(ForeignKey("employer.id"), index=True)
    role: Mapped[Role] = mapped_column(enum_type(Role))
    since: Mapped[datetime] = mapped_column(UTCDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    user: Mapped[User] = relationship(back_populates="seats", lazy="raise")
    employer: Mapped[Employer] = relationship(back_populates="members", lazy="selectin")

    __table_args__ = (UniqueConstraint("user_id", "employer_id"),)


class Invitation(Base):
    """An offer of a seat sent by email. Only the SHA-256 of its token is kept; it is used once and runs out."""

    __tablename__ = "invitation"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    employer_id: Mapped[str] = mapped_column(ForeignKey("employer.id"), index=True)
    email_key: Mapped[str] = mapped_column(String(254))
    role: Mapped[Role] = mapped_column(enum_type(Role))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    invited_by_id: Mapped[str] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    employer: Mapped[Employer] = relationship(lazy="selectin")
    invited_by: Mapped[User] = relationship(lazy="selectin")

    def is_open(self, now: datetime) -> bool:
        return self.used_at is None and now < self.expires_at
