"""What each way of saying the same finds by itself: listed jobs only, its very words only, marks make no difference."""

from jobboard.search.alone import found_alone
from jobboard.search.index.keeper import Keeper
from tests.search.finding import found


def test_each_way_is_counted_alone_among_listed_jobs(session, a_posting, clock, tmp_path):
    a_posting("live", title="Wibble/Wobble Coder")
    a_posting("live", title="Wubble Coder")
    a_posting("live", title="Wubbles and wibble-wobble")
    a_posting("draft", title="Wubble Auditor")
    index = Keeper(tmp_path / "search", lambda: session).ready(session)
    ways = ["wibblewobble", "Wibble/Wobble", "wibble wobble", "wubble", "wub", "flim"]
    assert found_alone(index, ways, clock.now()) == {
        "wibblewobble": 1,
        "Wibble/Wobble": 1,
        "wibble wobble": 1,
        "wubble": 2,
        "wub": 0,
        "flim": 0,
    }
    clock.tick(days=90)
    assert set(found_alone(index, ways, clock.now()).values()) == {0}


def test_what_was_listed_since_the_last_search_is_counted(session, a_keeper, a_posting, clock):
    a_posting("live")
    keeper = a_keeper()
    found(session, keeper, q="coder")
    a_posting("live", title="Wubble Coder")
    assert found_alone(keeper.ready(session), ["wubble"], clock.now()) == {"wubble": 1}
