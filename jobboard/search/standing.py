"""What every public answer of the board is made from, in one look at the database: while it stands, so do the answers."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from jobboard.domain.base import UTCDateTime
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.credential import Credential
from jobboard.domain.postings.changes import PostingChange
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status
from jobboard.domain.wording.saying_group import SayingGroup
from jobboard.search.index.keeper import WINDOW

Standing = tuple[Any, ...]

LAST = select(func.max(PostingChange.id)).scalar_subquery()
NOW: Any = bindparam("now", type_=UTCDateTime())
LOOK = select(
    # Postings and their employers: the end of the log, and how many of the numbers before it are there (`keeper.End`).
    LAST,
    select(func.count()).where(PostingChange.id > LAST - WINDOW).scalar_subquery(),
    # The code sets, and which credentials have a name on pages.
    select(func.max(Release.loaded_at)).scalar_subquery(),
    select(func.aggregate_strings(Credential.slug, " ")).where(Credential.confirmed).scalar_subquery(),
    # What else is said for a word.
    select(func.count(SayingGroup.id)).scalar_subquery(),
    select(func.sum(SayingGroup.version)).scalar_subquery(),
    select(func.max(SayingGroup.changed_at)).scalar_subquery(),
    # The next moment at which one of them is no longer listed.
    select(func.min(Posting.closes_at))
    .where(Posting.status == Status.LIVE, Posting.closes_at > NOW)
    .scalar_subquery(),
)


def standing(connection: Connection, now: datetime) -> Standing:
    """Equal for two moments of one minute between which nothing changed. Days begin and end on whole minutes everywhere,
    so what opens by its date is not late; a count of "the last 24 hours" may be a minute old."""
    look = connection.execute(LOOK, {"now": now}).one()
    return (*look, now.replace(second=0, microsecond=0))
