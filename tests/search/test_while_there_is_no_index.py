"""What the database answers alone while the index of a large board is being made: of less, at once, and it says so."""

import pytest

from jobboard import clock
from jobboard.search import holding
from jobboard.search.query import Query
from jobboard.search.sql import NEWEST_ALONE, SqlEngine


@pytest.fixture
def by_database(session):
    return lambda **words: SqlEngine(session).search(Query(**words), clock.now())


@pytest.fixture
def three(a_posting, clock, monkeypatch):
    """Of three jobs alike, the oldest first, words and codes are looked for in two."""
    monkeypatch.setattr(holding, "MOST_SEARCHED", 2)
    ids = []
    for _ in range(3):
        clock.tick(minutes=1)
        ids.append(a_posting("live", title="Podiatry coder").id)
    return ids


@pytest.mark.parametrize("typed", ["podiatry", "44314", "podiatry coder walrus", "44314 99213"])
def test_words_and_codes_are_looked_for_in_the_newest_jobs_alone(by_database, three, typed):
    result = by_database(q=typed)
    assert list(result.ids) == three[:0:-1]
    assert result.total == 2
    assert NEWEST_ALONE in result.reading.messages


def test_what_is_only_chosen_is_looked_for_everywhere(by_database, three):
    """A page about one state or employer must not be gone for a minute."""
    for result in (by_database(), by_database(work=("remote",)), by_database(employer=("acme-health",))):
        assert set(result.ids) == set(three)
        assert result.reading.messages == ()


def test_a_board_that_is_small_enough_is_gone_through(by_database, a_posting):
    posting = a_posting("live", title="Podiatry coder")
    result = by_database(q="podiatry")
    assert list(result.ids) == [posting.id]
    assert result.reading.messages == ()
