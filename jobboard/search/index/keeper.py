"""Keeps an index in step with the database: built when there is none, followed change by change, made anew when it is spoilt."""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.domain.postings.changes import PostingChange, PostingNumber
from jobboard.search.index import catalog as catalogs
from jobboard.search.index import snapshot
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.columns import Columns
from jobboard.search.index.documents import numbers_of, published, those
from jobboard.search.index.engine import Index
from jobboard.search.index.shelf import Shelf

log = logging.getLogger(__name__)

# A board up to this size is taken in while somebody waits; a larger one while the database itself answers.
SMALL = 3000
SNAPSHOT_EVERY = 1000
COLUMNS = "columns.npz"


class Keeper:
    """One for a process. `ready(session)` is the index as of the last commit, or None while there is none yet."""

    def __init__(self, folder: Path, sessions: Callable[[], Session]) -> None:
        self.folder, self.sessions = folder, sessions
        self.shelf = Shelf(folder)
        self._index: Index | None = None
        self._seen = self._kept = 0
        self._busy = Lock()
        self._builder: Thread | None = None
        self._standing = catalogs.Standing("", 0)

    def ready(self, session: Session) -> Index | None:
        """Follow what changed since the last look; begin in the background when there is much to begin with."""
        last = session.scalar(select(func.max(PostingChange.id))) or 0
        standing = catalogs.standing(session)
        if self._index is not None and last == self._seen and standing == self._standing:
            return self._index
        if self._index is None and self._is_large(session):
            self._begin_aside()
            return None
        with self._busy:
            self._catch_up(session, last, standing)
        return self._index

    def forget(self) -> None:
        """Throw everything away, on disk too: the next look begins from the database."""
        with self._busy:
            self._index, self._seen = None, 0
            (self.folder / COLUMNS).unlink(missing_ok=True)
            self.shelf.clear()

    def drop(self) -> None:
        """Let go of what is in memory; what lies on disk stays."""
        with self._busy:
            self._index, self._seen = None, 0

    def _catch_up(self, session: Session, last: int, standing: catalogs.Standing) -> None:
        if self._index is None or last < self._seen or standing.loaded != self._standing.loaded:
            self._standing = standing
            self._begin(session, last)
            return
        if standing != self._standing:
            with self._index.lock:
                self._index.rename(catalogs.read(session))
            self._standing = standing
        if last > self._seen:
            self._follow(session, self._index, last)

    def _is_large(self, session: Session) -> bool:
        if (self.folder / COLUMNS).exists():
            return False
        return (session.scalar(select(func.max(PostingNumber.number))) or 0) > SMALL

    def _begin_aside(self) -> None:
        with self._busy:
            if self._builder is None or not self._builder.is_alive():
                self._builder = Thread(target=self._build, name="index", daemon=True)
                self._builder.start()

    def _build(self) -> None:
        with self.sessions() as session, self._busy:
            last = session.scalar(select(func.max(PostingChange.id))) or 0
            self._catch_up(session, last, catalogs.standing(session))

    def _begin(self, session: Session, last: int) -> None:
        names, loaded = catalogs.read(session), self._standing.loaded
        self.shelf.names_of = loaded
        kept = snapshot.read(self.folder / COLUMNS, loaded, names.ancestors)
        if kept is None or kept[1] > last:
            columns = Columns(names.ancestors)
            for document in published(session):
                columns.put(document)
            kept = columns, last
            self.folder.mkdir(parents=True, exist_ok=True)
            snapshot.write(columns, last, loaded, self.folder / COLUMNS)
        columns, self._kept = kept
        texts = self.shelf.open(session, names.names, last)
        self._index, self._seen = Index(names, Chooser(columns, names), texts), self._kept
        if self._seen < last:
            self._follow(session, self._index, last)

    def _follow(self, session: Session, index: Index, last: int) -> None:
        changed = changed_after(session, self._seen)
        documents = list(those(session, changed))
        live = {document.id for document in documents}
        gone = numbers_of(session, [id for id in changed if id not in live]).values()
        texts = self.shelf.catch_up(session, index.texts, index.catalog.names, last)
        with index.lock:
            index.texts = texts
            for number in gone:
                index.chooser.columns.take_out(number)
            for document in documents:
                index.chooser.columns.put(document)
        self._seen = last
        if last - self._kept > SNAPSHOT_EVERY:
            snapshot.write(index.chooser.columns, last, self._standing.loaded, self.folder / COLUMNS)
            self._kept = last


def changed_after(session: Session, seen: int) -> list[str]:
    """The postings that the log names after that line."""
    rows = select(PostingChange.posting_id).where(PostingChange.id > seen).distinct()
    return list(session.scalars(rows))
