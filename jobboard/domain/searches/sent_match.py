"""What was sent: one row for each posting that a saved search was told of, so that none is told twice."""

from typing import NamedTuple

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base
from jobboard.domain.diary import written_with

LONGEST_REASON = 300


class Match(NamedTuple):
    """A posting that is new to a search, and why it matched."""

    posting_id: str
    reason: str


class SentMatch(Base):
    """One posting that a search was told of, once for ever. `event_id` is the line whose letter names it, at `place`."""

    __tablename__ = "sent_match"

    saved_search_id: Mapped[str] = mapped_column(
        ForeignKey("saved_search.id", ondelete="CASCADE"), primary_key=True
    )
    posting_id: Mapped[str] = mapped_column(ForeignKey("posting.id", ondelete="CASCADE"), primary_key=True)
    event_id: Mapped[str] = mapped_column(written_with("event.id"), index=True)
    place: Mapped[int] = mapped_column()
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON))
