"""Puts the demo board into the database in bulk. The caller owns the transaction."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.orm import Session

from jobboard.domain.postings.changes import number_all
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status
from jobboard.seeds.book import Book
from jobboard.seeds.generate import SEED, all_postings, board
from jobboard.seeds.rows.applications import Keep, rows_of_applications
from jobboard.seeds.rows.diaries import diary_of_application, diary_of_posting
from jobboard.seeds.rows.people import Row, Rows, rows_of_people
from jobboard.seeds.rows.postings import rows_of_posting
from jobboard.seeds.rows.procedures import OWNER, rows_of_procedures
from jobboard.seeds.rows.searches import rows_of_searches
from jobboard.seeds.shapes import PostingSeed

CHUNK = 1000
# A posting and its edition name each other: it is written as a draft without one, and then told where it stands.
AFTERWARDS = ("status", "close_reason", "live_edition_id", "draft_edition_id")


class Planted(NamedTuple):
    employers: int
    people: int
    postings: int
    applications: int


def nowhere(data: bytes) -> str:
    """A stored name for a file that is not kept: a board for measuring needs none."""
    return secrets.token_hex(16)


def plant(
    session: Session,
    *,
    now: datetime,
    size: int = 400,
    password: str | None = None,
    keep: Keep = nowhere,
    done: Callable[[int], None] = lambda postings: None,
) -> Planted:
    """Write `size` postings and everything around them. `password` is a hash; `keep` stores a resume's bytes.

    Raises NotInDataset when the code dataset is not loaded. Applications go to the first postings only.
    """
    first = board(now, min(size, 2 * CHUNK))
    book = Book(session)
    write(session, rows_of_people(first, now, password))
    for person in first.people:
        if person.name == OWNER:
            write(session, rows_of_procedures(session, person, now))
        write(session, rows_of_searches(person, now))
    homes = {employer.slug: employer.state for employer in first.employers}
    for number, chunk in enumerate(chunks(islice(all_postings(SEED, now), size))):
        write_postings(session, chunk, homes, book)
        done(number * CHUNK + len(chunk))
    write(session, rows_of_applications(first, now, keep))
    write(session, (row for seed in first.applications for row in diary_of_application(seed)))
    number_all(session)
    return Planted(len(first.employers), len(first.people), size, len(first.applications))


def chunks(postings: Iterable[PostingSeed]) -> Iterator[list[PostingSeed]]:
    waiting = iter(postings)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def write_postings(session: Session, chunk: list[PostingSeed], homes: dict[str, str], book: Book) -> None:
    standing: list[Row] = []

    def without_standing() -> Rows:
        for seed in chunk:
            for record, row in rows_of_posting(seed, homes[seed.employer_slug], book):
                if record is Posting:
                    standing.append({"key": row["id"]} | {f"new_{name}": row[name] for name in AFTERWARDS})
                    row = row | dict.fromkeys(AFTERWARDS) | {"status": Status.DRAFT}
                yield record, row

    write(session, without_standing())
    table = table_of(Posting)
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in AFTERWARDS}
    session.execute(update(table).where(table.c.id == bindparam("key")).values(values), standing)
    write(session, (row for seed in chunk for row in diary_of_posting(seed)))


def write(session: Session, rows: Rows) -> None:
    """Insert the rows table by table, in the order in which the tables are first met."""
    by_record: dict[type[Any], list[Row]] = {}
    for record, row in rows:
        by_record.setdefault(record, []).append(row)
    for record, found in by_record.items():
        session.execute(insert(table_of(record)), found)


def table_of(record: type[Any]) -> Table:
    table: Table = record.__table__
    return table
