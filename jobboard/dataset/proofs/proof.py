"""One proof: what a file states, what the database holds, and where the two part."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from jobboard.domain.codes.code import Code

Key = tuple[str, ...]
Statement = tuple[Key, tuple[Any, ...]]


@dataclass(frozen=True)
class Proof:
    """`stated` reads the file, `stored` the rows of one release; both give keys with values in the order of `columns`.

    `without` says why a key of the file is rightly not in the database, or nothing. `kept` is False for tables that hold
    one release alone: where an operator's newer file stands, they cannot be compared with the package.
    """

    part: str
    title: str
    columns: tuple[str, ...]
    stated: Callable[[], Iterable[Statement]]
    stored: Callable[[Session, int], Iterable[Statement]]
    without: Callable[[Key], str] = lambda key: ""
    kept: bool = True


class Difference(NamedTuple):
    key: Key
    column: str
    file: Any
    database: Any

    def __str__(self) -> str:
        return f"{' '.join(self.key)}: {self.column} is {self.database!s} and should be {self.file!s}"


@dataclass
class Outcome:
    """Rows of the file and of the database, and what differs. `short` when the database does not say what the file says."""

    proof: Proof
    in_file: int = 0
    stored: int = 0
    equal: int = 0
    missing: list[Key] = field(default_factory=list)
    extra: list[Key] = field(default_factory=list)
    different: list[Difference] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def short(self) -> bool:
        return self.fault_count > 0

    @property
    def coverage(self) -> float:
        """The part of the file's rows that the database has, 0 to 1."""
        gone = len(self.missing) + self.left_out.total()
        return 1 - gone / self.in_file if self.in_file else 1.0

    @property
    def exactness(self) -> float:
        """The part of those rows whose every value is the file's, 0 to 1."""
        found = self.in_file - len(self.missing) - self.left_out.total()
        return self.equal / found if found else 1.0

    @property
    def fault_count(self) -> int:
        return len(self.missing) + len(self.extra) + len(self.different)

    def faults(self) -> Iterator[str]:
        yield from (f"{' '.join(key)} is not in the database" for key in self.missing)
        yield from (f"{' '.join(key)} is in no file" for key in self.extra)
        yield from map(str, self.different)


def prove(proof: Proof, session: Session, release_id: int) -> Outcome:
    """Compare every row of the file with the release's rows."""
    outcome = Outcome(proof)
    stated = dict(proof.stated())
    outcome.in_file = len(stated)
    for key, values in proof.stored(session, release_id):
        outcome.stored += 1
        expected = stated.pop(key, None)
        if expected is None:
            outcome.extra.append(key)
        elif expected == values:
            outcome.equal += 1
        else:
            outcome.different += _differences(proof, key, expected, values)
    for key in stated:
        if why := proof.without(key):
            outcome.left_out[why] += 1
        else:
            outcome.missing.append(key)
    return outcome


def _differences(
    proof: Proof, key: Key, file: tuple[Any, ...], database: tuple[Any, ...]
) -> Iterator[Difference]:
    for column, one, other in zip(proof.columns, file, database, strict=True):
        if one != other:
            yield Difference(key, column, one, other)


def of_codes(
    record: type[Any], *columns: InstrumentedAttribute[Any]
) -> Callable[[Session, int], Iterator[Any]]:
    """The rows of a release of a fact: the written code, then the columns."""

    def read(session: Session, release_id: int) -> Iterator[Any]:
        wanted = select(Code.code, *columns).select_from(record).join(Code, Code.id == record.code_id)
        return iter(session.execute(wanted.where(record.release_id == release_id)))

    return read


def scaled(whole: int | None, places: int) -> Decimal | None:
    """1632 with 2 places -> 16.32."""
    return None if whole is None else Decimal(whole).scaleb(-places)


def number(text: str) -> Decimal | None:
    """A figure of a file; an empty cell is None."""
    return Decimal(text) if text else None
