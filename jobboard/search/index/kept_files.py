"""What an index keeps on disk, so that a start need not read the whole board: columns and words."""

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from threading import Thread

from pyroaring import BitMap

from jobboard.search.index import snapshot, word_sets
from jobboard.search.index.columns import Columns
from jobboard.search.index.engine import Index
from jobboard.search.index.shelf import EDITION, remove
from jobboard.search.index.telling import Said
from jobboard.search.index.word_sets import Place, WordSets

log = logging.getLogger(__name__)

COLUMNS, WORDS = "columns.npz", "words.bin"
# The columns are written again after so many changes; words say themselves when they are late.
EVERY = 1000
# The files of a board up to this size are written while somebody waits, those of a larger one beside the answers.
SMALL = 3000


class KeptFiles:
    """In a folder that all processes of a board share. `kept` is the change that the older of the two stands at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.loaded = ""  # when the names were loaded: other names, other words
        self.kept = 0
        self._writer: Thread | None = None
        self._since: list[tuple[Collection[int], Sequence[Said]]] = []

    @property
    def words_of(self) -> str:
        """What the words on disk have to be of: other names and another cutting make other words."""
        return f"{EDITION} {self.loaded}"

    def read(
        self, loaded: str, ancestors: Callable[[int], Iterable[int]], last: int
    ) -> tuple[Columns, int, WordSets] | None:
        """The columns, the change they stand at, and the words; None when one of them is missing, broken, of other names than
        those `loaded` then or ahead of the change `last`."""
        self.settle()  # what is being written is of the names before
        self.loaded = loaded
        columns = snapshot.read(self.folder / COLUMNS, self.loaded, ancestors)
        words = word_sets.read(self.folder / WORDS, self.words_of)
        if columns is None or words is None or max(columns[1], words.seen) > last:
            return None
        self.kept = min(columns[1], words.seen)
        return *columns, words

    def begin(self, columns: Columns, words: Iterable[tuple[Place, BitMap]], seen: int) -> WordSets:
        """Write both of a board that was just read; the words as they are read from their file."""
        self._write_columns(snapshot.frozen(columns), seen)
        return self._written(words, seen)

    def keep(self, index: Index, seen: int) -> None:
        """Write what is due, as of the change `seen`. What follows meanwhile has to be told by `note`."""
        columns, words = index.chooser.columns, index.texts.sets
        assert words is not None
        is_late = words.is_late(len(columns.alive))
        if self._writer is not None or not (is_late or seen - self.kept > EVERY):
            return
        with index.lock:
            late = words.as_of_now() if is_late else None
            due = snapshot.frozen(columns) if seen - self.kept > EVERY else None
            self._writer = Thread(target=self._write_aside, args=(index, late, due, seen), daemon=True)
        if len(columns.alive) > SMALL:
            self._writer.start()
        else:
            self._write(index, late, due, seen)

    def note(self, gone: Collection[int], said: Sequence[Said]) -> None:
        """What changed in the index has to come into the words that are being written. Whoever calls holds the index's lock."""
        if self._writer is not None:
            self._since.append((gone, said))

    def settle(self) -> None:
        """Wait for what is being written."""
        if (writer := self._writer) is not None and writer.is_alive():
            writer.join()

    def clear(self) -> None:
        self.settle()
        for name in (COLUMNS, WORDS):
            remove(self.folder / name)

    def _write_aside(
        self, index: Index, words: WordSets | None, columns: snapshot.Frozen | None, seen: int
    ) -> None:
        try:
            self._write(index, words, columns, seen)
        except (OSError, ValueError):
            log.exception("The files of the search index could not be written. The next change tries again.")

    def _write(
        self, index: Index, words: WordSets | None, columns: snapshot.Frozen | None, seen: int
    ) -> None:
        fresh = None
        try:
            fresh = self._written(words.all(), seen) if words is not None else None
            if columns is not None:
                self._write_columns(columns, seen)
        finally:
            with index.lock:
                if fresh is not None:
                    self._put_since(fresh)
                    index.texts.sets = fresh
                self._writer, self._since = None, []

    def _put_since(self, fresh: WordSets) -> None:
        for gone, said in self._since:
            for number in gone:
                fresh.take_out(number)
            for one in said:
                fresh.put(one)

    def _write_columns(self, frozen: snapshot.Frozen, seen: int) -> None:
        snapshot.write(frozen, seen, self.loaded, self.folder / COLUMNS)
        self.kept = seen

    def _written(self, words: Iterable[tuple[Place, BitMap]], seen: int) -> WordSets:
        word_sets.write(words, seen, self.words_of, self.folder / WORDS)
        kept = word_sets.read(self.folder / WORDS, self.words_of)
        if kept is None:
            raise OSError("The words cannot be read back.")
        return kept
