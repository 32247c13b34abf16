"""Whatever happens to the index on disk costs the next process time, never an answer."""

import json
import os
import shutil
from threading import Event, current_thread

import pytest

from jobboard import clock
from jobboard.search.board import BoardEngine
from jobboard.search.index import keeper as keeper_module
from jobboard.search.index.keeper import Keeper
from jobboard.search.index.texts import Texts
from jobboard.search.query import Query
from tests.search.finding import found

PATIENCE = 10  # seconds; nobody waits so long unless the test fails


def spoil_nothing(folder):
    pass


def lose_everything(folder):
    shutil.rmtree(folder)


def lose_the_texts(folder):
    for place in folder.glob("texts-*"):
        shutil.rmtree(place)


def spoil_the_texts(folder):
    for file in folder.glob("texts-*/meta.json"):
        file.write_text("{")


def cut_the_texts_off(folder):
    for file in segments(folder):
        os.truncate(file, file.stat().st_size // 2)


def empty_the_texts(folder):
    for file in segments(folder):
        os.truncate(file, 0)


def segments(folder):
    return [file for file in folder.glob("texts-*/*.*") if file.suffix not in (".json", ".lock")]


def spoil_the_state(folder):
    (folder / "state.json").write_text("not json")


def spoil_the_columns(folder):
    (folder / "columns.npz").write_bytes(b"PK nothing")


def cut_the_columns_off(folder):
    whole = (folder / "columns.npz").read_bytes()
    (folder / "columns.npz").write_bytes(whole[: len(whole) // 2])


def scratch_the_columns(folder):
    whole = bytearray((folder / "columns.npz").read_bytes())
    whole[len(whole) // 3 : len(whole) // 3 + 200] = bytes(200)
    (folder / "columns.npz").write_bytes(bytes(whole))


def lose_the_words(folder):
    (folder / "words.bin").unlink()


def cut_the_words_off(folder):
    whole = (folder / "words.bin").read_bytes()
    (folder / "words.bin").write_bytes(whole[: len(whole) // 2])


def scratch_the_words(folder):
    whole = bytearray((folder / "words.bin").read_bytes())
    whole[:100] = bytes(100)
    (folder / "words.bin").write_bytes(bytes(whole))


def say_less_than_the_state(folder):
    state = json.loads((folder / "state.json").read_text())
    (folder / "state.json").write_text(json.dumps({"edition": state["edition"]}))


def say_a_list_for_the_state(folder):
    (folder / "state.json").write_text("[]")


def be_of_another_edition(folder):
    state = json.loads((folder / "state.json").read_text())
    (folder / "state.json").write_text(json.dumps(state | {"edition": [0]}))


def be_of_another_board(folder):
    state = json.loads((folder / "state.json").read_text())
    (folder / "state.json").write_text(json.dumps(state | {"seen": 10**9}))


def be_cut_off_before_the_state_was_kept(folder):
    state = json.loads((folder / "state.json").read_text())
    (folder / "state.json").write_text(json.dumps(state | {"seen": 0}))


SPOILT = [
    spoil_nothing, lose_everything, lose_the_texts, spoil_the_texts, cut_the_texts_off, empty_the_texts, spoil_the_state, spoil_the_columns,
    cut_the_columns_off, scratch_the_columns, lose_the_words, cut_the_words_off, scratch_the_words, say_less_than_the_state, say_a_list_for_the_state,
    be_of_another_edition, be_of_another_board, be_cut_off_before_the_state_was_kept,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda way: way.__name__)
def test_the_next_process_mends_what_was_spoilt(session, folder, a_keeper, a_posting, spoil):
    posting = a_posting("live")
    found(session, a_keeper())
    spoil(folder)
    assert found(session, a_keeper(), q="colorectal") == found(session, a_keeper()) == [posting.id]


@pytest.mark.parametrize("name", ["words.bin", "columns.npz", "state.json", "lock"])
def test_a_folder_where_a_file_should_be_is_taken_away(session, folder, a_keeper, a_posting, name):
    posting = a_posting("live")
    found(session, a_keeper())
    (folder / name).unlink()
    (folder / name / "with something in it").mkdir(parents=True)
    board = BoardEngine(session, keeper := a_keeper())
    assert list(board.search(Query(), clock.now()).ids) == [posting.id], "the database answers once"
    assert list(board.search(Query(), clock.now()).ids) == [posting.id]
    assert keeper.index is not None
    assert (folder / name).is_file()


def test_what_fails_aside_is_thrown_away_and_tried_again(session, folder, a_keeper, a_posting, monkeypatch):
    """A large board is taken in by a thread: what it meets must not end it before the way is free."""
    posting, keeper = a_posting("live"), a_keeper()
    monkeypatch.setattr("jobboard.search.index.keeper.SMALL", 0)
    (folder / "words.bin" / "with something in it").mkdir(parents=True)
    for _ in range(2):
        assert keeper.ready(session) is None
        keeper._builder.join()
    assert found(session, keeper) == [posting.id]


@pytest.mark.parametrize(
    "spoil", [cut_the_texts_off, spoil_the_state, scratch_the_columns, scratch_the_words]
)
def test_nobody_waits_while_what_a_large_board_lost_is_made_anew(
    session, folder, a_keeper, a_posting, monkeypatch, spoil
):
    """Neither who finds it spoilt, nor who comes while a thread makes it anew."""
    posting = a_posting("live")
    found(session, a_keeper())
    spoil(folder)
    monkeypatch.setattr("jobboard.search.index.keeper.SMALL", 0)
    keeper, may_end = a_keeper(), Event()
    build = keeper._catch_up

    def build_slowly(*given):
        if current_thread() is keeper._builder:
            may_end.wait(PATIENCE)
        build(*given)

    monkeypatch.setattr(keeper, "_catch_up", build_slowly)
    for _ in range(3):
        assert list(BoardEngine(session, keeper).search(Query(), clock.now()).ids) == [posting.id]
        assert keeper.index is None
    assert keeper._builder.is_alive(), "Somebody waited until the index stood."
    may_end.set()
    keeper._builder.join()
    assert found(session, keeper, q="colorectal") == [posting.id]


def test_where_no_folder_can_be_written_the_database_answers(session, tmp_path, a_posting):
    """A disk that is full or read-only costs the index, not the search; it stands again once there is room."""
    (tmp_path / "search").write_text("no folder")
    posting, keeper = a_posting("live"), Keeper(tmp_path / "search", lambda: session)
    board = BoardEngine(session, keeper)
    assert list(board.search(Query(q="colorectal"), clock.now()).ids) == [posting.id]
    (tmp_path / "search").unlink()
    assert list(board.search(Query(q="colorectal"), clock.now()).ids) == [posting.id]
    assert keeper.index is not None


def test_a_disk_that_stays_full_costs_no_search_the_reading_of_the_board(
    session, folder, a_keeper, a_posting, monkeypatch
):
    """After two tries in a row there is one in a while, until there is room again."""
    posting, tries, moment = a_posting("live"), [], [1000.0]
    monkeypatch.setattr(keeper_module, "monotonic", lambda: moment[0])

    def fill_the_disk(*given, **named):
        tries.append(moment[0])
        raise OSError("No space left on device")

    board = BoardEngine(session, keeper := a_keeper())
    with monkeypatch.context() as full:
        full.setattr(Texts, "write", fill_the_disk)
        for _ in range(60):
            assert list(board.search(Query(), clock.now()).ids) == [posting.id]
            moment[0] += 1
    assert tries == [1000, 1001, 1006, 1021, 1051]
    moment[0] += 30
    assert list(board.search(Query(), clock.now()).ids) == [posting.id]
    assert keeper.index is not None


def test_a_try_that_fails_leaves_nothing_on_a_full_disk(session, folder, a_keeper, a_posting, monkeypatch):
    posting = a_posting("live")

    def fill_the_disk(*given, **named):
        raise OSError("No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Texts, "write", fill_the_disk)
        assert list(BoardEngine(session, a_keeper()).search(Query(), clock.now()).ids) == [posting.id]
    assert not list(folder.glob("texts-*"))
