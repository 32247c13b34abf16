"""What was found stays found while nobody wrote: SQLite tells in microseconds whether anything was committed since."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

Found = TypeVar("Found")
KEPT = "found while unchanged"


def while_unchanged(session: Session, name: str, look: Callable[[], Found]) -> Found:
    """What `look` finds in the database; it looks again only when something was written since, by whomever.

    Kept for each connection, because its own commits it knows by its count of changed rows, those of all others by
    `data_version`. In a transaction that has written, and on PostgreSQL, it always looks.
    """
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return look()
    raw = connection.connection.driver_connection
    assert raw is not None
    changed = raw.total_changes
    if changed != connection.info.get("changed at begin"):
        return look()
    state = (raw.execute("PRAGMA data_version").fetchone(), changed)
    kept: dict[str, tuple[object, Found]] = connection.info.setdefault(KEPT, {})
    if name not in kept or kept[name][0] != state:
        kept[name] = (state, look())
    return kept[name][1]
