"""The official files that ship with the program: opening them, reading their rows, and telling whether they changed."""

import csv
import gzip
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

FOLDER = Path(__file__).parent / "facts"
STEP = 500

Watcher = Callable[[float], object]
_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)
STRAY = "\ufffd"


def rows(name: str, only: Collection[str] | None = None) -> Iterator[dict[str, str]]:
    """The rows of a CSV file (plain or gzip) by column name; with `only`, those whose first column is wanted."""
    given = _text(name).splitlines()
    lines = _watched(given, (FOLDER / name).stat().st_size)
    header = next(lines)
    if only is not None:
        lines = (line for line in lines if line.partition(",")[0] in only)
    return iter(csv.DictReader(lines, fieldnames=next(csv.reader([header]))))


def size(names: Iterable[str]) -> int:
    """Bytes of the files together, each once."""
    return sum((FOLDER / name).stat().st_size for name in set(names))


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """While open, `watcher` is told how many bytes of the files have been read since it was told last."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def _watched(lines: list[str], size: int) -> Iterator[str]:
    for start in range(0, len(lines), STEP):
        part = lines[start : start + STEP]
        yield from part
        if watcher := _watcher.get():
            watcher(size * len(part) / len(lines))


def _text(name: str) -> str:
    """The text of a file; the stray marks that two codes carry behind them are taken off."""
    path = FOLDER / name
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").replace(f"{STRAY},", ",")


def fingerprint(names: Iterable[str], also: str = "") -> str:
    """A hash of the files' bytes: the same files never need loading twice."""
    digest = hashlib.sha256(also.encode())
    for name in names:
        digest.update((FOLDER / name).read_bytes())
    return digest.hexdigest()


def titled(text: str) -> str | None:
    """A title as published, without the marks that earlier conversions left; None when there is none."""
    cleaned = " ".join(text.replace(STRAY, " ").split())
    return cleaned or None


def listed(text: str) -> list[str]:
    """`ileostomy; stoma` as its parts."""
    return [part.strip() for part in text.split(";") if part.strip()]
