"""Files that several processes write and read: each is there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """What is written takes the file's place at the end. Every process writes beside it under a name of its own, for two often
    keep the same thing at once; what fails leaves nothing on a full disk, what ended in the middle until somebody writes next."""
    for left in file.parent.glob(f"{file.stem}.*.new"):
        if not _is_written(left):
            left.unlink(missing_ok=True)
    new = file.with_suffix(f".{os.getpid()}.new")
    try:
        with new.open("wb") as out:
            yield out
        os.replace(new, file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _is_written(new: Path) -> bool:
    """Whether the process that began it may still be at it."""
    try:
        os.kill(int(new.suffixes[-2][1:]), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        pass  # there is one, of somebody else
    return True
