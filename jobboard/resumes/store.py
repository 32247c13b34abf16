"""Where resumes lie: `<data folder>/resumes/ab/abcd…`, random names that say nothing, whole files or none."""

import os
import re
import secrets
from collections.abc import Container, Iterator
from datetime import datetime, timedelta
from pathlib import Path

NAME = re.compile(r"[0-9a-f]{32}")
UNFINISHED = ".part"
YOUNG = timedelta(days=1)


def place(folder: Path, name: str) -> Path:
    """The path of a stored name. Raises ValueError for anything this store would not have named."""
    if not NAME.fullmatch(name):
        raise ValueError("Not a stored name.")
    return folder / name[:2] / name


def keep(folder: Path, data: bytes) -> str:
    """Write `data` so that it survives a power cut from here on, and return its name.

    Call it before the row that names it is committed: a file without a row is swept, a row without a file is a loss.
    """
    name = secrets.token_hex(16)
    path = place(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(name + UNFINISHED)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    for directory in (path.parent, folder):
        settle(directory)
    return name


def settle(directory: Path) -> None:
    """A new name is on the disk only when its directory is."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def discard(folder: Path, name: str) -> None:
    place(folder, name).unlink(missing_ok=True)


def orphans(folder: Path, known: Container[str], now: datetime) -> Iterator[Path]:
    """Files of yesterday or before that no row names, unfinished ones too. Young ones may belong to a running request."""
    for path in folder.glob("??/*"):
        written = datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)
        if path.name not in known and now - written > YOUNG:
            yield path


def sweep(folder: Path, known: Container[str], now: datetime) -> int:
    """Delete the orphans; how many they were."""
    found = list(orphans(folder, known, now))
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
