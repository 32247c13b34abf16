"""What a posting gives besides pay is found by the words people use for it, and says nothing of the work."""

from decimal import Decimal

import pytest

from jobboard.domain.postings.terms import PayUnit, Schedule
from tests.builders import DESCRIPTION


@pytest.fixture
def desks(a_posting):
    """By name the ids of a posting with a bonus, one with benefits and a salary, and one with neither."""
    rich = {"benefits": ["Medical, dental and vision", "401(k) with match", "Pension after five years"]}
    salary = {"pay_min": Decimal(60_000), "pay_max": Decimal(70_000), "pay_unit": PayUnit.YEAR}
    plain = {"benefits": ["Paid leave"], "other_compensation": "None"}
    return {
        "bonus": a_posting("live", title="Podiatry coder", bonus="Sign-on bonus of $1,500", **plain).id,
        "rich": a_posting("live", title="Cardiology coder", **rich, **salary).id,
        "plain": a_posting("live", title="Wound care coder", schedule=Schedule.WEEKENDS, **plain).id,
    }


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sign on bonus", "bonus"),
        ("signing bonus", "bonus"),
        ("bonus", "bonus"),
        ("pension", "rich"),
        ("401k", "rich"),
        ("health insurance", "rich"),
        ("salaried", "rich"),
    ],
)
def test_what_is_offered_is_found_by_every_name_of_it(by_index, desks, typed, name):
    assert list(by_index(q=typed).ids) == [desks[name]]


def test_what_a_plan_insures_is_no_work(by_index, desks):
    assert by_index(q="dental").total == 0


def test_a_benefit_is_no_word_of_the_work_that_is_named_so(by_index, a_posting):
    a_posting("live", description=f"{DESCRIPTION} A wound.", benefits=["Child care"])
    assert by_index(q="child care").total == 1
    assert by_index(q="wound care").total == 0


def test_more_pay_at_weekends_is_no_work_at_weekends(by_index, desks, a_posting):
    a_posting("live", title="Dermatology coder", other_compensation="Weekend differential of $2 an hour")
    assert list(by_index(q="weekends").ids) == [desks["plain"]]


def test_it_is_said_that_an_offer_was_found(by_index, desks):
    assert by_index(q="pension").reasons[desks["rich"]] == ["“pension” in the details"]


def test_a_code_set_finds_those_whose_families_are_of_it(by_index, desks):
    every = set(by_index().ids)
    assert set(by_index(q="CPT").ids) == every
    assert by_index(q="ICD-10-PCS").total == 0
