"""Whatever happens to the index on disk costs the next process time, never an answer."""

import json
import shutil

import pytest

from tests.search.finding import found


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


def spoil_the_state(folder):
    (folder / "state.json").write_text("not json")


def spoil_the_columns(folder):
    (folder / "columns.npz").write_bytes(b"PK nothing")


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
    spoil_nothing, lose_everything, lose_the_texts, spoil_the_texts, spoil_the_state, spoil_the_columns,
    be_of_another_edition, be_of_another_board, be_cut_off_before_the_state_was_kept,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda way: way.__name__)
def test_the_next_process_mends_what_was_spoilt(session, folder, a_keeper, a_posting, spoil):
    posting = a_posting("live")
    found(session, a_keeper())
    spoil(folder)
    assert found(session, a_keeper(), q="colorectal") == found(session, a_keeper()) == [posting.id]
