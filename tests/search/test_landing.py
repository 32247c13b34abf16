"""Which landing pages there are, and that each counts what the search counts."""

from datetime import timedelta
from decimal import Decimal

import pytest

from jobboard import clock
from jobboard.domain.postings import parts, terms
from jobboard.search.index.engine import IndexEngine
from jobboard.search.landing.facts import facts
from jobboard.search.landing.page import Landing
from jobboard.search.landing.ways import Ways

ONSITE = terms.WorkModel.ONSITE


def in_texas():
    return [parts.Place(city="Austin", state="TX", lat=30.3, lon=-97.7)]


def from_texas():
    return [parts.StateTag(state="TX"), parts.StateTag(state="OK")]


@pytest.fixture
def ways(a_keeper, session):
    """What there is now."""
    return lambda: Ways(a_keeper().ready(session), clock.now())


@pytest.fixture
def some_jobs(a_posting):
    """Three jobs from anywhere, two on site in Texas, two remote from Texas and Oklahoma, one that is no longer live."""
    for _ in range(3):
        a_posting("live")
    for _ in range(2):
        a_posting("live", work_model=ONSITE, all_states=False, places=in_texas(), credentials=[])
        a_posting("live", all_states=False, states=from_texas(), states_reason="Payroll is registered there.")
    a_posting("closed", work_model=ONSITE, all_states=False, places=in_texas())


def every(ways):
    return {way.landing: way for way in ways.every()}


def test_every_page_holds_what_its_search_holds(some_jobs, ways, a_keeper, session):
    engine = IndexEngine(session, a_keeper().ready(session))
    found = every(ways())
    assert {landing.kinds for landing in found} >= {
        ("specialty",), ("credential",), ("family",), ("state",), ("work",), ("specialty", "state"),
        ("specialty", "credential"), ("specialty", "work"), ("credential", "work"),
    }  # fmt: skip
    for landing, way in found.items():
        assert way.jobs == engine.search(landing.query, clock.now()).total >= 3, landing


def test_two_jobs_make_no_page(a_posting, ways):
    a_posting("live")
    second = a_posting("live")
    assert every(ways()) == {}
    a_posting("live")
    assert Landing(credential="cpc") in every(ways())
    clock.now = lambda at=second.closes_at: at
    assert every(ways()) == {}


def test_a_states_page_needs_three_jobs_that_name_it(some_jobs, ways):
    """Jobs from anywhere are the same for every state: alone they make no page about one."""
    found = every(ways())
    assert found[Landing(state="TX")].jobs == 7
    assert Landing(state="OK") not in found
    assert Landing(state="WY") not in found
    assert Landing(credential="cpc", state="TX") not in found


def test_a_page_knows_its_newest_change(a_posting, ways, clock):
    for _ in range(3):
        a_posting("live")
    later = clock.tick(days=2)
    a_posting("live", credentials=[])
    found = every(ways())
    assert found[Landing(credential="cpc")].changed_at == later - timedelta(days=2)
    assert found[Landing(work="remote")].changed_at == later


def test_the_middle_of_the_pay_is_that_of_the_ranges_ends(a_posting, ways):
    for low, high in ((20, 30), (24, 32), (26, 40), (28, 44), (30, 50)):
        a_posting("live", pay_min=Decimal(low), pay_max=Decimal(high))
    a_posting("live", pay_min=Decimal(2), pay_max=Decimal(3), pay_unit=terms.PayUnit.CHART, target=12)
    found = facts(ways(), Landing(credential="cpc"))
    assert (found.jobs, found.pay.jobs, found.pay.low, found.pay.high) == (6, 5, 24, 44)


def test_pay_that_two_jobs_say_is_not_summed_up(a_posting, ways):
    for _ in range(2):
        a_posting("live")
    a_posting("live", pay_min=Decimal(2), pay_max=Decimal(3), pay_unit=terms.PayUnit.CHART, target=12)
    assert facts(ways(), Landing(credential="cpc")).pay is None


def test_facts_count_what_a_further_choice_would_leave(some_jobs, ways, a_keeper, session):
    engine = IndexEngine(session, a_keeper().ready(session))
    page = Landing(state="TX")
    found = facts(ways(), page)
    counts = [({"work": (value,)}, jobs) for value, jobs in found.work.items()]
    counts += [({"credential": (value,)}, jobs) for value, jobs in found.credentials.items()]
    counts += [({"employer": (value,)}, jobs) for value, jobs in found.employers.items()]
    assert len(counts) == 5
    for more, jobs in counts:
        assert engine.search(page.query.but(**more), clock.now()).total == jobs, more
