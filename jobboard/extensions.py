"""The libraries the program plugs in, made once and bound to an app in `create_app`."""

import sqlite3
from typing import TYPE_CHECKING, Any

from flask import has_request_context, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from jobboard.domain.base import Base, UTCDateTime


def render_item(kind: str, item: Any, context: Any) -> str | bool:
    """Migrations know only SQLAlchemy's own types: a moment is a plain DateTime there."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UTCDateTime) else False


class Database(SQLAlchemy):
    """Its session is, to everybody who is handed it, a plain Session."""

    if TYPE_CHECKING:
        session: Session  # type: ignore[assignment]

    @property
    def is_read(self) -> bool:
        """Whether this request has a transaction already; to ask opens none."""
        sessions: Any = self.session
        return bool(sessions.registry.has() and sessions().in_transaction())


db = Database(metadata=Base.metadata)
migrate = Migrate(render_item=render_item, render_as_batch=True, compare_type=True)
csrf = CSRFProtect()
limiter = Limiter(key_func=get_remote_address, default_limits=[])


@event.listens_for(Engine, "connect")
def open_sqlite(connection: Any, record: Any) -> None:
    """Every commit reaches the disk, readers never wait for the writer, foreign keys hold, a lock is waited for.

    Twenty seconds: loading a part of the dataset beside an open board holds it for a few.
    """
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=20000"):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def begin_sqlite(connection: Any) -> None:
    """Whoever may write takes the write lock at once (a lock asked for half-way can only fail); a page only reads."""
    if connection.dialect.name != "sqlite":
        return
    reads = has_request_context() and request.method in ("GET", "HEAD", "OPTIONS")
    wanted = connection.get_execution_options().get("begin", "DEFERRED" if reads else "IMMEDIATE")
    connection.exec_driver_sql(f"BEGIN {wanted}")
    connection.info["changed at begin"] = connection.connection.driver_connection.total_changes
