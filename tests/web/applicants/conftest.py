"""Counting what a page asks of the database."""

from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event


@pytest.fixture
def queries():
    """`with queries() as seen:` collects every statement that is run meanwhile."""

    @contextmanager
    def collect():
        seen = []

        def note(connection, cursor, statement, *more):
            if not statement.startswith(("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")):
                seen.append(statement)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(Engine, "before_cursor_execute", note)

    return collect
