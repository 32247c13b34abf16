"""Regions, and what people call a city with all that is around it: one choice, whoever counts."""

import pytest

from jobboard.domain.places.place import State
from jobboard.domain.places.regions import REGIONS
from jobboard.domain.postings.parts import Place, StateTag
from jobboard.domain.postings.terms import WorkModel
from jobboard.search.parameters import read
from jobboard.search.query import Query
from jobboard.search.reading import understand
from jobboard.web.jobs.chips import chips
from tests.conftest import MONDAY

SAID = [
    ("jobs in the midwest", "from_state=midwest"),
    ("Mid-Atlantic coder", "from_state=mid-atlantic"),
    ("PNW", "from_state=pacific-northwest"),
    ("tri-state area", "from_state=tri-state"),
    ("onsite new england", "work=onsite&state=new-england"),
    ("remote, east coast", "work=remote&from_state=east-coast"),
    ("southwest texas", "from_state=TX"),
    ("central texas", "from_state=TX"),
    ("houston metro area", "near=Houston,+TX&or_remote=yes"),
    ("DFW", "near=Dallas,+TX&miles=50&or_remote=yes"),
    ("within 10 miles of dfw", "near=Dallas,+TX&miles=10"),
]


@pytest.mark.parametrize(("typed", "address"), SAID)
def test_a_region_is_read_as_people_say_it(session, typed, address):
    found = understand(session, Query(q=typed), MONDAY.date()).query
    assert found.url("") == f"?{address}"
    assert understand(session, found, MONDAY.date()).query == found


@pytest.mark.parametrize("typed", ['"midwest"', "-midwest", "north carolina", "west virginia"])
def test_what_is_quoted_denied_or_a_state_is_no_region(session, typed):
    query = understand(session, Query(q=typed), MONDAY.date()).query
    assert not {query.from_state, *query.state} & REGIONS.keys()


DENIED = [
    ("midwest", "midwest"),
    ("texas", "texas"),
    ("TX", "texas"),
    ("new york", "new york"),
    ("dallas", "dallas"),
]


@pytest.mark.parametrize(("place", "said"), DENIED)
def test_a_place_that_is_denied_is_kept_out(session, place, said):
    """It was read as the very place that was not wanted."""
    found = understand(session, Query(q=f"inpatient, not {place}"), MONDAY.date())
    assert found.query == Query(q=f'inpatient -"{said}"')
    assert understand(session, Query(q=f"inpatient, not in {place}"), MONDAY.date()).query == found.query
    assert [term.ways[0] for term in found.terms if term.minus] == [said]
    assert understand(session, found.query, MONDAY.date()).query == found.query


@pytest.mark.parametrize("name", ["Great Lakes Radiology", "Northwest Medical Center", "Bay Area Hospital"])
def test_an_employer_who_is_named_for_a_region_is_found_by_name(session, a_posting, name):
    typed = Query(q=name.lower())
    assert understand(session, typed, MONDAY.date()).query != typed
    posting = a_posting("live")
    posting.employer.name = name
    session.commit()
    assert understand(session, typed, MONDAY.date()).query == typed
    elsewhere = Query(q=f"{' '.join(typed.q.split()[:2])} medical coder")
    assert understand(session, elsewhere, MONDAY.date()).query != elsewhere


def test_a_region_says_which_states_it_takes_in(session):
    found = understand(session, Query(from_state="tri-state"), MONDAY.date())
    assert [chip.label for chip in chips(found, "/jobs")] == ["Tri-state area (CT, NJ, NY)"]
    many = understand(session, Query(state=("midwest",)), MONDAY.date())
    assert [chip.label for chip in chips(many, "/jobs")] == ["Midwest (12 states)"]
    assert found.labels["from_state", "tri-state"] == "Tri-state area"


def test_an_address_names_a_region_in_any_case_and_nothing_unknown():
    assert read({"from_state": ["Midwest"], "state": ["tx", "DEEP-SOUTH"]})[0] == Query(
        from_state="midwest", state=("TX", "deep-south")
    )
    assert read({"from_state": ["narnia"]})[1] == [
        "Part of “Can I do it from” was not understood and is left out."
    ]


def test_every_state_of_a_region_is_one(session):
    there = {state.code for state in session.query(State) if state.is_a_state}
    assert {code for region in REGIONS.values() for code in region.states} <= there
    assert all(region.states == tuple(sorted(set(region.states))) for region in REGIONS.values())


@pytest.fixture
def desks(a_posting, clock):
    """Ids of postings in Ohio, at home in Ohio, at home anywhere, and in Texas, the oldest first."""
    home = {"work_model": WorkModel.REMOTE, "places": []}
    made = {}
    for name, terms in {
        "there": {"places": [Place(city="Dayton", state="OH", lat=39.8, lon=-84.2)]},
        "home": home | {"states": [StateTag(state="OH")], "states_reason": "Payroll."},
        "anywhere": home | {"all_states": True},
        "away": {"places": [Place(city="Dallas", state="TX", lat=32.8, lon=-96.8)]},
    }.items():
        made[name] = a_posting(
            "live", **{"work_model": WorkModel.ONSITE, "all_states": False, "states": []} | terms
        ).id
        clock.tick(minutes=1)
    return made


def test_what_is_in_a_region_leads_then_what_names_its_states_then_what_is_open_to_all(by_index, desks):
    result = by_index(from_state="midwest")
    assert list(result.ids) == [desks["there"], desks["home"], desks["anywhere"]]


def test_both_engines_find_the_same_in_a_region(search, desks):
    assert set(search(from_state="midwest").ids) == {desks["there"], desks["home"], desks["anywhere"]}
    assert set(search(state=("great-lakes",)).ids) == {desks["there"]}
    assert set(search(state=("great-lakes", "TX")).ids) == {desks["there"], desks["away"]}


def test_a_region_that_is_chosen_stands_among_the_choices_with_its_count(by_index, desks):
    facets = {facet.name: facet for facet in by_index(from_state="midwest", state=("great-lakes",)).facets}
    first = facets["from_state"].options[0]
    assert (first.value, first.label, first.checked) == ("midwest", "Midwest", True)
    assert (
        facets["state"].options[0].count == by_index(from_state="midwest", state=("great-lakes",)).total == 1
    )
