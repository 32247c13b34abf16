"""What the text engine does over a file that was scratched: it panics, which Python meets as no error of any kind it catches."""

from collections.abc import Iterator
from contextlib import contextmanager

PANIC = "PanicException"  # made at run time by the engine's bindings: there is nothing to import


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """A panic goes on as the ValueError that is said of anything damaged, so that it is mended; else whoever asked would
    never be answered."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise ValueError(f"The text index is damaged: {error}") from error
