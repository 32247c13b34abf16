"""A tool is called as most listed postings call it, by every process alike."""

import pytest

from jobboard import clock as now
from jobboard.search.index.engine import IndexEngine
from jobboard.search.query import Query
from tests.search.chance import tool


@pytest.fixture
def called(session):
    """`called(keeper)`: the names of the tools beside a search and among the suggestions, as that process has them."""

    def ask(keeper):
        engine = IndexEngine(session, keeper.ready(session))
        (facet,) = [one for one in engine.search(Query(), now.now()).facets if one.name == "tool"]
        suggested = [one.label for one in engine.suggest("epi", now.now()) if one.kind == "Tool"]
        assert suggested == [option.label for option in facet.options]
        return suggested

    return ask


def test_a_tool_is_called_as_most_listed_postings_call_it(called, session, a_keeper, a_posting, mira, clock):
    a_posting("live", tools=[tool("EPIC")])
    running = a_keeper()
    assert called(running) == ["EPIC"]
    said_so = [a_posting("live", tools=[tool("Epic")]) for _ in range(2)]
    a_posting("paused", tools=[tool("epic")])
    for keeper in (running, a_keeper()):
        assert called(keeper) == ["Epic"]
    for posting in said_so:
        session.add(posting.pause(by=mira, at=clock.now()))
    session.flush()
    for keeper in (running, a_keeper()):
        assert called(keeper) == ["EPIC"]


@pytest.mark.parametrize("order", [("Epic", "EPIC"), ("EPIC", "Epic")])
def test_of_spellings_that_equally_many_have_the_first_by_the_alphabet_is_taken(
    called, a_keeper, a_posting, order
):
    for name in order:
        a_posting("live", tools=[tool(name)])
    assert called(a_keeper()) == ["EPIC"]


def test_a_start_from_what_was_kept_calls_it_alike(called, session, a_keeper, a_posting, folder):
    for name in ("EPIC", "Epic", "Epic"):
        a_posting("live", tools=[tool(name)])
    keeper = a_keeper()
    keeper.ready(session)
    assert (folder / "columns.npz").exists()
    assert called(a_keeper()) == ["Epic"]
