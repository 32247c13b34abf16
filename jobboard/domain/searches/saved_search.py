"""A saved search: what was asked, by whom, how often a letter may come, and what was already sent."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.diary import Event
from jobboard.domain.errors import NotNow
from jobboard.domain.searches.lifecycle import MOVES, Rhythm, State, next_state
from jobboard.domain.searches.mornings import next_look
from jobboard.domain.searches.sent_match import LONGEST_REASON, Match, SentMatch
from jobboard.domain.searches.wish import LONGEST_ASKED, LONGEST_NAME, LONGEST_SAID, sound_name, sound_zone

# Between two letters of one search whose letters come at once.
REST = timedelta(minutes=10)


class SavedSearch(Base):
    """Either a person's (`owner_id`) or, without an account, an address's (`address`; `address_key` as compared).

    Matches count from `since`. `looked_at` and `looked_change` (a line of the log of changes) say how far letters got,
    `due_at` when to look again, `seen_at` when the owner last opened the search.
    """

    __tablename__ = "saved_search"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    owner_id: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    address: Mapped[str | None] = mapped_column(String(254))
    address_key: Mapped[str | None] = mapped_column(String(254), index=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    asked: Mapped[str] = mapped_column(String(LONGEST_ASKED))
    said: Mapped[str] = mapped_column(String(LONGEST_SAID))
    rhythm: Mapped[Rhythm] = mapped_column(enum_type(Rhythm))
    timezone: Mapped[str] = mapped_column(String(40))
    state: Mapped[State] = mapped_column(enum_type(State))
    saved_at: Mapped[datetime] = mapped_column(UTCDateTime)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    since: Mapped[datetime] = mapped_column(UTCDateTime)
    seen_at: Mapped[datetime] = mapped_column(UTCDateTime)
    looked_at: Mapped[datetime] = mapped_column(UTCDateTime)
    looked_change: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    version: Mapped[int] = mapped_column(default=1)

    owner: Mapped[User | None] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = (
        CheckConstraint("(owner_id IS NULL) != (address IS NULL)", name="is_somebodys"),
        CheckConstraint("(address IS NULL) = (address_key IS NULL)", name="address_has_its_key"),
        CheckConstraint("state != 'active' OR confirmed_at IS NOT NULL", name="active_is_confirmed"),
        Index("ix_saved_search_state_due_at", "state", "due_at"),
    )

    def allows(self, verb: str) -> bool:
        return verb not in MOVES or self.state in MOVES[verb]

    @property
    def sends(self) -> bool:
        """Whether letters may go for it, as far as it says itself."""
        return self.state == State.ACTIVE and self.rhythm != Rhythm.NONE

    # ---- verbs

    def confirm(self, *, at: datetime, change: int) -> Event:
        """The address is theirs: they pressed the button of the page we mailed a link to. Letters count from now."""
        line = self._move("confirm", at)
        self.confirmed_at = at
        self.begin(at, change)
        return line

    def stop(self, *, at: datetime) -> Event:
        """No more letters."""
        line = self._move("stop", at)
        self.due_at = None
        return line

    def resume(self, *, at: datetime, change: int) -> Event:
        """Letters again, of what is published from now on. Raises NotNow for one whose address nobody confirmed."""
        if self.confirmed_at is None:
            raise NotNow("This search was never confirmed. Save it again to get a new letter.")
        line = self._move("resume", at)
        self.begin(at, change)
        return line

    def edit(self, name: str, rhythm: Rhythm, zone: str, *, at: datetime, change: int) -> Event:
        """Name it anew and say how often letters come. Raises Invalid when that will not do."""
        was = self.rhythm
        self.name, self.rhythm, self.timezone = sound_name(name), rhythm, sound_zone(zone)
        if self.state == State.ACTIVE and was == Rhythm.NONE:
            self.begin(at, change)
        elif self.state == State.ACTIVE:
            self.due_at = next_look(at, rhythm, zone)
        return self.line("edit", at=at)

    def open(self, *, at: datetime) -> None:
        """Its owner looks at the jobs: what counts as new begins here."""
        self.seen_at = at

    def match(
        self, found: Sequence[Match], *, at: datetime, change: int
    ) -> tuple[Event, list[SentMatch]] | None:
        """The board was looked through up to `change`; `found` is new. The line owes the letter; None when nothing is new."""
        next_state(self.state, "match")
        self.looked_at, self.looked_change = at, change
        rest = REST if found and self.rhythm == Rhythm.INSTANT else timedelta(0)
        self.due_at = next_look(at + rest, self.rhythm, self.timezone)
        if not found:
            return None
        line = self.line("match", at=at)
        rows = [
            SentMatch(saved_search_id=self.id, posting_id=one.posting_id, event_id=line.id, place=place,
                      reason=one.reason[:LONGEST_REASON])
            for place, one in enumerate(found)
        ]  # fmt: skip
        return line, rows

    def adopt(self, owner: User) -> None:
        """The address turned out to be this person's: the search is theirs from now on."""
        self.owner_id, self.address, self.address_key = owner.id, None, None

    def line(self, verb: str, *, at: datetime, **words: object) -> Event:
        """One line of the diary. It never says what was searched: the diary is kept longer than a search."""
        data = {"saved_search": self.id}
        return Event(
            noun="saved_search",
            verb=verb,
            at=at,
            by_id=self.owner_id,
            user_id=self.owner_id,
            data=data,
            **words,
        )

    def begin(self, at: datetime, change: int) -> None:
        """What is published after `at` counts as new; `change` is the last line of the log of changes."""
        self.since = self.looked_at = at
        self.looked_change, self.due_at = change, next_look(at, self.rhythm, self.timezone)

    def _move(self, verb: str, at: datetime) -> Event:
        before = self.state
        self.state, self.moved_at = next_state(self.state, verb), at
        return self.line(verb, at=at, old=before.value, new=self.state.value)
