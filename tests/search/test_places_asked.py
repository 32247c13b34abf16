"""Who names a city sees what is there, and after it what is done from home in its state; who draws a circle sees what is in it."""

import pytest

from jobboard.domain.postings.parts import Place, StateTag
from jobboard.domain.postings.terms import WorkModel
from jobboard.search.reading import Point

HOUSTON = {"city": "Houston", "state": "TX", "lat": 29.77, "lon": -95.38}
DALLAS = {"city": "Dallas", "state": "TX", "lat": 32.79, "lon": -96.77}


@pytest.fixture
def desks(a_posting, clock):
    """By name the ids of postings there, elsewhere, and at home in Texas and in Ohio."""

    def remote(state):
        clock.tick(minutes=1)
        return a_posting(
            "live",
            work_model=WorkModel.REMOTE,
            all_states=False,
            states=[StateTag(state=state)],
            states_reason="Payroll.",
            places=[],
        )

    def there(place):
        return a_posting(
            "live", work_model=WorkModel.ONSITE, all_states=False, states=[], places=[Place(**place)]
        )

    made = {"there": there(HOUSTON), "elsewhere": there(DALLAS), "home": remote("TX"), "away": remote("OH")}
    return {name: posting.id for name, posting in made.items()}


def test_a_city_alone_is_what_is_there_and_then_what_is_done_from_home_in_its_state(by_index, desks):
    result = by_index(q="houston")
    assert list(result.ids) == [desks["there"], desks["home"]]
    assert result.total == 2


def test_both_engines_take_home_for_near(search, desks):
    assert set(search(near="Houston, TX", or_remote=True).ids) == {desks["there"], desks["home"]}


def test_a_circle_holds_nothing_but_what_is_in_it(search, desks):
    assert list(search(q="within 20 miles of houston").ids) == [desks["there"]]
    assert list(search(near="Houston, TX").ids) == [desks["there"]]


def test_beside_words_too_what_is_there_leads(by_index, a_posting, desks):
    title = "Lymphedema coder, lymphedema desk"
    home = a_posting("live", title=title, work_model=WorkModel.REMOTE, all_states=True, states=[], places=[])
    desk = {"work_model": WorkModel.ONSITE, "all_states": False, "states": [], "places": [Place(**HOUSTON)]}
    there = a_posting("live", title="Coder of many things, lymphedema now and then", **desk)
    assert list(by_index(q="lymphedema houston").ids) == [there.id, home.id]


def test_what_is_in_the_city_stands_before_what_is_near_it(by_index, a_posting, clock, desks):
    clock.tick(minutes=1)
    pasadena = Place(city="Pasadena", state="TX", lat=29.68, lon=-95.15)
    newer = a_posting("live", work_model=WorkModel.ONSITE, all_states=False, states=[], places=[pasadena])
    assert list(by_index(q="houston").ids) == [desks["there"], newer.id, desks["home"]]
    assert list(by_index(near="Houston, TX").ids) == [desks["there"], newer.id]


@pytest.mark.parametrize("name", ["Houston, TX", "77002 (Houston, TX)"])
def test_a_place_tells_its_state(name):
    assert Point(29.77, -95.38, name).state == "TX"
