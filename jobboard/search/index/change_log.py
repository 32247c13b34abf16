"""The log of changes to postings, as the index reads it: where it ends, and what came since."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.domain.postings.changes import PostingChange

# More lines than can be on their way at once.
WINDOW = 500


class End(NamedTuple):
    """Where the log ends: its last line, and how many of the numbers just before it are there.

    On PostgreSQL a line may be committed after one with a higher number. Then only `near` tells.
    """

    last: int
    near: int


def end_of_log(session: Session) -> End:
    last = select(func.max(PostingChange.id)).scalar_subquery()
    counted = select(func.count()).where(PostingChange.id > last - WINDOW).scalar_subquery()
    row = session.execute(select(last, counted)).one()
    return End(row[0] or 0, row[1])


def log_after(session: Session, number: int) -> dict[int, str]:
    """The lines of the log after that one: their numbers and the postings they name."""
    rows = select(PostingChange.id, PostingChange.posting_id).where(PostingChange.id > number)
    return {row.id: row.posting_id for row in session.execute(rows.order_by(PostingChange.id))}
