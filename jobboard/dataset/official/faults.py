"""What is wrong with a file, line by line: everything is collected, so that one look tells all there is to mend."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from jobboard.dataset.codes import Fact
from jobboard.dataset.writing import Row

SHOWN = 20


class Fault(NamedTuple):
    """`line` counts from 1; 0 is the file as a whole."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}" if self.line else self.what


class BadFile(Exception):
    """A file that cannot be loaded, with every fault that was found in it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(str(fault) for fault in faults[:SHOWN]))
        self.faults = faults


@dataclass
class Stated:
    """What a sound file states: its codes, the facts of its other columns, and the rows that are none of its codes."""

    facts: list[Fact] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    read: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


class Faults:
    """Collects faults while a file is read."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def add(self, line: int, what: str) -> None:
        self._found.append(Fault(line, what))

    def check(self, stated: Stated) -> Stated:
        """What was stated, or BadFile when anything was wrong or nothing was there."""
        if not self._found and not (stated.facts or stated.rows):
            self.add(0, "The file names no code at all.")
        if self._found:
            raise BadFile(*self._found)
        return stated


def whole_file(what: str) -> BadFile:
    return BadFile(Fault(0, what))
