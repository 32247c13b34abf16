"""Why a posting was found, from its tags alone."""

import pytest

from jobboard.search.query import Query
from jobboard.search.reading import understand
from jobboard.search.reasons import Tagged, reasons
from tests.conftest import MONDAY


@pytest.fixture
def why(session):
    """`why("44314", families=["44314"])`: the reason of a posting tagged with the leaf families of those codes."""

    def build(q, families=(), specialties=()):
        reading = understand(session, Query(q=q), MONDAY.date())
        ids = {understand(session, Query(q=code), MONDAY.date()).codes[0].families[0].id for code in families}
        found = reasons(reading, {"it": Tagged(ids, set(specialties))})
        return found["it"][0] if found else None

    return build


def test_words_alone_need_no_reason(why):
    assert why("denials") is None


def test_one_code_is_covered_coded_or_mentioned(why, session):
    assert why("44314", families=["44314", "99213"]).startswith("covers 44314: 44300")
    doing = understand(session, Query(q="44314"), MONDAY.date()).codes[0].specialties
    id, name = next(iter(doing.items()))
    assert why("44314", specialties=[id]) == f"{name} codes 44314"
    assert why("44314") == "mentions 44314 in its text"


def test_a_family_that_holds_all_of_a_range_says_so(why):
    assert why("44310-44320", families=["44314"]).startswith("covers 44310-44320: 44300")


def test_a_family_that_holds_a_part_of_a_range_says_which(why):
    assert why("44000-44799", families=["44314"]).startswith("covers 44300-44346 of 44000-44799: ")
    assert why("I20-I25", families=["I25.10"]).startswith("covers I25 of I20-I25: ")


def test_a_list_says_how_much_of_it_is_covered_and_what_is_missing(why):
    assert why("44314 99213", families=["44314", "99213"]) == "covers both codes"
    assert why("44314 99213", families=["44314"]) == "covers 1 of 2 codes; missing 99213"
    counted = why("44314 99213*9", families=["99213"])
    assert counted == "covers 1 of 2 codes, 90% of the volume; missing 44314"


def test_a_share_is_never_rounded_to_all_or_nothing(why):
    assert "99% of the volume" in why("44314 99213*9999", families=["99213"])
    assert "1% of the volume" in why("44314 99213*9999", families=["44314"])


def test_at_most_five_missing_codes_are_named(why):
    said = why("44314 99213 45378 93306 70450 J1885 I25.10 E11.65", families=["44314"])
    assert said.endswith("missing 99213, 45378, 93306, 70450, J1885 and 2 more")
