"""Phrases whose words so many jobs hold that they cannot all be read: their words are looked for apart, and it is said."""

import pytest

from jobboard.search.index import texts, wide
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.question import Question
from jobboard.search.index.texts import Texts
from jobboard.search.query import Query
from tests.conftest import MONDAY

TEXT = "You code bowel cases and you write down which code it is. " * 6
BACKWARDS = "It is bowel you code, and which cases you write down. " * 6


@pytest.fixture
def reach(monkeypatch):
    """As if this were the most postings that are read for a question."""
    monkeypatch.setattr(texts, "FEW", 0)
    return lambda most: monkeypatch.setattr(wide, "MOST_READ", most)


@pytest.fixture
def phrases(monkeypatch):
    """What the text engine was asked to read."""
    asked, answer = [], Texts._answering
    monkeypatch.setattr(
        Texts, "_answering", lambda self, one, only: asked.append(str(one)) or answer(self, one, only)
    )
    return asked


def test_a_phrase_within_reach_is_read(a_posting, by_index, reach):
    a_posting("live", description=TEXT)
    a_posting("live", description=BACKWARDS)
    reach(2)
    assert (by_index(q='"bowel cases"').total, by_index(q='"bowel cases"').reading.messages) == (1, ())


def test_beyond_it_the_words_are_looked_for_apart_and_it_is_said(a_posting, by_index, reach, phrases):
    a_posting("live", description=TEXT)
    a_posting("live", description=BACKWARDS)
    a_posting("live", description="You code cases. " * 15)
    reach(1)
    result = by_index(q='"bowel cases"')
    assert (result.total, phrases) == (2, [])
    assert result.reading.messages == (
        "So many jobs hold the words of “bowel cases” that these words are looked for one by one.",
    )


def test_the_phrase_of_the_rarest_words_is_read_first(a_posting, by_index, reach, phrases):
    a_posting("live", description=TEXT + "Zebra stripes. " * 3)
    a_posting("live", description=BACKWARDS)
    reach(2)
    result = by_index(q='"bowel cases" "zebra stripes"')
    assert result.total == 1
    assert "zebra" in phrases[0]
    assert "“bowel cases” that" in result.reading.messages[0]


def test_a_phrase_with_a_minus_beyond_it_keeps_nothing_out(a_posting, by_index, reach, phrases):
    a_posting("live", description=TEXT)
    a_posting("live", description=BACKWARDS)
    reach(1)
    result = by_index(q='-"bowel cases"')
    assert (result.total, phrases) == (2, [])
    assert "nothing was kept out by that" in result.reading.messages[0]


def test_of_one_word_joined_a_hundred_times_one_is_looked_for(a_posting, by_index, reach, monkeypatch):
    a_posting("live", description=TEXT)
    a_posting("live", description=BACKWARDS)
    reach(1)
    looked_for: list[int] = []
    saying = Texts.saying
    monkeypatch.setattr(
        Texts,
        "saying",
        lambda self, terms, titled=(): looked_for.append(len(terms)) or saying(self, terms, titled),
    )
    assert by_index(q="code-" * 100).total == 2
    assert max(looked_for) == 1


def test_a_phrase_that_no_job_holds_falls_apart_into_each_word_once(a_posting, by_index, monkeypatch):
    a_posting("live", description=TEXT)
    asked: list[Question] = []
    holding = Texts.holding
    monkeypatch.setattr(
        Texts,
        "holding",
        lambda self, question, only=None: asked.append(question) or holding(self, question, only),
    )
    assert by_index(q="bowel-code-" * 40).total == 1
    assert max(len(question.all_of) for question in asked) == 2


def test_alerts_read_the_phrase_in_the_few_postings_they_ask_for(a_posting, session, a_keeper, reach):
    said, backwards = a_posting("live", description=TEXT), a_posting("live", description=BACKWARDS)
    reach(1)
    engine = IndexEngine(session, a_keeper().ready(session))
    assert list(engine.among(Query(q='"bowel cases"'), [said.id, backwards.id], MONDAY)) == [said.id]
