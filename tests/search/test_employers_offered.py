"""Of many employers the thirty with the most postings are offered, and of those with equally many the first by name."""

from random import Random

import pytest
from pyroaring import BitMap

from jobboard.search.index.choosing import Chooser
from jobboard.search.index.columns import Columns
from jobboard.search.index.counting import Counter
from jobboard.search.index.facets import MOST_NAMES, named
from jobboard.search.query import Query
from jobboard.search.reading import Reading


@pytest.fixture
def counter(clock):
    """`counter(2, 1, 1)`: of employers named in that order of the alphabet, met by chance, with so many postings each."""

    def build(*many, chosen=()):
        columns = Columns(lambda family: ())
        places = list(enumerate(many))
        Random(3).shuffle(places)
        number = 0
        for place, count in places:
            slug = slug_of(place)
            employer = columns._employer(slug, f"{'Aa'[place % 2]}cme {place:02d}")
            for _ in range(count):
                number += 1
                columns.keys["employer"][number] = employer
                columns.sets["employer"][slug].add(number)
                columns.alive.add(number)
        reading = Reading(Query(employer=chosen))
        return Counter(Chooser(columns, None), reading, BitMap(range(1, number + 1)), clock.now())

    return build


def slug_of(place):
    return f"slug-{99 - place}"  # their order is not that of the names


def slugs(places):
    return [slug_of(place) for place in places]


@pytest.mark.parametrize("employers", [1, 29, 30, 31, 60])
def test_of_equally_large_ones_the_first_by_name_are_offered(counter, employers):
    found = counter(*[1] * employers).of_employers(30)
    assert list(found) == slugs(range(min(employers, 30)))


def test_who_has_more_is_offered_before_those_whose_name_comes_first(counter):
    assert list(counter(*[1] * 30, 2).of_employers(30)) == slugs([30, *range(29)])


@pytest.mark.parametrize("large", [28, 29, 30, 31])
def test_the_last_places_go_to_the_next_largest(counter, large):
    """So many with two postings, and three with one behind them."""
    found = counter(*[1] * 3, *[2] * large).of_employers(30)
    expected = [*range(3, large + 3), *range(3)][:30]
    assert list(found.items()) == [(slug_of(place), 2 if place > 2 else 1) for place in expected]


def test_nobody_is_offered_who_has_nothing_left(counter):
    assert counter(0, 0).of_employers(30) == {}
    assert list(counter(0, 1, 0).of_employers(30)) == slugs([1])


def test_a_facet_names_thirty_and_one_that_is_chosen_beyond_them(counter):
    last = slug_of(30)
    options = named(counter(*[1] * 31), "employer", "Employer", ()).options
    assert [option.value for option in options] == slugs(range(MOST_NAMES)) == slugs(range(30))
    options = named(counter(*[1] * 31, chosen=(last,)), "employer", "Employer", (last,)).options
    assert [option.value for option in options] == [*slugs(range(30)), last]
    assert (options[-1].checked, options[-1].count) == (True, 1)
