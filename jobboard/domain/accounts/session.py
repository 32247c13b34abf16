"""A signed-in browser: a row that can be listed and ended, with an idle limit and an absolute one."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, UTCDateTime, id_type, new_id
from jobboard.domain.diary import Event

IDLE = timedelta(days=14)
IDLE_STAFF = timedelta(minutes=30)
ABSOLUTE = timedelta(days=90)
ABSOLUTE_STAFF = timedelta(hours=12)
TOUCH_EVERY = timedelta(minutes=1)
DEVICE_LENGTH = 200


class UserSession(Base):
    """The cookie holds a random secret; the table holds only its SHA-256."""

    __tablename__ = "user_session"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    started_at: Mapped[datetime] = mapped_column(UTCDateTime)
    seen_at: Mapped[datetime] = mapped_column(UTCDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    device: Mapped[str] = mapped_column(String(DEVICE_LENGTH), default="")

    user: Mapped[User] = relationship(lazy="raise")

    def is_open(self, user: User, now: datetime) -> bool:
        idle, absolute = (IDLE_STAFF, ABSOLUTE_STAFF) if user.is_staff else (IDLE, ABSOLUTE)
        return self.ended_at is None and now - self.seen_at < idle and now - self.started_at < absolute

    def end(self, *, by: User, at: datetime) -> Event:
        self.ended_at = self.ended_at or at
        return by.note("end_session", at=at, data={"session": self.id})


def start(user: User, secret: str, device: str, *, at: datetime) -> UserSession:
    return UserSession(
        id=new_id(),
        secret_hash=hash_of(secret),
        user_id=user.id,
        started_at=at,
        seen_at=at,
        device=device[:DEVICE_LENGTH],
    )


def end_all(sessions: Iterable[UserSession], *, at: datetime) -> None:
    for session in sessions:
        session.ended_at = session.ended_at or at


def hash_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
