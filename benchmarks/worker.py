"""One engine on one board in a process of its own, so that its memory and its processor are its own."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import updates
from benchmarks.entries import Question, Tags, entries
from benchmarks.ours import Ours, copied, corpus, numbered
from benchmarks.peers.bare import Bare
from benchmarks.peers.fts import FullText
from benchmarks.peers.postgres import Postgres
from jobboard.domain.postings.terms import Status
from jobboard.search.index.catalog import read
from jobboard.search.index.columns import ticks

PEERS: dict[str, Any] = {peer.name: peer for peer in (Bare, FullText, Postgres)}
WHOLE = f"{Ours.name}, all 17 facets"
PATIENCE, FEWEST = float(os.environ.get("BENCH_SECONDS", "3")), 5
SAMPLE = 5000


class Figures(NamedTuple):
    """Milliseconds of each answer by the clock, the mean of the processor, and how many postings were found in all."""

    clock: list[float]
    processor: float
    found: int


class Worker:
    """Asks the board's engine for the made postings, and lets one engine (`name`) answer."""

    def __init__(self, name: str, source: Path, folder: Path, count: int) -> None:
        self.folder, self.count = folder, count
        if not (folder / "crosswalk.sqlite3").exists():
            copied(source, folder)
            numbered(folder, count)
        self.ours = Ours(folder, whole=name == WHOLE)
        self.session = self.ours.session
        self.corpus = corpus(self.session)
        self.catalog = read(self.session)
        self.mine = name in (Ours.name, WHOLE)
        self.engine = self.ours if self.mine else PEERS[name](folder)

    def ready(self) -> dict[str, float]:
        """Build it, unless that was done before; seconds of the build, seconds to open."""
        if not self.engine.built:
            began, worked = perf_counter(), process_time()
            documents = self.corpus.documents(self.count)
            self.engine.build(documents if self.mine else entries(documents, self.catalog.names, Tags()))
            built = {"build": perf_counter() - began, "build processor": process_time() - worked}
            self._file.write_text(json.dumps(built))
        began = perf_counter()
        if self.mine:
            self.ours.open()
        took: dict[str, float] = json.loads(self._file.read_text())
        return took | {"open": perf_counter() - began}

    @property
    def _file(self) -> Path:
        return self.folder / f"{self.engine.name.lower().replace(' ', '-')}.json"

    def questions(self) -> dict[str, list[Question]]:
        from benchmarks.questions import Asker

        tags, catalog = Tags(), self.catalog
        sample = list(entries(self.corpus.documents(min(self.count, SAMPLE)), catalog.names, tags))
        slugs = {("specialty", tag.id): tag.slug for tag in catalog.specialties.values()}
        slugs |= {("credential", tag.id): tag.slug for tag in catalog.credentials.values()}
        return Asker(self.session, sample, tags, slugs, self.corpus.now).classes()

    def measure(self, name: str, asked: Sequence[Question]) -> Figures:
        answer = self._answering(name)
        clock: list[float] = []
        found = 0
        answer(asked[-1])  # what is opened once
        worked = self._processor()
        for place, one in enumerate([*asked] * (20 if len(asked) == 1 else 1)):
            if sum(clock) > PATIENCE * 1000 and place >= FEWEST:
                break
            began = perf_counter()
            found += answer(one)
            clock.append((perf_counter() - began) * 1000)
        return Figures(clock, (self._processor() - worked) * 1000 / len(clock), found)

    def _answering(self, name: str) -> Callable[[Question], int]:
        """The engine, asked for questions of this class at the moment of the made postings, as it knows moments."""
        if isinstance(self.engine, Ours):
            ours = self.engine.suggest if name == "suggest" else self.engine.search
            return lambda asked: ours(asked, self.corpus.now)
        answer = self.engine.suggest if name == "suggest" else self.engine.search
        now = ticks(self.corpus.now)
        return lambda asked: answer(asked, now)

    def _processor(self) -> float:
        of_server: Callable[[], float] = getattr(self.engine, "processor", lambda: 0.0)
        return process_time() + of_server()

    def memory(self) -> int:
        """Bytes: of this process, and of a server it asks."""
        from benchmarks.processes import resident

        return resident(os.getpid()) - self.ours.began + (0 if self.mine else int(self.engine.memory()))

    def hostile(self) -> dict[str, list[float]]:
        return self.ours.hostile(self.corpus.now)

    def change(self) -> float:
        """Pause a posting, or let it go on; the moment of the commit."""
        return updates.change()

    def is_paused(self) -> bool:
        return bool(updates.the_posting(self.session).status == Status.PAUSED)

    def watched(self) -> int:
        """How many the question of `watch` finds now."""
        self.session.rollback()
        return self.ours.search(updates.question(self.session), self.corpus.now)

    def watch(self, total: int) -> float:
        """The moment when this process first finds so many."""
        return updates.watch(self.ours, total, self.corpus.now)

    def stop(self) -> None:
        self.engine.stop()


def work(pipe: Connection, name: str, source: Path, folder: Path, count: int) -> None:
    """Do what is asked through the pipe: (method, arguments), until `stop`."""
    worker = Worker(name, source, folder, count)
    wanted = ""
    while wanted != "stop":
        wanted, given = pipe.recv()
        pipe.send(getattr(worker, wanted)(*given))
