"""Who says a word is looked up: as the board changes, in every process, and before and after the file of words is made anew."""

from datetime import timedelta

import pytest
from pyroaring import BitMap

from jobboard.search.index import word_sets
from jobboard.search.index.asking import Asking
from jobboard.search.index.question import Question, Way, at_least
from jobboard.search.query import Query
from jobboard.search.reading import understand
from tests.search.finding import found


def test_a_word_that_was_taken_out_of_a_posting_finds_it_no_more_in_any_process(session, a_keeper, a_posting):
    posting = a_posting("live", title="Cryptic colorectal coder")
    one, other = a_keeper(), a_keeper()
    assert found(session, one, q="cryptic") == found(session, other, q="cryptic") == [posting.id]
    posting.live_edition.title = "Arcane colorectal coder"
    posting.closes_at += timedelta(days=1)  # what changes a posting itself is what the log tells
    session.commit()
    for keeper in (one, other, a_keeper()):
        assert found(session, keeper, q="cryptic") == []
        assert found(session, keeper, q="arcane") == [posting.id]


def test_a_word_that_only_a_hidden_posting_says_is_looked_for_no_further(
    session, a_keeper, a_posting, mira, clock
):
    posting, other = a_posting("live", title="Cryptic coder"), a_posting("live", title="Plain coder")
    keeper = a_keeper()
    assert found(session, keeper, q="cryptic") == [posting.id]
    session.add(posting.pause(by=mira, at=clock.time))
    session.commit()
    assert found(session, keeper, q="coder") == [other.id]
    sets = keeper.index.texts.sets
    assert not sets.are_said("title", ["cryptic"])
    assert not sets.are_said("title", ["cryptic", "coder"])
    assert sets.are_said("title", ["plain", "coder"])


@pytest.fixture
def few_changes(monkeypatch):
    """Every change is reason enough for another file."""
    monkeypatch.setattr(word_sets, "MOST_LATE", 0)


def test_the_file_of_words_is_made_anew_when_enough_changed(
    session, folder, a_keeper, a_posting, few_changes
):
    first, keeper = a_posting("live", title="Cryptic coder"), a_keeper()
    found(session, keeper)
    before = (folder / "words.bin").read_bytes()
    second = a_posting("live", title="Arcane coder")
    assert found(session, keeper, q="arcane") == [second.id]
    assert (folder / "words.bin").read_bytes() != before
    for process in (keeper, a_keeper()):
        assert found(session, process, q="arcane") == [second.id]
        assert found(session, process, q="cryptic") == [first.id]


@pytest.mark.parametrize(
    "typed",
    ["coder", "remote coder", '"colorectal coder"', "colo", "coder -remote", "risk adjustment hcc", "inpatient denial cryptic"],
)  # fmt: skip
def test_what_is_looked_up_is_what_the_text_engine_finds(session, a_keeper, chance_board, clock, typed):
    chance_board(7)
    index = a_keeper().ready(session)
    reading = understand(session, Query(q=typed), clock.time.date())
    looked_up = Asking(index.chooser, index.texts, reading, clock.time).tiers
    index.texts.sets = None
    assert Asking(index.chooser, index.texts, reading, clock.time).tiers == looked_up


def test_so_many_of_the_words_have_to_be_said():
    sets = [BitMap([1, 2, 3]), BitMap([2, 3]), BitMap([3, 4])]
    assert [at_least(least, sets) for least in (1, 2, 3)] == [
        BitMap([1, 2, 3, 4]),
        BitMap([2, 3]),
        BitMap([3]),
    ]


def test_of_a_few_postings_only_those_are_found():
    way = Way("title", ("coder",), 1.0)
    assert Question(None, [[way]]).held(lambda ways: BitMap([1, 2]), BitMap([2, 3])) == BitMap([2])
