"""The files of a large index are written beside the answers: nobody waits, and what changes meanwhile is in them or follows."""

from threading import Event

import pytest

from jobboard.search.index import catalog, kept_files, word_sets
from tests.search.finding import found

PATIENCE = 30


@pytest.fixture
def pen(monkeypatch):
    """The words are late after every change, and are not written before `pen` is set down."""
    pen, real = Event(), word_sets.write
    monkeypatch.setattr(word_sets, "MOST_LATE", 0)
    monkeypatch.setattr(kept_files, "EVERY", 0)

    def write(*given):
        assert pen.wait(PATIENCE)
        real(*given)

    def hold():
        monkeypatch.setattr(kept_files, "SMALL", 0)
        monkeypatch.setattr(word_sets, "write", write)

    pen.hold = hold
    yield pen
    pen.set()


@pytest.fixture
def large(session, a_keeper, a_posting, pen):
    """A process whose index counts as large from now on."""
    keeper = a_keeper()
    found(session, keeper)
    pen.hold()
    return keeper


def change(session, posting, title):
    posting.live_edition.title = title
    posting.closes_at += (
        posting.closes_at - posting.opens_at
    )  # what changes a posting itself is what the log tells
    session.commit()


def test_while_the_words_are_written_every_change_is_found_at_once(
    session, large, a_keeper, a_posting, pen, folder
):
    first = a_posting("live", title="Cryptic coder")
    assert found(session, large, q="cryptic") == [first.id]
    before = (folder / "words.bin").read_bytes()
    second = a_posting("live", title="Arcane coder")
    assert found(session, large, q="arcane") == [second.id]
    change(session, first, "Gnomic coder")
    assert found(session, large, q="gnomic") == [first.id]
    assert (folder / "words.bin").read_bytes() == before
    pen.set()
    large.files.settle()
    assert (folder / "words.bin").read_bytes() != before
    for process in (large, a_keeper()):
        assert found(session, process, q="cryptic") == []
        assert found(session, process, q="arcane") == [second.id]
        assert found(session, process, q="gnomic") == [first.id]


def test_what_cannot_be_written_is_tried_again_at_the_next_change(
    session, large, a_posting, pen, folder, monkeypatch
):
    pen.set()
    (folder / "words.bin").unlink()
    (folder / "words.bin").mkdir()
    first = a_posting("live", title="Cryptic coder")
    assert found(session, large, q="cryptic") == [first.id]
    large.files.settle()
    (folder / "words.bin").rmdir()
    second = a_posting("live", title="Arcane coder")
    assert found(session, large, q="arcane") == [second.id]
    large.files.settle()
    assert (folder / "words.bin").is_file()
    assert set(found(session, large, q="coder")) == {first.id, second.id}


def test_who_throws_all_away_waits_for_what_is_being_written(session, large, a_posting, pen, folder):
    a_posting("live", title="Cryptic coder")
    found(session, large)
    pen.set()
    large.forget()
    assert not (folder / "words.bin").exists()
    large.files.settle()
    assert not (folder / "words.bin").exists()


def test_what_is_being_written_while_other_names_are_loaded_is_written_to_its_end(
    session, large, a_posting, pen, folder, monkeypatch, caplog
):
    """It was read back by the new names, and so was taken for spoilt."""
    a_posting("live", title="Cryptic coder")
    found(session, large)
    wait = large.files.settle

    def settle():
        pen.set()
        wait()

    monkeypatch.setattr(large.files, "settle", settle)
    monkeypatch.setattr(catalog, "standing", lambda session: catalog.Standing("another day", 40))
    a_posting("live", title="Arcane coder")
    found(session, large)
    assert not caplog.records
    assert word_sets.read(folder / "words.bin", large.files.words_of) is not None
