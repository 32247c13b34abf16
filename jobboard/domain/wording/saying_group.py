"""A group of ways of saying the same thing: `E/M` and `evaluation and management`. Admins add, change and retire them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, UTCDateTime, id_type, new_id
from jobboard.domain.diary import Event
from jobboard.domain.errors import NotNow
from jobboard.domain.wording.saying import LONGEST, Said, phrase_of, sound

STATES = {False: "in force", True: "retired"}
ACTS = {"change": False, "retire": False, "restore": True}
NOT_NOW = {
    "change": "“{}” is retired. Bring it back before you change it.",
    "retire": "“{}” is retired already.",
    "restore": "“{}” is in force already.",
}


class Way(Base):
    """One way of saying it. `phrase` is what look-up compares: `E/M`, `e&m` and `EM` are all `em`.

    `held` is the phrase while the way counts in both directions and its group is in force: only one group may hold it.
    """

    __tablename__ = "saying_way"
    __table_args__ = (
        CheckConstraint("phrase <> ''", name="has_a_word"),
        CheckConstraint("held IS NULL OR held = phrase", name="holds_its_own_phrase"),
    )

    group_id: Mapped[str] = mapped_column(ForeignKey("saying_group.id", ondelete="CASCADE"), primary_key=True)
    phrase: Mapped[str] = mapped_column(String(LONGEST), primary_key=True, index=True)
    said: Mapped[str] = mapped_column(String(LONGEST))
    place: Mapped[int]
    one_way: Mapped[bool]
    held: Mapped[str | None] = mapped_column(String(LONGEST), unique=True)


class SayingGroup(Base):
    """`listed_as` is the name of the group in our own list (None: an admin's own).

    `decided` says that an admin changed it: from then on a new load of the list leaves it alone. Nothing is ever
    deleted; a retired group is not looked at.
    """

    __tablename__ = "saying_group"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    listed_as: Mapped[str | None] = mapped_column(String(60), unique=True)
    decided: Mapped[bool] = mapped_column(default=False)
    retired: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime)
    version: Mapped[int] = mapped_column(default=1)

    ways: Mapped[list[Way]] = relationship(
        lazy="raise", order_by=Way.place, cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def name(self) -> str:
        """What the group is called: its first way."""
        return self.ways[0].said

    @property
    def says(self) -> Said:
        both = tuple(way.said for way in self.ways if not way.one_way)
        return Said(both, tuple(way.said for way in self.ways if way.one_way))

    def allows(self, act: str) -> bool:
        return act in ACTS and self.retired is ACTS[act]

    def change(self, said: Said, taken: Mapping[str, str], *, by: User, at: datetime) -> Event:
        """Say it anew. `taken`: phrases that other groups hold, with what those are called. Raises Invalid or NotNow."""
        self._must_allow("change")
        before = self.says
        self.say(sound(said, taken), at=at)
        self.decided = True
        return self._line("change", by, at, before, STATES[False])

    def retire(self, *, by: User, at: datetime) -> Event:
        """Search does not look at it any more, and other groups may have its words. Raises NotNow."""
        return self._turn("retire", {}, by, at)

    def restore(self, taken: Mapping[str, str], *, by: User, at: datetime) -> Event:
        """Search looks at it again. `taken` as in `change`. Raises NotNow, also when another group has a word of it now."""
        return self._turn("restore", taken, by, at)

    def say(self, said: Said, *, at: datetime) -> None:
        """Write the ways, as they are given; the ways that stay keep their rows."""
        rows = {way.phrase: way for way in self.ways}
        given = [(text, False) for text in said.both] + [(text, True) for text in said.one_way]
        self.ways = [self._way(rows, text, place, one_way) for place, (text, one_way) in enumerate(given)]
        self.changed_at = at
        flag_modified(self, "changed_at")  # the version counts a change of the ways alone, too

    def let_go(self) -> None:
        """Hold no phrase until it is said anew: others may take over a way of this group meanwhile."""
        for way in self.ways:
            way.held = None

    def _way(self, rows: Mapping[str, Way], text: str, place: int, one_way: bool) -> Way:
        phrase = phrase_of(text)
        way = rows.get(phrase) or Way(phrase=phrase)
        way.said, way.place, way.one_way = text, place, one_way
        way.held = None if one_way or self.retired else phrase
        return way

    def _turn(self, act: str, taken: Mapping[str, str], by: User, at: datetime) -> Event:
        self._must_allow(act)
        for way in self.ways:
            if not way.one_way and way.phrase in taken:
                raise NotNow(
                    f"“{way.said}” now belongs to the group “{taken[way.phrase]}”. Change that one first."
                )
        old, self.retired, self.decided = STATES[self.retired], not self.retired, True
        self.say(self.says, at=at)
        return self._line(act, by, at, self.says, old)

    def _must_allow(self, act: str) -> None:
        if not self.allows(act):
            raise NotNow(NOT_NOW[act].format(self.name))

    def _line(self, verb: str, by: User, at: datetime, before: Said, old: str | None) -> Event:
        data = {"group": self.id, "before": before._asdict(), "after": self.says._asdict()}
        new = STATES[self.retired]
        return Event(noun="saying_group", verb=verb, at=at, by_id=by.id, old=old, new=new, data=data)


def a_group(said: Said, *, at: datetime, listed_as: str | None = None) -> SayingGroup:
    """A new group that says `said`, as it is given."""
    group = SayingGroup(
        id=new_id(), listed_as=listed_as, decided=listed_as is None, retired=False, version=1, ways=[]
    )
    group.say(said, at=at)
    return group


def add(said: Said, taken: Mapping[str, str], *, by: User, at: datetime) -> tuple[SayingGroup, Event]:
    """An admin's own group and its first line. `taken` as in `SayingGroup.change`. Raises Invalid."""
    group = a_group(sound(said, taken), at=at)
    return group, group._line("add", by, at, Said(()), None)
