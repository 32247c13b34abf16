"""What lies on disk in another edition or layout than the program's own is not read: the board is read again instead."""

import pytest

from jobboard.search.index import keeper as keeping
from jobboard.search.index import snapshot, word_sets
from tests.search.finding import found


@pytest.fixture
def readings(monkeypatch):
    """One entry for each time that the whole board was read."""
    made, real = [], keeping.published

    def read(*asked):
        made.append(asked)
        return real(*asked)

    monkeypatch.setattr(keeping, "published", read)
    return made


def test_what_was_kept_by_the_same_program_is_read_back(session, a_keeper, a_posting, readings):
    posting = a_posting("live")
    assert found(session, a_keeper()) == found(session, a_keeper(), q="colorectal") == [posting.id]
    assert len(readings) == 1


@pytest.mark.parametrize(
    "raised", ["shelf.EDITION", "kept_files.EDITION", "snapshot.LAYOUT", "word_sets.LAYOUT"]
)
def test_another_edition_or_layout_is_made_anew(session, a_keeper, a_posting, readings, monkeypatch, raised):
    posting = a_posting("live")
    found(session, a_keeper())
    monkeypatch.setattr(f"jobboard.search.index.{raised}", 1000)
    assert found(session, a_keeper(), q="colorectal") == [posting.id]
    assert len(readings) == 2


def test_texts_that_weigh_their_parts_otherwise_are_made_anew(
    session, a_keeper, a_posting, readings, monkeypatch
):
    a_posting("live")
    found(session, a_keeper())
    monkeypatch.setattr("jobboard.search.index.shelf.WEIGHTS", {"title": 1.0})
    found(session, a_keeper())
    assert len(readings) == 2


@pytest.mark.parametrize("file", ["columns.npz", "words.bin"])
def test_what_stands_at_a_change_that_this_board_never_saw_is_made_anew(
    session, folder, a_keeper, a_posting, readings, file
):
    """A database that was put back to an earlier day, or another board in the same folder."""
    posting, keeper = a_posting("live"), a_keeper()
    index = keeper.ready(session)
    if file == "columns.npz":
        snapshot.write(snapshot.frozen(index.chooser.columns), 10**9, keeper.files.loaded, folder / file)
    else:
        word_sets.write(index.texts.sets.all(), 10**9, keeper.files.words_of, folder / file)
    assert found(session, a_keeper(), q="colorectal") == [posting.id]
    assert len(readings) == 2
