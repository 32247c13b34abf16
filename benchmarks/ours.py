"""The board's own engine on made postings: a copy of a real board, with as many numbers more as are wanted.

Everything else is the real thing: the keeper builds the index, keeps it on disk and follows the log of changes.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from benchmarks.corpus import Corpus
from benchmarks.entries import Question
from benchmarks.hostile import HOSTILE
from benchmarks.processes import resident

FILE = "crosswalk.sqlite3"
# What the peers count too, by our names: remote jobs count for the states they may be done from.
FACETS = ("work", "type", "specialty", "credential", "from_state", "pay_min")


def copied(source: Path, folder: Path) -> None:
    """The whole board, as of its last commit."""
    folder.mkdir(parents=True, exist_ok=True)
    readable = f"file:{source / FILE}?mode=ro"
    with closing(sqlite3.connect(readable, uri=True)) as old, closing(sqlite3.connect(folder / FILE)) as new:
        old.backup(new)


class Ours:
    """`whole` counts all facets for every question, as the page of results does."""

    name = "Crosswalk"

    def __init__(self, folder: Path, whole: bool = False) -> None:
        self.whole = whole
        os.environ["DATA_DIR"] = str(folder)
        os.environ.pop("DATABASE_URL", None)
        from jobboard import create_app

        self.folder = folder
        self.app = create_app()
        self.app.app_context().push()
        self.session = reading_session()
        self.began = resident(os.getpid())

    @property
    def built(self) -> bool:
        return self._mark.exists()

    @property
    def _mark(self) -> Path:
        """Of an index as the code makes it now."""
        from jobboard.search.index.shelf import EDITION
        from jobboard.search.index.snapshot import LAYOUT
        from jobboard.search.index.word_sets import LAYOUT as WORDS

        return self.folder / f"built-{LAYOUT}-{WORDS}-{EDITION}"

    def build(self, documents: Iterable[Any]) -> None:
        """From the made postings, by the real keeper."""
        from jobboard.search.index import keeper as keeping

        with patch.object(keeping, "published", lambda session, now: iter(documents)):
            self.open()
        self._mark.touch()

    def open(self) -> None:
        from jobboard.search.board import BoardEngine
        from jobboard.search.index import keeper as keeping
        from jobboard.web.searching import keeper

        keeping.SMALL = 10**9  # take it in while we wait
        if keeper().ready(self.session) is None:
            raise RuntimeError("The index did not come to stand.")
        self.engine = BoardEngine(self.session, keeper())
        self.engine.prepare(datetime.now(UTC))

    def search(self, asked: Question, now: datetime) -> int:
        wanted = None if self.whole or asked.all_facets else FACETS
        return self.engine.search(asked.query, now, wanted).total

    def suggest(self, asked: Question, now: datetime) -> int:
        return len(self.engine.suggest(asked.beginning, now))

    def hostile(self, now: datetime) -> dict[str, list[float]]:
        """Milliseconds of the processor for three answers to each of the hostile questions, from the parameters on."""
        from jobboard.search.parameters import read

        took: dict[str, list[float]] = {}
        for name, given in HOSTILE.items():
            took[name] = []
            for _ in range(3):
                began = process_time()
                self.engine.search(read(given)[0], now)
                took[name].append((process_time() - began) * 1000)
        return took

    def memory(self) -> int:
        return resident(os.getpid()) - self.began

    def stop(self) -> None:
        self.session.close()


def reading_session() -> Any:
    """As a page has it: it never waits for those who write."""
    from sqlalchemy.orm import Session

    from jobboard.extensions import db

    return Session(db.engine.execution_options(begin="DEFERRED"))


def numbered(folder: Path, count: int) -> None:
    """Rows for the numbers of made postings: what a page needs to say which postings it shows."""
    with closing(sqlite3.connect(folder / FILE)) as database, database:
        database.execute("PRAGMA foreign_keys=OFF")
        (last,) = database.execute("SELECT max(number) FROM posting_number").fetchone()
        rows = ((number, f"{number:026d}") for number in range(last + 1, last + 1 + count))
        database.executemany("INSERT INTO posting_number(number, posting_id) VALUES (?, ?)", rows)


def corpus(session: Any) -> Corpus:
    from sqlalchemy import func, select

    from jobboard.domain.postings.posting import Posting
    from jobboard.search.index.documents import published

    last = session.scalar(select(func.max(Posting.first_published_at))) or datetime.now(UTC)
    return Corpus(list(published(session, datetime.now(UTC))), last)
