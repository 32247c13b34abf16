"""Keeps an index in step with the database: built when there is none, followed change by change, made anew when it is spoilt."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread, current_thread
from time import monotonic

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.postings.changes import PostingNumber
from jobboard.search.index import catalog as catalogs
from jobboard.search.index.change_log import WINDOW, End, end_of_log, log_after
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.columns import START, Columns
from jobboard.search.index.documents import Document, next_opening, numbers_of, opened, published, those
from jobboard.search.index.engine import Index
from jobboard.search.index.kept_files import KeptFiles
from jobboard.search.index.panics import panics_as_errors
from jobboard.search.index.settled import settle
from jobboard.search.index.shelf import Shelf
from jobboard.search.index.telling import Names, Said, said_by
from jobboard.search.index.texts import Texts
from jobboard.search.index.word_sets import Gathering
from jobboard.search.unchanged import while_unchanged

log = logging.getLogger(__name__)

# A board up to this size is taken in while somebody waits; a larger one while the database itself answers.
SMALL = 3000
# How often those in line look whether it is still worth to wait.
LOOK_SECONDS = 0.05
# Seconds to the next try to make an index after so many in a row that failed: each costs the reading of the whole board.
PAUSES = (0, 0, 5, 15, 30)


class TooLarge(Exception):
    """What has to be made anew is more than somebody waits for."""


class Keeper:
    """One for a process. `ready(session)` is the index as of the last commit, or None while there is none yet."""

    def __init__(self, folder: Path, sessions: Callable[[], Session]) -> None:
        self.sessions = sessions
        self.shelf, self.files = Shelf(folder), KeptFiles(folder)
        self._index: Index | None = None
        self._end = End(0, 0)
        self._applied: frozenset[int] = frozenset()
        # What opens by its date is in no index before: until when that was taken in, and when there is more.
        self._opened, self._opens = START, START
        self._unsaid: list[str] = []  # what the columns on disk hold and the words on disk do not
        self._failures, self._rests_until = 0, 0.0
        self._busy = Lock()
        self._builder: Thread | None = None
        self._standing = catalogs.Standing("", 0)

    @property
    def index(self) -> Index | None:
        """What stands now, another one once it had to be made anew; None while the database answers plainly."""
        return self._index

    def ready(self, session: Session) -> Index | None:
        """Follow what changed since the last look; begin in the background when there is much to begin with."""
        end, standing = while_unchanged(
            session, "index", lambda: (end_of_log(session), catalogs.standing(session))
        )
        now = clock.now()
        if self._index is not None and end == self._end and standing == self._standing and now < self._opens:
            return self._index
        if self._index is None and monotonic() < self._rests_until:
            return None
        with self._turn() as is_ours:
            if is_ours:
                self._followed(session, end, standing, now)
            return self._index

    def forget(self) -> None:
        """Throw everything away, on disk too: the next look begins from the database."""
        with self._busy:
            self._index, self._end = None, End(0, 0)
            try:
                self.files.clear()
                self.shelf.clear()
            except OSError:
                log.warning("The search folder cannot be written. The database answers until it can.")

    def drop(self) -> None:
        """Let go of what is in memory; what lies on disk stays."""
        with self._busy:
            self._index, self._end = None, End(0, 0)

    @contextmanager
    def _turn(self) -> Iterator[bool]:
        """Whether this thread may follow what changed: not while an index is made aside, which nobody waits for, though the making
        began while they stood in line."""
        taken = False
        while not (taken or self._is_building):
            taken = self._busy.acquire(timeout=LOOK_SECONDS)
        try:
            yield taken
        finally:
            if taken:
                self._busy.release()

    @contextmanager
    def _tried(self) -> Iterator[None]:
        """A try to follow or to begin. Where it fails over and over, as on a full disk, the next one is made after a pause."""
        try:
            yield
            self._failures = 0
        except (OSError, ValueError):
            self._failures += 1
            self._rests_until = monotonic() + PAUSES[min(self._failures, len(PAUSES) - 1)]
            raise

    @property
    def _is_building(self) -> bool:
        return self._index is None and self._builder is not None and self._builder.is_alive()

    def _followed(self, session: Session, end: End, standing: catalogs.Standing, now: datetime) -> None:
        try:
            with self._tried():
                self._catch_up(session, end, standing, now)
        except TooLarge:
            self._index, self._end = None, End(0, 0)
            if not self._is_building:
                self._builder = Thread(target=self._build, name="index", daemon=True)
                self._builder.start()

    @panics_as_errors()
    def _catch_up(self, session: Session, end: End, standing: catalogs.Standing, now: datetime) -> None:
        if end.last < self._end.last and not self._is_put_back():
            return  # whoever asks began to read before the last change came, and is answered with it
        anew = self._index is None or end.last < self._end.last or standing.loaded != self._standing.loaded
        if self._index is None or anew:
            self._standing = standing
            self._index = self._begun(session, end.last, now)
        elif standing != self._standing:
            with self._index.lock:
                self._index.rename(catalogs.read(session))
        self._standing = standing
        self._follow(session, self._index, end, now)
        if anew:
            self._index.chooser.prepare(now)

    def _is_put_back(self) -> bool:
        """Whether this is a database of an earlier day: its log ends before what was taken in, for everybody."""
        with self.sessions() as session:
            return end_of_log(session).last < self._end.last

    def _published(self, session: Session, now: datetime) -> Iterator[Document]:
        """Every posting there is, read for what has to be made anew. Raises TooLarge where somebody would wait for it."""
        if current_thread() is not self._builder:
            count = session.scalar(select(func.count()).select_from(PostingNumber)) or 0
            if count > SMALL:
                raise TooLarge
        return published(session, now)

    def _build(self) -> None:
        try:
            with self.sessions() as session, self._busy, self._tried():
                self._catch_up(session, end_of_log(session), catalogs.standing(session), clock.now())
            settle()
        except (OSError, ValueError):
            log.exception("The search index could not be made. What is on disk is thrown away.")
            self.forget()

    def _begun(self, session: Session, last: int, now: datetime) -> Index:
        """An index as of `last`, or as of the columns on disk: what came after is followed like any change."""
        names = catalogs.read(session)
        self.shelf.names_of = self._standing.loaded
        kept = self.files.read(self._standing.loaded, names.ancestors, last)
        if kept is not None:
            columns, stand, sets = kept
            texts = self.shelf.open(
                session, names.names, last, now, lambda: said_by(self._published(session, now), names.names)
            )
            texts.sets, self._opened = sets, columns.last_opening(now)
            if sets.seen < stand:  # what opened by its date since then has no line in the log
                self._unsaid = list(columns.ids_of([*(columns.alive - sets.titled())]).values())
        else:
            columns, self.files.kept = Columns(names.ancestors), last
            texts, self._opened = self._taken_in(session, columns, names.names, last, now), now
        self._end, self._applied = End(self.files.kept, 0), frozenset()
        return Index(names, Chooser(columns, names), texts)

    def _taken_in(self, session: Session, columns: Columns, names: Names, last: int, now: datetime) -> Texts:
        """The texts, and the columns filled, of a board that is read once for all of them."""
        gathering = Gathering()
        said = taken_in(columns, gathering, said_by(self._published(session, now), names))
        texts = self.shelf.open(session, names, last, now, lambda: said)
        deque(said, maxlen=0)  # what the texts did not ask for: they had it already
        texts.sets = self.files.begin(columns, gathering.sets.items(), last)
        return texts

    def _follow(self, session: Session, index: Index, end: End, now: datetime) -> None:
        """Take in the lines of the log that were not taken in before, late ones too, and what opened by its date."""
        lines = log_after(session, self._end.last - WINDOW)
        fresh = {number: id for number, id in lines.items() if number not in self._applied}
        came = opened(session, self._opened, now)
        late = [*came, *(id for number, id in fresh.items() if number <= self._end.last)]
        changed = list(dict.fromkeys([*fresh.values(), *came, *self._unsaid]))
        said = list(said_by(those(session, changed, now), index.catalog.names))
        live = {one.document.id for one in said}
        gone = numbers_of(session, [id for id in changed if id not in live]).values()
        texts = self.shelf.catch_up(session, index.texts, index.catalog.names, end.last, now, late)
        with index.lock:
            sets, columns = index.texts.sets, index.chooser.columns
            texts.sets, index.texts = sets, texts
            texts.reload()
            assert sets is not None
            for number in gone:
                columns.take_out(number)
                sets.take_out(number)
            for one in said:
                columns.put(one.document)
                sets.put(one)
            self.files.note(gone, said)
        self._end, self._applied = end, frozenset(lines)
        self._opened, self._opens, self._unsaid = now, next_opening(session, now), []
        self.files.keep(index, end.last)


def taken_in(columns: Columns, gathering: Gathering, said: Iterable[Said]) -> Iterator[Said]:
    """The same postings, put into the columns and the words as they pass: a board is read once for all."""
    for one in said:
        columns.put(one.document)
        gathering.put(one)
        yield one
