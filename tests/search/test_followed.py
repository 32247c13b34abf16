"""A process that has answered before answers the same as one that begins now, whatever changed in between."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from jobboard.domain.codes.finding import chain
from jobboard.domain.postings import parts, terms
from jobboard.domain.postings.changes import PostingChange
from jobboard.domain.postings.posting import Posting
from jobboard.search.index import texts
from jobboard.search.index.keeper import Keeper
from jobboard.search.index.shelf import Shelf
from tests.search.chance import place
from tests.search.finding import found

PHRASE = '"close every account within three days"'


def test_a_posting_whose_line_is_committed_late_is_found_by_a_phrase_of_its_text(
    session, a_keeper, a_posting
):
    keeper, posting, other = a_keeper(), a_posting("paused"), a_posting("live")
    assert found(session, keeper, q=PHRASE) == [other.id]
    last = session.scalar(select(func.max(PostingChange.id)))
    session.execute(insert(PostingChange), [{"id": last + 2, "posting_id": other.id}])
    session.commit()
    assert found(session, keeper, q=PHRASE) == [other.id]
    session.execute(update(Posting).where(Posting.id == posting.id).values(status="live"))
    session.execute(insert(PostingChange), [{"id": last + 1, "posting_id": posting.id}])
    session.commit()
    assert set(found(session, keeper, q=PHRASE)) == {posting.id, other.id}


def test_a_closing_date_that_is_brought_forward_is_kept_to_the_moment(session, a_keeper, a_posting, clock):
    keeper, posting, other = a_keeper(), a_posting("live"), a_posting("live")
    assert len(found(session, keeper)) == 2
    posting.closes_at = clock.now() + timedelta(hours=1)
    session.commit()
    assert len(found(session, keeper)) == 2
    clock.time = posting.closes_at
    assert found(session, keeper) == [other.id]


@pytest.mark.parametrize(
    "words", [{"near": "Houston, TX", "miles": 25}, {"setting": ("facility", "ed")}], ids=str
)
def test_what_comes_is_found_by_a_circle_and_a_setting_that_were_asked_before(
    session, a_keeper, a_posting, words
):
    keeper = a_keeper()
    fitting = {
        "work_model": terms.WorkModel.ONSITE, "all_states": False,
        "settings": [parts.SettingCell(side=terms.FeeSide.FACILITY, encounter=terms.Encounter.ED)],
    }  # fmt: skip
    first = a_posting("live", **fitting, places=[place("Houston", "TX")])
    assert found(session, keeper, **words) == [first.id]
    cells = [parts.SettingCell(side=terms.FeeSide.FACILITY, encounter=terms.Encounter.ED)]
    second = a_posting("live", **fitting | {"settings": cells}, places=[place("Pasadena", "TX")])
    assert set(found(session, keeper, **words)) == {first.id, second.id}


def test_a_smaller_share_of_the_work_takes_the_lead_away(session, a_keeper, a_posting, clock):
    narrow = chain(session, "44314")[0]
    ids = []
    for share in (60, 40):
        tag = parts.FamilyTag(family_id=narrow.id, family=narrow, need=terms.Need.REQUIRED, share=share)
        ids.append(a_posting("live", families=[tag]))
        clock.tick(minutes=1)
    keeper, (much, some) = a_keeper(), ids
    assert found(session, keeper, q="44314") == [much.id, some.id]
    much.live_edition.families[0].share = 20
    much.closes_at += timedelta(days=1)  # what changes a posting itself is what the log tells
    session.commit()
    assert found(session, keeper, q="44314") == [some.id, much.id]


def test_who_says_a_phrase_is_asked_anew_when_something_is_written(session, a_keeper, a_posting, monkeypatch):
    monkeypatch.setattr(texts, "FEW", 0)
    keeper, first = a_keeper(), a_posting("live")
    assert found(session, keeper, q=PHRASE) == [first.id]
    second = a_posting("live")
    assert set(found(session, keeper, q=PHRASE)) == {first.id, second.id}


def test_what_is_kept_of_the_texts_is_let_go_of_while_nobody_reads(session, a_keeper, a_posting, monkeypatch):
    """Whoever reads holds the lock: a phrase of an older text would be kept for the new one, or missed where it was put."""
    a_posting("live")
    keeper = a_keeper()
    lock, was_free, reload = keeper.ready(session).lock, [], texts.Texts.reload

    def look(index_of_words):
        with ThreadPoolExecutor(1) as reader:
            was_free.append(reader.submit(is_free, lock).result())
        reload(index_of_words)

    monkeypatch.setattr(texts.Texts, "reload", look)
    a_posting("live")
    keeper.ready(session)
    assert was_free == [False]


def is_free(lock):
    if not lock.acquire(blocking=False):
        return False
    lock.release()
    return True


@pytest.fixture
def made_anew(monkeypatch):
    """One entry for each time that the texts of the whole board were written."""
    made, real = [], Shelf._anew
    monkeypatch.setattr(
        Shelf, "_anew", lambda shelf, last, said: made.append(last) or real(shelf, last, said)
    )
    return made


@pytest.fixture
def reading(session):
    """`reading()`: somebody else who reads the same board, and sees what stood when they began."""
    return lambda: Session(session.get_bind())


def test_who_began_to_read_before_a_change_is_answered_with_it(
    session, folder, reading, a_posting, made_anew
):
    first, keeper = a_posting("live"), Keeper(folder, reading)
    assert found(session, keeper) == [first.id]
    with reading() as late:
        assert late.scalar(select(func.count()).select_from(Posting)) == 1
        second = a_posting("live")
        assert len(found(session, keeper)) == 2
        assert set(found(late, keeper)) == {first.id, second.id}
    assert len(made_anew) == 1


def test_a_board_that_was_put_back_to_an_earlier_day_is_taken_in_anew(
    session, folder, reading, a_posting, made_anew
):
    first, keeper = a_posting("live"), Keeper(folder, reading)
    last = session.scalar(select(func.max(PostingChange.id)))
    second = a_posting("live")
    assert set(found(session, keeper)) == {first.id, second.id}
    session.execute(update(Posting).where(Posting.id == second.id).values(status="paused"))
    session.execute(delete(PostingChange).where(PostingChange.id > last))
    session.commit()
    assert found(session, keeper) == [first.id]
    assert len(made_anew) == 2
