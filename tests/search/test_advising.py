"""Where nothing is found, the search says what to let go of, and how many jobs that brings."""

from decimal import Decimal

import pytest

from jobboard.domain.postings.terms import WorkModel
from jobboard.search.query import Query
from tests.search.chance import place


@pytest.fixture
def two_desks(a_posting):
    a_posting("live", title="Cardiology coder")
    a_posting(
        "live", title="Podiatry auditor", work_model=WorkModel.ONSITE, all_states=False, places=[place("Houston", "TX")]
    )  # fmt: skip


def told(result):
    return {one.label: one.jobs for one in result.advice}


def test_it_names_the_choice_to_drop_and_what_that_brings(by_index, two_desks):
    result = by_index(q="podiatry", work=("remote",))
    assert result.total == 0
    assert told(result) == {"Work model: Remote": 1, "“podiatry”": 1}
    first = {one.label: one.query for one in result.advice}["Work model: Remote"]
    assert first == Query(q="podiatry")


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "podiatry", "work": ("remote",)},
        {"q": "podiatry cardiology nonsense"},
        {"q": "44314 podiatry", "state": ("OH",)},
        {"work": ("hybrid",), "apprentice": True},
        {"near": "Houston, TX", "q": "cardiology -coder"},
        {"setting": ("payer",), "from_state": "TX", "pay_min": Decimal(90)},
    ],
    ids=str,
)
def test_each_holds_as_many_jobs_as_it_says(by_index, two_desks, asked):
    advice = by_index(**asked).advice
    assert advice
    for one in advice:
        found = by_index(**{name: getattr(one.query, name) for name in one.query.__dataclass_fields__})
        assert found.total == one.jobs > 0, one.label
    assert [one.jobs for one in advice] == sorted((one.jobs for one in advice), reverse=True)


def test_two_choices_go_together_only_where_no_single_one_helps(by_index, two_desks):
    assert told(by_index(work=("hybrid",), setting=("payer",))) == {
        "Work model: Hybrid and Setting: Payer": 2
    }


def test_where_enough_is_found_nothing_is_advised(by_index, a_posting):
    for _ in range(3):
        a_posting("live")
    assert by_index(work=("remote",)).advice == ()


def test_with_nothing_to_let_go_of_there_is_no_advice(by_index):
    assert by_index().advice == ()
