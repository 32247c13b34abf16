"""Every choice that is offered holds as many jobs as it says, and both engines hold the same."""

import random
from decimal import Decimal

import pytest

from jobboard.search.index.engine import IndexEngine
from jobboard.search.query import NOTHING, Query
from jobboard.search.sql import SqlEngine
from tests.search.chance import CITIES, STATES

SEEDS = range(3)
ONE = {"from_state", "near", "need", "sort"}


def some_query(chance, known):
    """A query with a few of the newer choices by chance."""

    def maybe(options, most=2):
        return tuple(chance.sample(options, chance.randint(1, most))) if chance.random() < 0.4 else ()

    return Query(
        work=maybe(["onsite", "hybrid", "remote"]),
        family=maybe([family.slug for family in known["family"]]),
        credential=maybe([one.slug for one in known["credential"]]),
        need=chance.choice(["", "required", "preferred"]),
        tool=maybe(["epic", "oracle-health-cerner", "no-such-tool"]),
        employer=maybe(["acme-health", "rival-coding"], 1),
        from_state=chance.choice(["", "", "OH", "southwest"]),
        state=maybe((*STATES, "great-lakes")),
        near=chance.choice(["", "Houston, TX", "77002"]),
        miles=chance.choice([10, 50, 500]),
        setting=maybe(["professional", "facility", "ed"]),
        pay_unit=chance.choice(["hour", "year"]),
    )


def choosing(query, facet, value):
    """The search with that option for the facet's whole choice."""
    if facet.group in ("side", "encounter"):
        kept = query.encounters if facet.group == "side" else query.sides
        return query.but(setting=(value, *kept))
    default = getattr(NOTHING, facet.name)
    if facet.name == "pay_min":
        return query.but(pay_min=Decimal(value))
    if facet.name == "apprentice":
        return query.but(apprentice=True)
    if isinstance(default, tuple):
        return query.but(**{facet.name: (value,)})
    return query.but(**{facet.name: value if facet.name in ONE else int(value)})


@pytest.mark.parametrize("seed", SEEDS)
def test_every_count_is_the_total_of_that_search(session, a_keeper, chance_board, known, clock, seed):
    chance_board(seed)
    chance, now, index = random.Random(seed), clock.now(), a_keeper().ready(session)
    for query in [Query(), *(some_query(chance, known) for _ in range(4))]:
        result = IndexEngine(session, index).search(query, now)
        for facet in result.facets:
            for option in facet.options:
                chosen = choosing(result.reading.query, facet, option.value)
                total = IndexEngine(session, index).search(chosen, now).total
                assert option.count == total, f"{chosen}: {facet.group} {option.value}"


@pytest.mark.parametrize("seed", range(8))
def test_both_engines_hold_the_same(session, a_keeper, chance_board, known, clock, seed):
    chance_board(seed)
    chance, now, index = random.Random(seed), clock.now(), a_keeper().ready(session)
    for _ in range(8):
        query = some_query(chance, known).but(sort="newest")
        by_index = IndexEngine(session, index).search(query, now)
        by_sql = SqlEngine(session).search(query, now)
        assert (by_index.total, list(by_index.ids)) == (by_sql.total, list(by_sql.ids)), query


def test_near_a_city_are_the_places_of_work_within_the_miles(session, search, chance_board):
    near = {("Houston", "TX"), ("Pasadena", "TX"), ("Galveston", "TX")}
    wanted = {
        posting.id
        for posting in chance_board(1)
        if {(place.city, place.state) for place in posting.live_edition.places} & near
    }
    assert set(search(near="Houston, TX", miles=60).ids) == wanted
    assert search(near="Houston, TX", miles=60).reading.near.name == "Houston, TX"
    assert len(CITIES) > len(near)


def test_a_city_without_its_state_is_the_largest_of_its_name(search):
    found = search(near=" columbus ")
    assert found.reading.near.name == "Columbus, OH"
    assert not found.reading.messages


def test_a_place_that_nobody_knows_is_left_out_and_said(search, a_posting):
    posting = a_posting("live")
    result = search(near="Nowhereville, TX")
    assert list(result.ids) == [posting.id]
    assert result.reading.query.near == ""
    assert "not known" in result.reading.messages[0]


def options(result, group):
    (facet,) = [facet for facet in result.facets if facet.group == group]
    return {option.value: option for option in facet.options}


def test_the_tree_of_families_opens_where_one_is_chosen(session, a_keeper, a_posting, known, clock):
    a_posting("live")
    leaf, *_, section = known["family"][:4]
    engine = IndexEngine(session, a_keeper().ready(session))
    at_the_top = options(engine.search(Query(), clock.now()), "family")
    assert set(at_the_top) == {section.slug}
    assert at_the_top[section.slug].label.startswith("CPT: ")
    inside = options(engine.search(Query(family=(section.slug,)), clock.now()), "family")
    assert [option.depth for option in inside.values()] == [0, 1]
    down = options(engine.search(Query(family=(leaf.slug,)), clock.now()), "family")
    assert [option.depth for option in down.values()] == list(range(leaf.depth + 1))
    assert down[leaf.slug].checked
    assert all(option.count == 1 for option in down.values())


def test_without_counts_every_choice_that_was_made_is_still_there(session, a_posting, known, clock):
    a_posting("live")
    leaf = known["family"][0]
    query = Query(
        family=(leaf.slug,), credential=("cpc",), need="preferred", state=("TX",), near="Houston, TX",
        tool=("epic",), employer=("acme-health",), work=("remote",),
    )  # fmt: skip
    facets = SqlEngine(session).search(query, clock.now()).facets
    checked = {(facet.name, option.value) for facet in facets for option in facet.options if option.checked}
    assert checked == {
        ("family", leaf.slug), ("credential", "cpc"), ("need", "preferred"), ("state", "TX"), ("miles", "25"),
        ("tool", "epic"), ("employer", "acme-health"), ("work", "remote"),
    }  # fmt: skip
    (tree,) = [facet for facet in facets if facet.group == "family"]
    assert [option.depth for option in tree.options] == list(range(leaf.depth + 1))


def test_a_tool_of_a_posting_nobody_may_see_is_not_named(session, a_keeper, a_posting, clock):
    from tests.search.chance import tool

    a_posting("draft", tools=[tool("Secret Encoder")])
    a_posting("paused", tools=[tool("Hidden Encoder")])
    keeper = a_keeper()
    asked = Query(tool=("secret-encoder", "hidden-encoder"))
    shown = options(IndexEngine(session, keeper.ready(session)).search(asked, clock.now()), "tool")
    assert {(option.label, option.count) for option in shown.values()} == {
        ("secret-encoder", 0),
        ("hidden-encoder", 0),
    }
