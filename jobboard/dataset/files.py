"""The official files that ship with the program: opening them, reading their rows, and telling whether they changed."""

import csv
import gzip
import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "facts"
STRAY = "\ufffd"


def rows(name: str, only: Collection[str] | None = None) -> Iterator[dict[str, str]]:
    """The rows of a CSV file (plain or gzip) by column name; with `only`, those whose first column is wanted."""
    lines = iter(_text(name).splitlines())
    header = next(lines)
    if only is not None:
        lines = (line for line in lines if line.partition(",")[0] in only)
    return iter(csv.DictReader(lines, fieldnames=next(csv.reader([header]))))


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
