"""What every public answer of the board is made from, in one look at the database: while it stands, so do the answers."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, bindparam, func, select

from jobboard.domain.base import UTCDateTime
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.credential import Credential
from jobboard.domain.postings.changes import PostingChange
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status
from jobboard.domain.wording.saying_group import SayingGroup
from jobboard.search.index.change_log import WINDOW
from jobboard.search.unchanged import written

Standing = tuple[Any, ...]
SEEN = "the board as it was seen"
NAMES = slice(2, 4)  # of what LOOK looks at

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
    .scalar_subquery()
    .label("closing"),
)


class Seen(NamedTuple):
    """One look, what the database's counters said just before it, and until when it holds if they go on saying so."""

    written: object
    look: tuple[Any, ...]
    since: datetime
    until: datetime | None

    def holds(self, written: object, now: datetime) -> bool:
        return self.written == written and self.since <= now and (self.until is None or now < self.until)


def standing(engine: Engine, now: datetime) -> Standing:
    """Equal for two moments of one minute between which nothing changed. Days begin and end on whole minutes everywhere,
    so what opens by its date is not late; a count of "the last 24 hours" may be a minute old.

    SQLite's own counters say in microseconds that nobody wrote since the last look, so it is not repeated. `engine`: one
    that only reads.
    """
    with engine.connect() as connection:
        return standing_in(connection, now)


def standing_in(connection: Connection, now: datetime) -> Standing:
    """The same as a transaction sees it that may have begun earlier: what it reads belongs to this, not to what stands now."""
    return (*_look(connection, now), now.replace(second=0, microsecond=0))


def of_names(standing: Standing) -> Standing:
    """The part of it that only a release and a decision about a credential change."""
    return standing[NAMES]


def _look(connection: Connection, now: datetime) -> tuple[Any, ...]:
    if connection.dialect.name != "sqlite":
        return tuple(connection.execute(LOOK, {"now": now}).one())
    before = written(connection.connection.driver_connection)
    seen: Seen | None = connection.info.get(SEEN)
    if seen is None or not seen.holds(before, now):
        row = connection.execute(LOOK, {"now": now}).one()
        seen = connection.info[SEEN] = Seen(before, tuple(row), now, row.closing)
    return seen.look
