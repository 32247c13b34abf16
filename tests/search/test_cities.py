"""A city needs no state where everybody knows which one is meant."""

import pytest

from jobboard.search.understanding.known import Town
from jobboard.search.understanding.places_in import is_known_alone


@pytest.mark.parametrize(
    ("people", "known"), [((2_700_000, 16_000), True), ((232_000, 3_700), True), ((228_000, 111_000), False), ((90_000,), False)]
)  # fmt: skip
def test_a_city_is_known_alone_when_it_is_large_or_nearly_so_and_no_other_comes_near_it(people, known):
    assert (
        is_known_alone([Town("Somewhere", "OH", population, 40.0, -83.0) for population in people]) is known
    )
