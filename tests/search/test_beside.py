"""Behind words that are choices already, names come up beside them."""

import pytest

from jobboard import clock
from jobboard.domain.postings.terms import WorkModel
from jobboard.search.index.beside import merged
from jobboard.search.index.engine import IndexEngine
from jobboard.search.query import NOTHING, Query


@pytest.fixture
def suggested(session, a_keeper):
    keeper = a_keeper()
    return lambda text: IndexEngine(session, keeper.ready(session)).suggest(text, clock.now())


def test_a_name_comes_up_beside_what_was_chosen_before_it(suggested, a_posting):
    a_posting("live", work_model=WorkModel.REMOTE, all_states=True, states=[], places=[])
    found = {one.label: one.query for one in suggested("remote cpc tex")}
    assert found["remote cpc, From Texas"] == Query(work=("remote",), credential=("cpc",), from_state="TX")


def test_words_that_are_no_choice_bring_nothing_beside_them(suggested, a_posting):
    a_posting("live")
    assert suggested("zymurgy qqq tex") == []


def test_what_is_chosen_already_is_not_offered_again(suggested, a_posting):
    a_posting("live", work_model=WorkModel.REMOTE, all_states=True, states=[], places=[])
    begun = Query(work=("remote",), credential=("cpc",))
    assert begun not in [one.query for one in suggested("remote cpc rem")]


def test_lists_are_united_and_what_was_answered_already_stands():
    begun = Query(work=("remote",), credential=("cpc",), from_state="TX")
    assert merged(
        begun, Query(credential=("ccs", "cpc"), specialty=("cardiology",), from_state="OH")
    ) == Query(work=("remote",), credential=("cpc", "ccs"), specialty=("cardiology",), from_state="TX")
    assert merged(begun, NOTHING) == merged(NOTHING, begun) == begun
