"""Where the text index stands on disk, shared by every process of a board: who may write it, and what it has taken in."""

import fcntl
import json
import logging
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.postings.changes import PostingChange
from jobboard.search.index.documents import those
from jobboard.search.index.panics import panics_as_errors
from jobboard.search.index.telling import WEIGHTS, Names, Said, said_by
from jobboard.search.index.texts import Texts

log = logging.getLogger(__name__)

# Raise it when what is said of a posting, or the cutting into words, changes: every index is then made anew.
EDITION = 7
STATE, LOCK = "state.json", "lock"


class Shelf:
    """A folder with one `texts-...` in use. `state.json` says which, and up to which change it is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names_of = ""  # when the names in the texts were loaded: other names, other texts

    def open(
        self, session: Session, names: Names, last: int, now: datetime, said: Callable[[], Iterable[Said]]
    ) -> Texts:
        """The texts as of change `last`; made anew of what is `said` when they are missing, broken, of another edition or of
        another board."""
        state = self._state()
        if state is not None and state["seen"] <= last:
            try:
                with panics_as_errors():
                    texts = self.catch_up(session, self._opened(state["place"]), names, last, now)
                    texts.reload()
                return texts
            except (ValueError, OSError):
                log.warning("The text index could not be read. It is made anew.")
        return self._anew(last, said())

    def _anew(self, last: int, said: Iterable[Said]) -> Texts:
        """In a folder of its own: whoever still reads the old one goes on until it looks again."""
        with self._alone():
            old = [place for place in self.folder.glob("texts-*") if place.is_dir()]
            new = self.folder / f"texts-{secrets.token_hex(4)}"
            try:
                texts = Texts(new)
                texts.write(said)
                texts.reload()
                self._keep(last, texts)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)  # on a full disk every try would leave a part behind
                raise
            for place in old:
                shutil.rmtree(place, ignore_errors=True)
        return texts

    def catch_up(
        self,
        session: Session,
        texts: Texts,
        names: Names,
        last: int,
        now: datetime,
        late: Sequence[str] = (),
    ) -> Texts:
        """Bring the shared texts up to `last`, unless another process did; the texts to go on with, which have yet to be reloaded.

        `late` are postings whose change was committed behind what the texts have taken in, or that opened by their date.
        """
        with self._alone():
            state = self._state()
            if state is not None and state["place"] != texts.folder.name:
                texts = self._opened(state["place"])
            seen = state["seen"] if state else 0
            if seen < last or late:
                after = select(PostingChange.posting_id).where(PostingChange.id > seen).distinct()
                changed = list({*session.scalars(after), *late})
                texts.write(said_by(those(session, changed, now), names), gone=changed)
                self._keep(max(seen, last), texts)
        return texts

    def _opened(self, place: str) -> Texts:
        """Texts that are there. Raises OSError when they are not: opening must never begin empty ones."""
        if not (self.folder / place / "meta.json").exists():
            raise FileNotFoundError(place)
        return Texts(self.folder / place)

    def clear(self) -> None:
        """Nothing here is to be trusted any more."""
        if (self.folder / LOCK).is_dir():
            remove(self.folder / LOCK)
        with self._alone():
            remove(self.folder / STATE)

    def _state(self) -> dict[str, Any] | None:
        try:
            state = json.loads((self.folder / STATE).read_text())
        except (OSError, ValueError):
            return None
        whole = isinstance(state, dict) and state.keys() == {"edition", "seen", "place"}
        return state if whole and state["edition"] == self._edition else None

    def _keep(self, seen: int, texts: Texts) -> None:
        new = self.folder / f"{STATE}.new"
        state = {"edition": self._edition, "seen": seen, "place": texts.folder.name}
        new.write_text(json.dumps(state))
        os.replace(new, self.folder / STATE)

    @property
    def _edition(self) -> list[object]:
        return [EDITION, self.names_of, *WEIGHTS]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process writes at a time; the lock goes with the process that holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def remove(place: Path) -> None:
    """Whatever stands there makes way, a folder too; nothing to do when nothing does."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
