"""What a loader found in its files and what became of it: rows read, rows written, rows left out and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from jobboard.dataset.writing import Row, Written, bring, replace


@dataclass
class Report:
    """`rows` is how many the part stands with now; `written` how many of them were new or changed."""

    rows: int = 0
    read: int = 0
    written: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def reading(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, counted as they pass."""
        for row in rows:
            self.read += 1
            yield row

    def skip(self, why: str, count: int = 1) -> None:
        if count:
            self.skipped[why] += count

    def known(self, rows: Iterable[Row], ids: dict[str, int], column: str = "code") -> Iterator[Row]:
        """The rows whose code is in the release; the others are left out, and counted."""
        for row in self.reading(rows):
            if row[column] in ids:
                yield row
            else:
                self.skip("a code that the release does not have")

    def bring(
        self,
        session: Session,
        record: type[Any],
        key: list[str],
        rows: Iterable[Row],
        where: ColumnElement[bool] | None = None,
    ) -> Written:
        """Make the table say what `rows` say, and count what that took."""
        written = bring(session, record, key, rows, where)
        self.rows += written.given
        self.written += written.inserted + written.updated
        return written

    def replace(
        self, session: Session, record: type[Any], rows: Iterable[Row], release_id: int, keep: bool = False
    ) -> None:
        """Put `rows` in the place of what the release said before, or with `keep` beside it."""
        count = replace(session, record, rows, release_id, keep)
        self.rows += count
        self.written += count
