"""Where nothing is found, the search says what to let go of, and how many jobs that brings."""

from dataclasses import fields
from decimal import Decimal

import pytest

from jobboard.domain.postings.terms import WorkModel
from jobboard.search.index.advising import ANY
from jobboard.search.query import BESIDE, Query
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
    assert told(result) == {"Any work model, not only Remote": 1, "Without “podiatry”": 1}
    first = {one.label: one.query for one in result.advice}["Any work model, not only Remote"]
    assert first == Query(q="podiatry")


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "podiatry", "work": ("remote",)},
        {"q": '"podiatry coder" cardiology'},
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
    assert told(by_index(work=("hybrid",), setting=("payer",))) == {"Any work model, any setting": 2}


def test_a_wider_circle_is_offered_where_one_brings_more(by_index, a_posting):
    """Galveston is a little more than 50 miles from the middle of Houston."""
    a_posting("live", work_model=WorkModel.ONSITE, all_states=False, places=[place("Galveston", "TX")])
    a_posting("live")
    result = by_index(near="Houston, TX", miles=10)
    assert told(result) == {
        "Within 100 miles of Houston, TX": 1, "Also remote jobs open to TX": 1, "Anywhere, not only near Houston, TX": 2,
    }  # fmt: skip
    ways = {one.label: one.query for one in result.advice}
    assert ways["Within 100 miles of Houston, TX"] == Query(near="Houston, TX", miles=100)


def test_all_jobs_are_no_advice(by_index, two_desks):
    """Without anything that was typed and chosen there is the whole board: the page has a button for that."""
    for typed in ("podiatry cardiology nonsense", "podiatry -auditor", "walrus"):
        assert Query() not in [one.query for one in by_index(q=typed).advice]


def test_every_filter_has_words_for_going_without_it(by_index):
    assert set(ANY) == {field.name for field in fields(Query)} - {"q", "sort", "page", *BESIDE}


def test_where_enough_is_found_nothing_is_advised(by_index, a_posting):
    for _ in range(3):
        a_posting("live")
    assert by_index(work=("remote",)).advice == ()


def test_with_nothing_to_let_go_of_there_is_no_advice(by_index):
    assert by_index().advice == ()


def test_words_in_quotes_that_nobody_says_so_are_offered_without_them(by_index, a_posting):
    a_posting("live", title="Podiatry and orthotics auditor")
    result = by_index(q='"auditor podiatry"')
    assert told(result) == {"These words, not exactly as they stand in quotes": 1}
    assert result.advice[0].query == Query(q="auditor podiatry")


def test_who_takes_no_apprentices_is_advised_in_one_half_sentence(by_index, two_desks):
    assert "Also without apprentices" in told(by_index(q="podiatry", apprentice=True))


def test_who_asks_for_a_place_is_told_of_what_is_done_from_home_in_its_state(by_index, two_desks):
    result = by_index(q="cardiology", near="Houston, TX")
    assert result.total == 0
    assert told(result)["Also remote jobs open to TX"] == 1
    either = {one.label: one.query for one in result.advice}["Also remote jobs open to TX"]
    assert by_index(**{name: value for name, value in vars(either).items() if value}).total == 1
