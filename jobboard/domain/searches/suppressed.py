"""Addresses whose mail server refused our letters for good: no alert goes there until their owner confirms them anew."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.accounts.user import key_of
from jobboard.domain.base import Base, UTCDateTime

LONGEST_REASON = 300


class SuppressedAddress(Base):
    """One address, as a hash: the table is no list of addresses. `reason` is what the server said."""

    __tablename__ = "suppressed_address"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime)
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON))


def hidden(email: str) -> str:
    """The address as stored here: two spellings of one mailbox are one."""
    return sha256(f"address:{key_of(email)}".encode()).hexdigest()
