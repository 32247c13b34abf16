"""What is kept while nothing was written is never older than the last commit."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from jobboard.domain.postings.changes import PostingChange
from jobboard.search.unchanged import while_unchanged


@pytest.fixture
def another(app, board):
    with board.session(app) as session:
        yield session


def lines(session: Session) -> int:
    look = select(func.count()).select_from(PostingChange)
    return while_unchanged(session, "test", lambda: session.scalar(look) or 0)


def write(session: Session) -> None:
    session.execute(text("INSERT INTO posting_change (posting_id) VALUES ('made-for-this-test')"))


def test_what_another_connection_commits_is_seen_at_the_next_look(session, another):
    before = lines(session)
    session.rollback()
    write(another)
    another.commit()
    assert lines(session) == before + 1


def test_what_the_connection_commits_itself_is_seen_at_the_next_look(session):
    before = lines(session)
    session.rollback()
    write(session)
    session.commit()
    assert lines(session) == before + 1


def test_what_was_taken_back_is_not_kept(session):
    before = lines(session)
    session.rollback()
    write(session)
    assert lines(session) == before + 1
    session.rollback()
    assert lines(session) == before


def test_while_nothing_is_written_nobody_looks_again(session):
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("PostgreSQL is always asked")
    with session.get_bind().connect() as connection, Session(connection) as one:
        lines(one)
        one.rollback()
        assert while_unchanged(one, "test", lambda: pytest.fail("looked again")) is not None
