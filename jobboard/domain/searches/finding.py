"""Every question asked of saved searches: a person's, those that are due, what is new for one, what was sent."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, case, delete, func, or_, select, update
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.user import User, key_of
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
# Since when readers have seen it: an edition that is the first ever shown opened it, a later one only changed it.
FIRST_LISTED = case(
    (Edition.shown_at == Posting.first_published_at, Posting.opens_at), else_=Posting.first_published_at
)


class News(NamedTuple):
    """How far the board's history goes: the last line of the log of changes, the last opening by date."""

    change: int
    opening: datetime | None


class Fresh(NamedTuple):
    """A posting that a search was not told of yet."""

    id: str
    first_published_at: datetime
    employer_slug: str


# ---- whose


def by_id(session: Session, id: str, *, lock: bool = False) -> SavedSearch | None:
    """One saved search with its owner; with `lock`, while nobody else can change it."""
    wanted = select(SavedSearch).where(SavedSearch.id == id).options(joinedload(SavedSearch.owner))
    if lock:
        wanted = wanted.with_for_update(of=SavedSearch).execution_options(populate_existing=True)
    return session.scalar(wanted)


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


def fresh(session: Session, search: SavedSearch, now: datetime) -> list[Fresh]:
    """Postings that changed or opened since the search was looked at, are listed, were first listed after it began, and
    were not sent for it. The oldest first."""
    changed = select(PostingChange.posting_id).where(PostingChange.id > search.looked_change - LATE)
    opened = and_(Posting.status == Status.LIVE, Posting.opens_at > search.looked_at, Posting.opens_at <= now)
    found: dict[str, Fresh] = {}
    for turn in (Posting.id.in_(changed), opened):
        found |= {row.id: Fresh(*row) for row in session.execute(candidates(search, now).where(turn))}
    return sorted(found.values(), key=lambda one: one.first_published_at)


def candidates(search: SavedSearch, now: datetime) -> Any:
    told = select(SentMatch.posting_id).where(SentMatch.saved_search_id == search.id)
    return (
        select(Posting.id, Posting.first_published_at, Employer.slug)
        .join(Edition, Edition.id == Posting.live_edition_id)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(listed(now), search.since < FIRST_LISTED, Posting.id.not_in(told))
    )


def published_after(session: Session, ids: Collection[str], moment: datetime) -> int:
    """How many of these postings were first listed after that."""
    first = select(func.count()).select_from(Posting).join(Edition, Edition.id == Posting.live_edition_id)
    return session.scalar(first.where(Posting.id.in_(ids), moment < FIRST_LISTED)) or 0


def put_off(session: Session, id: str, until: datetime) -> None:
    """Look at this one later: something is wrong with it, and the others should not wait."""
    later = update(SavedSearch).where(SavedSearch.id == id).values(due_at=until)
    session.execute(later.execution_options(synchronize_session=False))


# ---- sent


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


def adopt(session: Session, owner: User) -> None:
    """What was confirmed for this address before it had an account belongs to the account now."""
    held = {kept.asked for kept in of_owner(session, owner.id)}
    for kept in of_address(session, owner.email, State.ACTIVE):
        if kept.asked in held:
            session.delete(kept)
        else:
            kept.adopt(owner)


def replace_same(session: Session, search: SavedSearch) -> None:
    """The same search of the same address, asked for earlier, makes way: one search, one letter."""
    for other in of_somebody(session, search):
        if other.id != search.id and other.asked == search.asked:
            session.delete(other)


def sweep(session: Session, unconfirmed_before: datetime, stopped_before: datetime) -> None:
    """Forget guests' searches that nobody confirmed, and those that were stopped long ago."""
    waiting = and_(SavedSearch.state == State.WAITING, SavedSearch.saved_at <= unconfirmed_before)
    stopped = and_(SavedSearch.state == State.STOPPED, SavedSearch.moved_at <= stopped_before)
    gone = delete(SavedSearch).where(SavedSearch.owner_id.is_(None), or_(waiting, stopped))
    session.execute(gone.execution_options(synchronize_session=False))
