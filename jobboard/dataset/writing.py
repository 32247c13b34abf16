"""Bringing rows into a table: new ones are inserted in bulk, changed ones updated, unchanged ones left alone."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, bindparam, delete, func, insert, select, true, update
from sqlalchemy.orm import Mapped, Session

Row = dict[str, Any]
CHUNK = 5000


class Written(NamedTuple):
    inserted: int
    updated: int
    unseen: list[Row]
    given: int = 0


def table_of(record: type[Any]) -> Table:
    table: Table = record.__table__
    return table


def ids_by(
    session: Session, name: Mapped[str], number: Mapped[int], *where: ColumnElement[bool]
) -> dict[str, int]:
    """Stored numbers by stored names: `ids_by(session, Family.slug, Family.id)`."""
    return {row[0]: row[1] for row in session.execute(select(name, number).where(*where))}


def bring(
    session: Session,
    record: type[Any],
    key: Sequence[str],
    rows: Iterable[Row],
    where: ColumnElement[bool] | None = None,
) -> Written:
    """Make the table say what `rows` say, matched by `key`. Rows without an `id` get the next free one.

    Nothing is deleted: stored rows (within `where`) that `rows` does not name come back as `unseen`.
    """
    table = table_of(record)
    stored = _stored(session, table, key, where)
    numbered = "id" in table.c
    next_id = 1 + (session.scalar(select(func.max(table.c.id))) or 0) if numbered else 0
    new: list[Row] = []
    changed: list[Row] = []
    given = 0
    for row in rows:
        given += 1
        old = stored.pop(tuple(row[name] for name in key), None)
        if old is None:
            if numbered and "id" not in row:
                row, next_id = {"id": next_id, **row}, next_id + 1
            new.append(row)
        elif any(old[name] != value for name, value in row.items()):
            changed.append(row)
    _insert(session, table, new)
    _update(session, table, key, changed)
    return Written(len(new), len(changed), list(stored.values()), given)


def replace(
    session: Session, record: type[Any], rows: Iterable[Row], release_id: int, keep: bool = False
) -> int:
    """Write `rows` in the place of those the release brought before; how many there are. For facts nobody points at.

    They are written as they come, so that a long file never stands in memory whole.
    """
    table = table_of(record)
    if not keep:
        session.execute(delete(table).where(table.c.release_id == release_id))
    count = 0
    waiting = iter(rows)
    while chunk := [{**row, "release_id": release_id} for row in islice(waiting, CHUNK)]:
        _insert(session, table, chunk)
        count += len(chunk)
    return count


def _stored(
    session: Session, table: Table, key: Sequence[str], where: ColumnElement[bool] | None
) -> dict[tuple[Any, ...], Row]:
    found = session.execute(select(table).where(true() if where is None else where)).mappings()
    return {tuple(row[name] for name in key): dict(row) for row in found}


def _insert(session: Session, table: Table, rows: list[Row]) -> None:
    for start in range(0, len(rows), CHUNK):
        session.execute(insert(table), rows[start : start + CHUNK])


def _update(session: Session, table: Table, key: Sequence[str], rows: list[Row]) -> None:
    if not rows:
        return
    matched = [table.c[name] == bindparam(f"key_{name}") for name in key]
    values: Row = {name: bindparam(f"new_{name}") for name in rows[0] if name not in key}
    given = [
        {f"key_{name}": row[name] for name in key} | {f"new_{name}": row[name] for name in values}
        for row in rows
    ]
    session.execute(update(table).where(*matched).values(values), given)
