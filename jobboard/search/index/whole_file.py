"""Files that several processes write and read: each is there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """What is written takes the file's place at the end. Every process writes beside it under a name of its own, for two often
    keep the same thing at once; what fails leaves nothing on a full disk."""
    new = file.with_suffix(f".{os.getpid()}.new")
    try:
        with new.open("wb") as out:
            yield out
        os.replace(new, file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
