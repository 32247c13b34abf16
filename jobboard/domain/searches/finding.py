"""Every question asked of saved searches: a person's, those that are due, what is new for one, what was sent."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, case, delete, func, literal, or_, select, update
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.accounts.user import key_of
from jobboard.domain.postings.changes import PostingChange
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status
from jobboard.domain.searches.lifecycle import Rhythm, State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.sent_match import SentMatch
from jobboard.domain.searches.suppressed import LONGEST_REASON, SuppressedAddress, hidden

# On PostgreSQL a change may be committed after one with a higher number: so many lines are looked at again.
LATE = 500
CHUNK = 1000
# Since when readers have seen it: an edition that is the first ever shown opened it, a later one only changed it.
FIRST_LISTED = case(
    (Edition.shown_at == Posting.first_published_at, Posting.opens_at), else_=Posting.first_published_at
)


class News(NamedTuple):
    """How far the board's history goes: the last line of the log of changes, the last opening by date."""

    change: int
    opening: datetime | None


class Fresh(NamedTuple):
    """A listed posting that searches may not know yet. `change` is the last line of the log that names it, as far as was
    looked, else 0."""

    id: str
    first_listed: datetime
    opens_at: datetime
    change: int

    def is_news_to(self, search: SavedSearch) -> bool:
        """It was first listed after the search began, and came in sight since letters last told of it."""
        late = self.change > search.looked_change - LATE or self.opens_at > search.looked_at
        return late and search.since < self.first_listed


# ---- whose


def by_id(session: Session, id: str, *, lock: bool = False) -> SavedSearch | None:
    """One saved search with its owner; with `lock`, while nobody else can change it."""
    wanted = select(SavedSearch).where(SavedSearch.id == id).options(joinedload(SavedSearch.owner))
    if lock:
        wanted = wanted.with_for_update(of=SavedSearch).execution_options(populate_existing=True)
    return session.scalar(wanted)


def those(session: Session, ids: Collection[str], *, lock: bool = False) -> Sequence[SavedSearch]:
    """Several; with `lock`, while nobody else can change them, and without those that somebody else is changing."""
    wanted = select(SavedSearch).where(SavedSearch.id.in_(ids)).order_by(SavedSearch.id)
    if lock:
        wanted = wanted.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    return session.scalars(wanted).all()


def of_owner(session: Session, owner_id: str) -> Sequence[SavedSearch]:
    """A person's saved searches, the newest first."""
    mine = select(SavedSearch).where(SavedSearch.owner_id == owner_id)
    return session.scalars(mine.order_by(SavedSearch.saved_at.desc(), SavedSearch.id)).all()


def of_address(session: Session, email: str, *states: State) -> Sequence[SavedSearch]:
    """What was asked for an address without an account, the newest first."""
    theirs = select(SavedSearch).where(SavedSearch.address_key == key_of(email))
    theirs = theirs.where(SavedSearch.state.in_(states or tuple(State)))
    return session.scalars(theirs.order_by(SavedSearch.saved_at.desc(), SavedSearch.id)).all()


def of_somebody(session: Session, search: SavedSearch) -> Sequence[SavedSearch]:
    """All saved searches of whoever has this one."""
    if search.owner_id is not None:
        return of_owner(session, search.owner_id)
    return of_address(session, search.address or "")


def kept_already(session: Session, owner_id: str, asked: str) -> SavedSearch | None:
    same = select(SavedSearch).where(SavedSearch.owner_id == owner_id, SavedSearch.asked == asked)
    return session.scalars(same).first()


# ---- due


def news(session: Session, now: datetime) -> News:
    """Two looks at an index each; when they say what they said before, no search whose letters come at once is due."""
    opened = select(func.max(Posting.opens_at)).where(Posting.status == Status.LIVE, Posting.opens_at <= now)
    return News(session.scalar(select(func.max(PostingChange.id))) or 0, session.scalar(opened))


def due(session: Session, board: News, now: datetime, limit: int) -> Sequence[str]:
    """Ids of the searches to look at now, those that waited longest first."""
    moved = SavedSearch.looked_change < board.change
    if board.opening is not None:
        moved = or_(moved, SavedSearch.looked_at < board.opening)
    wanted = select(SavedSearch.id).where(
        SavedSearch.state == State.ACTIVE,
        SavedSearch.due_at <= now,
        or_(SavedSearch.rhythm != Rhythm.INSTANT, moved),
    )
    return session.scalars(wanted.order_by(SavedSearch.due_at, SavedSearch.id).limit(limit)).all()


def fresh(session: Session, searches: Sequence[SavedSearch], now: datetime) -> dict[str, list[str]]:
    """For each search the ids of the postings that are listed, changed or opened since it was looked for, were first listed
    after it began, and were not sent for it. The newest first."""
    if not searches:
        return {}
    found = sorted(in_sight(session, searches, now), key=lambda one: one.first_listed, reverse=True)
    told = sent_already(session, [search.id for search in searches], [one.id for one in found])
    return {
        search.id: [one.id for one in found if one.is_news_to(search) and (search.id, one.id) not in told]
        for search in searches
    }


def in_sight(session: Session, searches: Sequence[SavedSearch], now: datetime) -> Collection[Fresh]:
    """The listed postings that changed or opened since the longest ago that one of the searches was looked for."""
    since = min(search.looked_at for search in searches)
    after = min(search.looked_change for search in searches) - LATE
    logged = select(PostingChange.posting_id, func.max(PostingChange.id).label("last"))
    lines = logged.where(PostingChange.id > after).group_by(PostingChange.posting_id).subquery()
    opened = listed_now(literal(0), now).where(
        Posting.status == Status.LIVE, Posting.opens_at > since, Posting.opens_at <= now
    )
    changed = listed_now(lines.c.last, now).join(lines, lines.c.posting_id == Posting.id)
    found = {row.id: Fresh(*row) for row in session.execute(opened)}
    return (found | {row.id: Fresh(*row) for row in session.execute(changed)}).values()


def listed_now(change: Any, now: datetime) -> Any:
    columns = select(Posting.id, FIRST_LISTED, Posting.opens_at, change)
    return columns.join(Edition, Edition.id == Posting.live_edition_id).where(listed(now))


def first_listed(session: Session, ids: Collection[str]) -> dict[str, datetime]:
    """Posting id -> since when readers see it."""
    first = select(Posting.id, FIRST_LISTED).join(Edition, Edition.id == Posting.live_edition_id)
    return {id: moment for id, moment in session.execute(first.where(Posting.id.in_(ids)))}


def put_off(session: Session, id: str, until: datetime) -> None:
    """Look at this one later: something is wrong with it, and the others should not wait."""
    later = update(SavedSearch).where(SavedSearch.id == id).values(due_at=until)
    session.execute(later.execution_options(synchronize_session=False))


# ---- sent


def sent_already(
    session: Session, searches: Sequence[str], postings: Sequence[str]
) -> Collection[tuple[str, str]]:
    """(saved_search_id, posting_id) of what was told of these."""
    found: set[tuple[str, str]] = set()
    for start in range(0, len(postings), CHUNK):
        rows = select(SentMatch.saved_search_id, SentMatch.posting_id).where(
            SentMatch.saved_search_id.in_(searches),
            SentMatch.posting_id.in_(postings[start : start + CHUNK]),
        )
        found |= {(search, posting) for search, posting in session.execute(rows)}
    return found


def sent_by(session: Session, event_id: str, now: datetime) -> list[tuple[str, str]]:
    """(posting_id, reason) of what a letter tells, in its order: only what is still listed."""
    rows = (
        select(SentMatch.posting_id, SentMatch.reason)
        .join(Posting, Posting.id == SentMatch.posting_id)
        .where(SentMatch.event_id == event_id, listed(now))
    )
    return [(id, reason) for id, reason in session.execute(rows.order_by(SentMatch.place))]


# ---- addresses


def suppressed(session: Session, email: str) -> SuppressedAddress | None:
    """Why no alert goes to this address, or None."""
    return session.get(SuppressedAddress, hidden(email))


def suppress(session: Session, email: str, reason: str, at: datetime) -> None:
    """No alert goes there from now on."""
    if suppressed(session, email) is None:
        session.add(SuppressedAddress(key=hidden(email), at=at, reason=reason[:LONGEST_REASON]))


def lift(session: Session, email: str) -> None:
    """Its owner confirmed the address anew."""
    session.execute(delete(SuppressedAddress).where(SuppressedAddress.key == hidden(email)))


def sweep(session: Session, unconfirmed_before: datetime, stopped_before: datetime) -> None:
    """Forget guests' searches that nobody confirmed, and those that were stopped long ago."""
    waiting = and_(SavedSearch.state == State.WAITING, SavedSearch.saved_at <= unconfirmed_before)
    stopped = and_(SavedSearch.state == State.STOPPED, SavedSearch.moved_at <= stopped_before)
    gone = delete(SavedSearch).where(SavedSearch.owner_id.is_(None), or_(waiting, stopped))
    session.execute(gone.execution_options(synchronize_session=False))
