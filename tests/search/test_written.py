"""The words of listed titles are read once for all that is typed wrong, until something is written."""

import pytest
from pyroaring import BitMap

from jobboard.search.index import spelled, written
from jobboard.search.index.engine import IndexEngine
from jobboard.search.query import Query
from tests.conftest import MONDAY


class Counted:
    """A searcher that keeps the beginnings it was asked for."""

    def __init__(self, searcher):
        self.searcher, self.asked = searcher, []

    def terms_with_prefix(self, field, start, limit):
        self.asked.append(start)
        return self.searcher.terms_with_prefix(field, start, limit=limit)


@pytest.fixture
def index(session, a_keeper):
    keeper = a_keeper()
    return lambda: keeper.ready(session)


def meant(session, index, typed):
    return IndexEngine(session, index).search(Query(q=typed), MONDAY).did_you_mean


def test_each_letter_is_read_once_however_often_it_is_typed(session, a_posting, index):
    a_posting("live", title="Zygomatic coder")
    kept = index().texts.written
    kept.searcher = counted = Counted(kept.searcher)
    for typed in ("zygomatik qqqqq", "zygmatic", "zygomatik zzzzz"):
        assert "zygomatic" in meant(session, index(), typed)
    assert len(counted.asked) == len(set(counted.asked))


def test_what_is_written_is_read_anew(session, a_posting, index):
    a_posting("live")
    assert meant(session, index(), "zygomatik") is None
    a_posting("live", title="Zygomatic coder")
    assert meant(session, index(), "zygomatik") == "zygomatic"


def test_of_many_words_the_commonest_may_be_meant(session, a_posting, index, monkeypatch):
    for title in ("Zygomatic coder", "Zygomatic auditor", "Zygote coder"):
        a_posting("live", title=title)
    monkeypatch.setattr(written, "MOST_WORDS", 1)
    assert index().texts.written.near("zygott") == []
    assert index().texts.written.near("zygomatik") == ["zygomatic"]


def test_a_word_is_found_whichever_of_those_that_say_it_is_listed(a_posting, index, monkeypatch):
    monkeypatch.setattr(spelled, "FIRST_HITS", 1)
    for _ in range(3):
        a_posting("live", title="Zygomatic coder")
    texts, columns = index().texts, index().chooser.columns
    for number in columns.alive:
        assert spelled.listed_word(texts, BitMap([number]), "zygomatik") == "zygomatic"
    assert spelled.listed_word(texts, BitMap(), "zygomatik") is None
