"""What opens by its date is in no index before that moment, and in every process from then on."""

from datetime import timedelta

import pytest

from jobboard.domain.postings import parts
from jobboard.search.index import keeper as keeping
from jobboard.search.index import kept_files
from tests.builders import DESCRIPTION
from tests.search.finding import found

SAYS = f"{DESCRIPTION} Says zymurgy at the desk."


@pytest.fixture
def tomorrow(a_posting, clock):
    """A posting that is approved and opens three days from now."""
    return a_posting(
        "live",
        title="Zebroid coder",
        description=SAYS,
        opens_on=clock.now().date() + timedelta(days=3),
        tools=[parts.Tool(name="Zebroid", kind="ehr", need="helpful")],
    )


ASKED = ("zymurgy", "zebroid", '"zymurgy at the desk"')


def test_before_it_opens_no_part_of_the_index_knows_it(session, a_keeper, tomorrow, a_posting):
    keeper = a_keeper()
    keeper.ready(session)
    a_posting("live")
    for process in (keeper, a_keeper()):
        index = process.ready(session)
        assert len(index.chooser.columns.alive) == 1
        assert not index.texts.sets.beginning("body", "zymurg", 1)
        assert not list(index.texts.sets.of("body", "zymurgi"))
        assert "zebroid" not in index.chooser.columns.sets["title"]
        assert found(session, process, q="zymurgy") == []


@pytest.mark.parametrize("change", [False, True], ids=["nothing else changes", "beside another change"])
def test_when_it_opens_every_process_finds_it(session, a_keeper, tomorrow, a_posting, clock, change):
    one, other = a_keeper(), a_keeper()
    for process in (one, other):
        assert found(session, process, q="zymurgy") == []
    clock.time = tomorrow.opens_at - timedelta(microseconds=1)
    assert found(session, one, q="zymurgy") == []
    clock.time = tomorrow.opens_at
    if change:
        a_posting("live")
    for process in (one, other, a_keeper()):
        for asked in ASKED:
            assert found(session, process, q=asked) == [tomorrow.id]


def test_what_opened_while_no_process_ran_is_found_by_the_next(session, a_keeper, tomorrow, a_posting, clock):
    a_posting("live")
    assert found(session, a_keeper(), q="zymurgy") == []
    clock.time = tomorrow.opens_at + timedelta(hours=1)
    process = a_keeper()
    for asked in ASKED:
        assert found(session, process, q=asked) == [tomorrow.id]


def test_what_opened_is_found_by_the_next_process_where_its_columns_are_newer_than_its_words(
    session, a_keeper, tomorrow, a_posting, clock, monkeypatch
):
    """Columns are kept after so many changes, words after so many postings: what opened between has no line in the log."""
    other, keeper = a_posting("live"), a_keeper()
    assert found(session, keeper, q="zymurgy") == []
    monkeypatch.setattr(kept_files, "EVERY", 0)
    monkeypatch.setattr(keeping, "WINDOW", 0)
    clock.time = tomorrow.opens_at
    assert found(session, keeper, q="zymurgy") == [tomorrow.id]
    other.closes_at += timedelta(days=1)
    session.commit()
    for process in (keeper, a_keeper()):
        for asked in ASKED:
            assert found(session, process, q=asked) == [tomorrow.id]


def test_what_is_put_off_leaves_the_index_until_it_opens_again(session, a_keeper, a_posting, clock):
    keeper, posting = a_keeper(), a_posting("live", description=SAYS)
    assert found(session, keeper, q="zymurgy") == [posting.id]
    posting.opens_at = clock.now() + timedelta(days=2)
    session.commit()
    assert not keeper.ready(session).chooser.columns.alive
    clock.time = posting.opens_at
    assert found(session, keeper, q="zymurgy") == [posting.id]
