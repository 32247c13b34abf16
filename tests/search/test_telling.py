"""What an employer says in a field is found by the words people use for it, though no sentence of the text has them."""

import pytest

from jobboard.domain.postings.parts import DutyShare, Place
from jobboard.domain.postings.terms import Apprentices, Duty, Schedule, WorkModel
from tests.search.finding import found

SILENT = {"title": "Surgery Desk", "description": "What surgeons do, coded from the report. " * 8}


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("apprentice", {"apprentices": Apprentices.WITH_CONDITIONS, "apprentice_conditions": "A year of billing."}),
        ("weekends", {"schedule": Schedule.WEEKENDS}),
    ],
)  # fmt: skip
def test_a_typed_fact_is_found_by_its_words(session, a_keeper, a_posting, words, terms):
    keeper, without = a_keeper(), a_posting("live", **SILENT)
    posting = a_posting("live", **SILENT, **terms)
    assert found(session, keeper, q=words) == [posting.id] != [without.id]


def test_a_duty_counts_from_a_fifth_of_the_work_and_the_more_the_better(session, a_keeper, a_posting):
    def doing(percent):
        rest = DutyShare(duty=Duty.CODING, percent=100 - percent)
        return a_posting("live", **SILENT, duties=[DutyShare(duty=Duty.CDI, percent=percent), rest])

    keeper, some, all_day, _ = a_keeper(), doing(20), doing(90), doing(15)
    assert found(session, keeper, q="CDI") == [all_day.id, some.id]


def test_a_place_of_work_is_found_by_its_city(session, a_keeper, a_posting):
    tulsa = Place(city="Tulsa", state="OK", lat=36.1, lon=-95.9)
    keeper = a_keeper()
    posting = a_posting(
        "live", **SILENT, work_model=WorkModel.ONSITE, states=[], all_states=False, places=[tulsa]
    )
    assert found(session, keeper, q="tulsa") == [posting.id]
