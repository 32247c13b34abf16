"""What only postings say that nobody may see takes the work of what nobody says: time would tell what counts keep to themselves."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from jobboard import clock
from jobboard.domain.moderation.reason import Reason
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.texts import Texts
from jobboard.search.query import Query
from tests.builders import DESCRIPTION

SAYS = f"{DESCRIPTION} Says zymurgy at the desk."


@pytest.fixture
def work(session, a_keeper, monkeypatch):
    """`work("word")`: every statement of the database and every question to the texts of one search and its suggestions."""
    keeper, done = a_keeper(), []
    for name in ("saying", "holding", "ways", "who_says", "_answering", "_in"):
        monkeypatch.setattr(Texts, name, counted(getattr(Texts, name), name, done))

    def ask(text):
        engine = IndexEngine(session, keeper.ready(session))
        done.clear()
        event.listen(session.get_bind(), "before_cursor_execute", tell)
        try:
            engine.search(Query(q=text), clock.now())
            engine.suggest(text, clock.now())
        finally:
            event.remove(session.get_bind(), "before_cursor_execute", tell)
        return list(done)

    def tell(connection, cursor, statement, *rest):
        done.append(statement)

    return ask


def counted(real, name, done):
    def call(*given, **named):
        done.append(name)
        return real(*given, **named)

    return call


def put_off(session, posting, by, now):
    posting.opens_at = now + timedelta(days=3)


def paused(session, posting, by, now):
    session.add(posting.pause(by=by, at=now))


def removed(session, posting, by, now):
    session.add(posting.remove(by=by, at=now, reasons=[next(iter(Reason))], note="Not a job."))


def expired(session, posting, by, now):
    posting.closes_at = now - timedelta(minutes=1)


@pytest.mark.parametrize(
    ("hidden", "nobody"),
    [
        ("zymurgy", "zymurgo"),
        ("zebroid", "zebroit"),
        ("coder zymurgy", "coder zymurgo"),
        ("zebrod", "zebrot"),
        ("zymu", "zymo"),
        ('"zymurgy at the desk"', '"zymurgo at the desk"'),
        ("-zymurgy coder", "-zymurgo coder"),
    ],
)
@pytest.mark.parametrize("hide", [put_off, paused, removed, expired])
def test_what_only_it_says_takes_the_work_of_what_nobody_says(
    work, a_posting, session, mira, clock, hide, hidden, nobody
):
    """Both are asked first, for some words are kept."""
    a_posting("live")
    posting = a_posting("live", title="Zebroid coder", description=SAYS)
    work("coder")  # while it is listed
    hide(session, posting, mira, clock.now())
    session.commit()
    work(hidden), work(nobody)
    done = work(nobody)
    assert work(hidden) == done
    assert "holding" in done
