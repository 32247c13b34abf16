"""Of a long list of choices the results show the commonest and what is chosen; the rest is a step away, and nothing is lost."""

import pytest

from jobboard.domain.postings.terms import WorkModel
from jobboard.search.engine import Facet, Option
from jobboard.search.index.keeper import Keeper
from jobboard.web.jobs import long_lists
from jobboard.web.jobs.long_lists import LISTS, Long, in_sight
from tests.search.chance import in_every_one_of

STATES = ["AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DE", "FL", "TX"]


@pytest.fixture
def spread(a_posting):
    """One job with a place of work in each of ten states."""
    a_posting(
        "live",
        title="Traveling coder",
        work_model=WorkModel.ONSITE,
        all_states=False,
        places=in_every_one_of(STATES),
    )


def names(count, *, chosen=()):
    return tuple(Option(f"v{n}", f"Value {n}", 100 - n, n in chosen) for n in range(count))


@pytest.mark.parametrize("group", LISTS)
def test_a_list_that_is_hardly_longer_than_its_part_stands_there_whole(group):
    facet = Facet(group, group, "Choices", names(LISTS[group].shown + long_lists.SPARE))
    assert in_sight(facet) is facet


@pytest.mark.parametrize("group", LISTS)
def test_of_a_longer_one_the_most_and_all_that_is_chosen_stay(group):
    shown = LISTS[group].shown
    facet = Facet(group, group, "Choices", names(40, chosen={20, 39}))
    assert [option.value for option in in_sight(facet).options] == [f"v{n}" for n in [*range(shown), 20, 39]]


def test_a_short_filter_is_never_cut():
    facet = Facet("work", "work", "Work model", names(40))
    assert in_sight(facet) is facet


def test_the_way_down_a_tree_stays_whatever_it_holds(monkeypatch):
    monkeypatch.setitem(LISTS, "family", Long(1, "families", "Choose"))
    tree = [("top", 1, False, 0), ("way", 1, False, 1), ("chosen", 1, True, 2), ("a", 2, False, 3), ("b", 9, False, 3), ("c", 5, False, 3)]  # fmt: skip
    options = tuple(Option(value, value, count, held, depth) for value, count, held, depth in tree)
    shown = in_sight(Facet("family", "family", "Codes", options)).options
    assert [option.value for option in shown] == ["top", "way", "chosen", "b"]


def test_what_is_not_beside_the_results_is_a_step_away_with_the_same_counts(browse, spread, stranger):
    page = stranger("/jobs?work=onsite&state=TX").text
    assert '<a class="facet-all" rel="nofollow" href="/jobs/filters/state?work=onsite&amp;state=TX"' in page
    assert ">All 10 states<" in page
    assert 'name="state" value="TX" checked' in page
    assert 'name="state" value="FL"' not in page
    browser = browse(None)
    whole = browser.open("/jobs/filters/state?work=onsite&state=TX")
    assert whole.source.count('name="state"') == len(STATES)
    assert 'name="state" value="TX" checked' in whole.source
    assert '<input type="hidden" name="work" value="onsite">' in whole.source
    assert '<meta name="robots" content="noindex">' in whole.source
    counted = {one["value"]: one["count"] for one in stranger("/jobs.json").get_json()["facets"]["state"]}
    assert set(counted) == set(STATES)
    assert whole.source.count("<small>1</small>") == len(counted)


def test_a_list_that_is_whole_has_no_way_to_more(a_posting, stranger):
    a_posting("live")
    assert "/jobs/filters/" not in stranger("/jobs").text


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_sound_page_with_and_without_choices(browse, a_posting, name):
    a_posting("live", title="Profee coder")
    browser = browse(None)
    for asked in (
        "",
        "?q=44314",
        "?q=nobodysaysthis",
        "?work=hybrid&page=9",
        f"?{name}=nothing-of-this-name",
    ):
        assert LISTS[name].ask in browser.open(f"/jobs/filters/{name}{asked}").text


def test_a_branch_of_the_whole_tree_leads_to_its_jobs(browse, a_posting):
    a_posting("live")
    page = browse(None).open("/jobs/filters/family?work=remote")
    assert 'href="/jobs?family=cpt-surgery&amp;work=remote"' in page.source


def test_there_is_no_list_of_another_name(app, session):
    for name in ("work", "near", "q", "%00", "..", "<script>"):
        assert app.test_client().get(f"/jobs/filters/{name}").status_code == 404


def test_programs_that_follow_every_link_are_told_to_leave_them(stranger):
    assert "Disallow: /jobs/filters/" in stranger("/robots.txt").text


@pytest.mark.parametrize("name", LISTS)
def test_while_nothing_is_counted_no_page_says_it_is(browse, a_posting, monkeypatch, name):
    """A large board's index is still being made: the database answers, and counts no choices."""
    a_posting("live")
    counted = browse(None).open(f"/jobs/filters/{name}").text
    assert "The number beside each" in counted
    monkeypatch.setattr(Keeper, "ready", lambda keeper, session: None)
    page = browse(None).open(f"/jobs/filters/{name}?work=remote").text
    assert "The number beside each" not in page
    assert "None of the jobs" not in page
