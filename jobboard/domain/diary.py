"""The diary: one row for every verb that changed a thing. The same row is its history and, until mailed, the outbox."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, UTCDateTime, id_type, new_id


def written_with(column: str) -> ForeignKey:
    """A thing and its line are written together, in whichever order; the key is checked at commit."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


class Event(Base):
    """Who did what to which thing, when, from which state to which, and the words that went with it.

    Never edited and never deleted by the program, but for the three columns of the outbox: `mailed_at` (None
    while a letter may be owed), `leased_until` and `tries`.
    """

    __tablename__ = "event"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    noun: Mapped[str] = mapped_column(String(20))
    verb: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    by_id: Mapped[str | None] = mapped_column(written_with("user.id"), index=True)
    old: Mapped[str | None] = mapped_column(String(40))
    new: Mapped[str | None] = mapped_column(String(40))
    note: Mapped[str | None] = mapped_column(Text)
    data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    user_id: Mapped[str | None] = mapped_column(written_with("user.id"), index=True)
    employer_id: Mapped[str | None] = mapped_column(written_with("employer.id"), index=True)
    posting_id: Mapped[str | None] = mapped_column(written_with("posting.id"), index=True)
    application_id: Mapped[str | None] = mapped_column(written_with("application.id"), index=True)

    mailed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    leased_until: Mapped[datetime | None] = mapped_column(UTCDateTime)
    tries: Mapped[int] = mapped_column(default=0)

    __table_args__ = (Index("ix_event_outbox", "mailed_at", "leased_until"),)

    def __init__(self, **words: Any) -> None:
        super().__init__(**{"id": new_id(), "data": {}, "tries": 0} | words)
