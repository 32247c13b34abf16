"""A name beside codes is somebody's, a hospital that is named for somebody is not."""

import pytest

from jobboard.search.understanding.persons_in import names_a_person


@pytest.mark.parametrize(
    "typed", ["44314 Jane Doe", "DOE^JANE 44314", "doe, j 44314", "J. Smith 44314", "Delgado, Maria 44314"]
)
def test_a_name_is_somebody(typed):
    assert names_a_person(typed, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "44314 general surgery",
        "44314 St. John Providence",
        "44314 Kelly Services",
        "44314 Mary Hospital",
        "44314 x 12",
        "44314 Mark",
    ],
)
def test_a_hospital_and_the_words_of_the_trade_are_nobody(typed):
    assert not names_a_person(typed, typed)


def test_what_was_understood_and_who_hires_are_nobody():
    assert not names_a_person("44314 Jackson, James", "44314")
    assert names_a_person("44314 Thomas Jefferson", "44314 Thomas Jefferson")
    assert not names_a_person(
        "44314 Thomas Jefferson", "44314 Thomas Jefferson", {"Thomas Jefferson"}.__contains__
    )
