"""How far one place is from another, beside distances that atlases give."""

import pytest

from jobboard.domain.places.distance import Spots, within

DALLAS, FORT_WORTH, CHICAGO, NEW_YORK = (
    (32.7767, -96.797),
    (32.7555, -97.3308),
    (41.8781, -87.6298),
    (40.7128, -74.006),
)
SYDNEY, ANCHORAGE = (-33.8688, 151.2093), (61.2181, -149.9003)


@pytest.mark.parametrize(
    ("one", "other", "miles"),
    [
        (DALLAS, FORT_WORTH, 31),
        (CHICAGO, NEW_YORK, 711),
        (DALLAS, ANCHORAGE, 3043),  # the shorter way, over the top
        (ANCHORAGE, SYDNEY, 7349),  # the other side of the date line
    ],
)
def test_a_place_is_within_the_miles_that_it_is_away_and_not_within_fewer(one, other, miles):
    near = Spots([one])
    assert near.within(other, miles * 1.005) == [one]
    assert near.within(other, miles * 0.995) == []


def test_everything_is_within_half_way_around_and_a_place_is_at_itself():
    everywhere = [DALLAS, SYDNEY, ANCHORAGE]
    assert within(everywhere, CHICAGO, 13_000) == everywhere
    assert within(everywhere, SYDNEY, 0) == [SYDNEY]
    assert within([], SYDNEY, 50) == []
