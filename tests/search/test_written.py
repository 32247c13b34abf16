"""The words of listed titles are read once for all that is typed wrong, until what is listed changes."""

from datetime import timedelta

import pytest
from pyroaring import BitMap
from sqlalchemy import select

from jobboard.domain.codes.credential import Credential
from jobboard.search.index import written
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.word_sets import WordSets
from jobboard.search.query import Query


@pytest.fixture
def index(session, a_keeper):
    keeper = a_keeper()
    return lambda: keeper.ready(session)


@pytest.fixture
def meant(session, index, clock):
    return lambda typed: IndexEngine(session, index()).search(Query(q=typed), clock.now()).did_you_mean


@pytest.fixture
def near(index, clock):
    """`near("zygomatik")`: the words that may have been meant now."""

    def ask(typed):
        on = index()
        on.texts.heed(on.chooser.listed(clock.now()))
        return on.texts.near(typed)

    return ask


def test_each_letter_is_read_once_however_often_it_is_typed(a_posting, meant, monkeypatch):
    a_posting("live", title="Zygomatic coder")
    real, asked = WordSets.ever_beginning, []

    def ever_beginning(self, part, start, most):
        asked.append((part, start))
        return real(self, part, start, most)

    monkeypatch.setattr(WordSets, "ever_beginning", ever_beginning)
    for typed in ("zygomatik qqqqq", "zygmatic", "zygomatik zzzzz"):
        assert "zygomatic" in meant(typed)
    letters = [one for one in asked if one[0] == "written"]
    assert letters
    assert len(letters) == len(set(letters))


def test_what_is_written_is_read_anew(a_posting, meant):
    a_posting("live")
    assert meant("zygomatik") is None
    a_posting("live", title="Zygomatic coder")
    assert meant("zygomatik") == "zygomatic"


def test_of_many_words_the_commonest_may_be_meant(a_posting, near, monkeypatch):
    for title in ("Zygomatic coder", "Zygomatic auditor", "Zygote coder"):
        a_posting("live", title=title)
    monkeypatch.setattr(written, "MOST_WORDS", 1)
    assert near("zygott") == []
    assert near("zygomatik") == ["zygomatic"]


def test_a_word_may_be_meant_whichever_of_those_that_say_it_is_listed(a_posting, index):
    for _ in range(3):
        a_posting("live", title="Zygomatic coder")
    texts, columns = index().texts, index().chooser.columns
    for number in columns.alive:
        texts.heed(BitMap([number]))
        assert texts.near("zygomatik") == ["zygomatic"]
    texts.heed(BitMap())
    assert texts.near("zygomatik") == []


def test_what_leaves_the_board_may_be_meant_no_more(session, a_posting, mira, clock, near):
    paused = a_posting("live", title="Zygomatic coder")
    closing = a_posting("live", title="Zymotic coder")
    assert near("zygomatik") == ["zygomatic"]
    assert near("zymotik") == ["zymotic"]
    session.add(paused.pause(by=mira, at=clock.time))
    session.commit()
    clock.time = closing.closes_at - timedelta(seconds=1)
    assert near("zygomatik") == []
    assert near("zymotik") == ["zymotic"]
    clock.time = closing.closes_at
    assert near("zymotik") == []


def test_slips_are_read_after_another_process_made_the_texts_anew_and_nothing_changed(
    session, index, meant, a_keeper, a_posting
):
    a_posting("live", title="Zygomatic coder")
    assert meant("zygomatik") == "zygomatic"
    before, other = index().texts, a_keeper()
    other.forget()
    other.ready(session)
    unsure = session.scalar(select(Credential).where(~Credential.confirmed).limit(1))
    try:
        unsure.confirmed = True
        session.commit()
        assert meant("zygomatik") == "zygomatic"
        assert index().texts is not before
    finally:
        unsure.confirmed = False
        session.commit()
