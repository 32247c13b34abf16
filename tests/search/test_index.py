"""The index follows the database to the letter, in one process and in several."""

import gc
from datetime import timedelta

import pytest
from pyroaring import BitMap
from sqlalchemy import func, insert, select, update

from jobboard import clock
from jobboard.domain.codes.credential import Credential
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.changes import PostingChange, PostingNumber
from jobboard.domain.postings.parts import CredentialTag
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import CloseReason, CredentialNeed
from jobboard.search.board import BoardEngine
from jobboard.search.index import catalog, columns, ranges
from jobboard.search.index import keeper as keeping
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.keeper import Keeper
from jobboard.search.query import Query
from jobboard.search.sql import SqlEngine
from tests.search.finding import found


def test_what_is_published_is_found_at_the_next_look(session, a_keeper, a_posting):
    keeper = a_keeper()
    assert found(session, keeper) == []
    posting = a_posting("live")
    assert found(session, keeper) == found(session, keeper, q="44314") == [posting.id]


@pytest.mark.parametrize("verb", ["pause", "close", "remove"])
def test_what_leaves_the_board_leaves_the_search(session, a_keeper, a_posting, mira, olga, verb):
    keeper, posting = a_keeper(), a_posting("live")
    assert found(session, keeper, q="colorectal") == [posting.id]
    at = clock.now()
    if verb == "pause":
        session.add(posting.pause(by=mira, at=at))
    elif verb == "close":
        session.add(posting.close(by=mira, at=at, reason=CloseReason.CANCELLED))
    else:
        session.add(posting.remove(by=olga, at=at, reasons=[next(iter(Reason))], note="Not a job."))
    session.commit()
    assert found(session, keeper) == found(session, keeper, q="colorectal") == []


def test_a_closing_date_needs_no_change_to_be_kept(session, a_keeper, a_posting, clock):
    keeper, posting = a_keeper(), a_posting("live")
    assert found(session, keeper) == [posting.id]
    clock.time = posting.closes_at - timedelta(microseconds=1)
    assert found(session, keeper) == [posting.id]
    clock.time = posting.closes_at
    assert found(session, keeper) == []


def test_a_company_that_changes_its_name_is_found_by_the_new_one(session, a_keeper, a_posting, acme):
    keeper, posting = a_keeper(), a_posting("live")
    assert found(session, keeper, q="acme") == [posting.id]
    acme.name = "Northlight Clinics"
    session.commit()
    assert found(session, keeper, q="northlight") == [posting.id]
    assert found(session, keeper, q="acme") == []


def test_what_was_not_committed_is_not_found(session, a_keeper, a_posting):
    keeper, posting = a_keeper(), a_posting("live")
    assert found(session, keeper, q="colorectal") == [posting.id]
    posting.status = "paused"
    session.flush()
    session.rollback()
    assert found(session, keeper, q="colorectal") == [posting.id]


def test_two_processes_on_one_folder_both_follow(session, a_keeper, a_posting):
    one, other = a_keeper(), a_keeper()
    first = a_posting("live")
    assert found(session, one, q="colorectal") == found(session, other, q="colorectal") == [first.id]
    second = a_posting("live")
    assert set(found(session, other, q="colorectal")) == {first.id, second.id}
    assert set(found(session, one, q="colorectal")) == {first.id, second.id}


def test_a_change_that_is_committed_late_is_taken_in_all_the_same(session, a_keeper, a_posting, olga):
    keeper, posting = a_keeper(), a_posting("live")
    assert found(session, keeper, q="colorectal") == [posting.id]
    last = session.scalar(select(func.max(PostingChange.id)))
    session.execute(insert(PostingChange), [{"id": last + 2, "posting_id": posting.id}])
    session.commit()
    assert found(session, keeper, q="colorectal") == [posting.id]
    session.execute(update(Posting).where(Posting.id == posting.id).values(status="paused"))
    session.execute(insert(PostingChange), [{"id": last + 1, "posting_id": posting.id}])
    session.commit()
    assert keeper.ready(session).chooser.columns.alive == BitMap()
    assert found(session, keeper, q="colorectal") == []


def test_a_new_process_goes_on_from_what_lies_on_disk(session, a_keeper, a_posting, monkeypatch):
    first = a_posting("live")
    found(session, a_keeper())
    second = a_posting("live")
    monkeypatch.setattr(keeping, "published", None)  # whoever reads the whole board now fails
    assert set(found(session, a_keeper(), q="colorectal")) == {first.id, second.id}


def test_a_credential_is_offered_from_the_moment_it_is_confirmed(session, a_keeper, a_posting, ada):
    keeper = a_keeper()
    unsure = session.scalar(select(Credential).where(~Credential.confirmed).limit(1))
    asked = CredentialTag(group_no=0, credential_id=unsure.id, need=CredentialNeed.REQUIRED)
    a_posting("live", credentials=[asked])

    def offered():
        facets = IndexEngine(session, keeper.ready(session)).search(Query(), clock.now()).facets
        return {option.value for facet in facets if facet.name == "credential" for option in facet.options}

    assert unsure.slug not in offered()
    try:
        unsure.confirmed = True
        session.commit()
        assert unsure.slug in offered()
    finally:
        unsure.confirmed = False
        session.commit()


def test_names_that_were_loaded_anew_make_the_index_anew(session, a_keeper, a_posting, monkeypatch):
    posting = a_posting("live")
    keeper = a_keeper()
    before = keeper.ready(session).texts.folder
    monkeypatch.setattr(catalog, "standing", lambda session: catalog.Standing("another day", 40))
    a_posting(
        "live", title="Emergency Coder"
    )  # who loads names writes: nobody looks while nothing was written
    after = keeper.ready(session).texts.folder
    assert after != before
    assert posting.id in found(session, keeper, q="colorectal")
    assert posting.id in found(session, a_keeper(), q="colorectal")
    assert list(keeper.shelf.folder.glob("texts-*")) == [after]


def test_while_a_large_board_is_taken_in_the_database_answers(session, a_keeper, a_posting, monkeypatch):
    monkeypatch.setattr(keeping, "SMALL", 0)
    posting, keeper = a_posting("live"), a_keeper()
    monkeypatch.setattr(keeper, "_build", lambda: None)
    assert keeper.ready(session) is None
    assert list(BoardEngine(session, keeper).search(Query(q="colorectal"), clock.now()).ids) == [posting.id]


def test_high_numbers_do_not_make_a_board_large(session, a_keeper, a_posting):
    a_posting("live", title="Colorectal coder")
    session.execute(update(PostingNumber).values(number=PostingNumber.number + 10_000))
    session.commit()
    assert a_keeper().ready(session) is not None


def test_a_large_board_is_taken_in_beside_the_answers(session, folder, board, app, a_posting, monkeypatch):
    monkeypatch.setattr(keeping, "SMALL", 0)
    posting = a_posting("live")
    session.commit()
    keeper = Keeper(folder, lambda: board.session(app))
    assert keeper.ready(session) is None
    keeper._builder.join(30)
    assert found(session, keeper, q="colorectal") == [posting.id]
    assert gc.get_freeze_count(), "The collector walks through the whole index while somebody waits."


def test_an_index_that_fails_is_dropped_and_the_database_answers(session, a_keeper, a_posting, monkeypatch):
    posting, keeper = a_posting("live"), a_keeper()

    def fail(*given, **named):
        raise ValueError("The disk is gone.")

    with monkeypatch.context() as broken:
        broken.setattr(IndexEngine, "search", fail)
        assert list(BoardEngine(session, keeper).search(Query(), clock.now()).ids) == [posting.id]
    assert found(session, keeper) == [posting.id]


@pytest.mark.parametrize(
    "words",
    [{}, {"q": "44314"}, {"sort": "pay"}, {"sort": "closing"}, {"work": ("remote",)}, {"from_state": "TX"}, {"page": 2},
     {"q": "colorectal"}, {"family": ("cpt-enterostomy-and-stoma-revision",)}, {"apprentice": True}, {"q": "enterostomy cpc"}],
    ids=str,
)  # fmt: skip
def test_both_engines_say_the_same(session, a_keeper, a_posting, clock, words):
    for number in range(23):
        clock.tick(minutes=1)
        a_posting("live", title=f"Colorectal coder {number}")
    now, query = clock.now(), Query(**words)
    by_index = IndexEngine(session, a_keeper().ready(session)).search(query, now)
    by_sql = SqlEngine(session).search(query, now)
    assert by_index.total == by_sql.total
    if by_index.reading.codes:  # where words stand only the index says
        assert by_index.reasons == by_sql.reasons
    if not {"q"} & set(words):
        assert by_index.ids == by_sql.ids


@pytest.mark.parametrize("sort", ["best", "newest", "pay", "closing"])
def test_what_all_searches_share_is_made_before_anybody_asks(session, a_keeper, a_posting, monkeypatch, sort):
    a_posting("live")
    index = a_keeper().ready(session)
    for module, made in ((columns, "Rows"), (ranges, "Order")):
        monkeypatch.setattr(module, made, lambda *_: pytest.fail("made while somebody waits"))
    assert IndexEngine(session, index).search(Query(sort=sort), clock.now()).total == 1
