"""What was found stays found while nobody wrote: SQLite tells in microseconds whether anything was committed since."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session

Found = TypeVar("Found")
KEPT = "found while unchanged"


def written(raw: Any) -> tuple[object, int]:
    """Equal for two moments of one connection of SQLite between which nothing was committed by anybody."""
    return raw.execute("PRAGMA data_version").fetchone(), raw.total_changes


def while_unchanged(session: Session, name: str, look: Callable[[], Found]) -> Found:
    """What `look` finds in the database; it looks again only when something was written since, by whomever.

    Kept for each connection, because its own commits it knows by its count of changed rows, those of all others by
    `data_version`. In a transaction that has written, and on PostgreSQL, it always looks.
    """
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return look()
    state = written(connection.connection.driver_connection)
    if state[1] != connection.info.get("changed at begin"):
        return look()
    kept: dict[str, tuple[object, Found]] = connection.info.setdefault(KEPT, {})
    if name not in kept or kept[name][0] != state:
        kept[name] = (state, look())
    return kept[name][1]
