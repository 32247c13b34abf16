"""Postings to apply to, and counting what a page asks of the database."""

from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from jobboard.domain.postings.parts import Question
from jobboard.domain.postings.terms import QuestionKind


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


@pytest.fixture
def posting(a_posting):
    return a_posting("live")


@pytest.fixture
def asking(a_posting):
    """A live posting with a question of every kind."""
    return a_posting(
        "live",
        questions=[
            Question(position=1, text="Do you code from operative reports?", kind=QuestionKind.YES_NO),
            Question(position=2, text="How many years of colorectal?", kind=QuestionKind.NUMBER),
            Question(position=3, text="Which encoder do you know best?", kind=QuestionKind.TEXT),
        ],
    )
