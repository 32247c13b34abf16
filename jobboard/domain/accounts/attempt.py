"""Counted attempts (log-ins, resets, sign-ups): shared by all processes, so limits hold however many there are."""

from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id

KEEP = timedelta(days=1)


class Kind(StrEnum):
    """What is counted, and by whom: `..._account` by email address, `..._address` by network address."""

    LOG_IN_ACCOUNT = "log_in_account"
    LOG_IN_ADDRESS = "log_in_address"
    SIGN_UP_ACCOUNT = "sign_up_account"
    SIGN_UP_ADDRESS = "sign_up_address"
    RESET_ACCOUNT = "reset_account"
    RESET_ADDRESS = "reset_address"
    CONFIRM_ACCOUNT = "confirm_account"
    CONFIRM_ADDRESS = "confirm_address"
    NEW_EMAIL_ACCOUNT = "new_email_account"
    INVITE_ACCOUNT = "invite_account"

    @property
    def by_address(self) -> bool:
        return self.value.endswith("_address")


LIMITS: dict[Kind, tuple[int, timedelta]] = {
    Kind.LOG_IN_ACCOUNT: (10, timedelta(minutes=15)),
    Kind.LOG_IN_ADDRESS: (20, timedelta(minutes=15)),
    Kind.SIGN_UP_ACCOUNT: (5, timedelta(days=1)),
    Kind.SIGN_UP_ADDRESS: (20, timedelta(hours=1)),
    Kind.RESET_ACCOUNT: (5, timedelta(days=1)),
    Kind.RESET_ADDRESS: (20, timedelta(hours=1)),
    Kind.CONFIRM_ACCOUNT: (5, timedelta(days=1)),
    Kind.CONFIRM_ADDRESS: (20, timedelta(hours=1)),
    Kind.NEW_EMAIL_ACCOUNT: (5, timedelta(days=1)),
    Kind.INVITE_ACCOUNT: (30, timedelta(days=1)),
}


class Attempt(Base):
    """One attempt of a kind by a key (an account's or an address's hash). Rows older than a day are swept."""

    __tablename__ = "attempt"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    kind: Mapped[Kind] = mapped_column(enum_type(Kind, length=40))
    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UTCDateTime)

    __table_args__ = (Index("ix_attempt_kind_key_at", "kind", "key", "at"), Index("ix_attempt_at", "at"))

    def __init__(self, kind: Kind, key: str, at: datetime) -> None:
        super().__init__(id=new_id(), kind=kind, key=hidden(kind, key), at=at)


def hidden(kind: Kind, key: str) -> str:
    """The key as stored: no list of addresses to be read from the table."""
    return sha256(f"{kind}:{key}".encode()).hexdigest()
