"""What a search index needs of the database: a small number for every posting, and a log of what changed.

Both are written with the change itself, in one transaction: whatever was committed is in the log, and nothing else is.
"""

from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, event, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.base import Base, id_type
from jobboard.domain.postings.posting import Posting


class PostingNumber(Base):
    """A posting's place in bitmaps and columns: counted from 1, given once, never used again."""

    __tablename__ = "posting_number"
    __table_args__ = {"sqlite_autoincrement": True}

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    posting_id: Mapped[str] = mapped_column(
        id_type(), ForeignKey("posting.id", ondelete="CASCADE"), unique=True
    )


class PostingChange(Base):
    """One line for each time a posting changed, in the order of the changes."""

    __tablename__ = "posting_change"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    posting_id: Mapped[str] = mapped_column(id_type())


# A posting may open by date, with no line in the log: what opened last is one look at this index.
Index("ix_posting_status_opens_at", Posting.status, Posting.opens_at)
# The newest of what is listed, and of what an employer has listed, without putting all of it in order.
Index(
    "ix_posting_newest",
    Posting.status,
    Posting.first_published_at,
    Posting.opens_at,
    Posting.closes_at,
    Posting.live_edition_id,
)
SHOWN = Posting.first_published_at, Posting.status, Posting.opens_at, Posting.closes_at
Index("ix_posting_newest_of_employer", Posting.employer_id, *SHOWN)


@event.listens_for(Session, "after_flush")
def log(session: Session, context: Any) -> None:
    """Log every posting that is written, and all postings of an employer who is: their cards and texts name it."""
    new = [one.id for one in session.new if isinstance(one, Posting)]
    changed = [one.id for one in [*session.dirty, *session.deleted] if isinstance(one, Posting)]
    employers = [one.id for one in session.dirty if isinstance(one, Employer)]
    if employers:
        changed += session.connection().scalars(select(Posting.id).where(Posting.employer_id.in_(employers)))
    if new:
        session.connection().execute(insert(PostingNumber), [{"posting_id": id} for id in new])
    if new or changed:
        logged = [{"posting_id": id} for id in dict.fromkeys(new + changed)]
        session.connection().execute(insert(PostingChange), logged)


def number_all(session: Session) -> None:
    """Give a number to every posting without one, and log them: for rows that were written past the records."""
    known = select(PostingNumber.posting_id)
    missing = select(Posting.id).where(Posting.id.not_in(known)).order_by(Posting.created_at, Posting.id)
    unlogged = select(Posting.id).where(Posting.id.not_in(select(PostingChange.posting_id)))
    session.execute(insert(PostingNumber).from_select(["posting_id"], missing))
    session.execute(insert(PostingChange).from_select(["posting_id"], unlogged))
