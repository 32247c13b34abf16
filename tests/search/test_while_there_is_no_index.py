"""What the database answers alone while the index of a large board is being made: of less, at once, and it says so."""

import pytest
from sqlalchemy import select

from jobboard import clock
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.parts import SpecialtyTag
from jobboard.search import holding
from jobboard.search.letting_go import CODES_ALONE, NOBODY_COVERS
from jobboard.search.query import Query
from jobboard.search.sql import NEWEST_ALONE, SqlEngine


@pytest.fixture
def by_database(session):
    return lambda **words: SqlEngine(session).search(Query(**words), clock.now())


@pytest.fixture
def three(a_posting, clock, monkeypatch):
    """Of three jobs alike, the oldest first, words and codes are looked for in two."""
    monkeypatch.setattr(holding, "MOST_SEARCHED", 2)
    ids = []
    for _ in range(3):
        clock.tick(minutes=1)
        ids.append(a_posting("live", title="Podiatry coder").id)
    return ids


@pytest.mark.parametrize("typed", ["podiatry", "44314", "podiatry coder walrus", "44314 99213"])
def test_words_and_codes_are_looked_for_in_the_newest_jobs_alone(by_database, three, typed):
    result = by_database(q=typed)
    assert list(result.ids) == three[:0:-1]
    assert result.total == 2
    assert NEWEST_ALONE in result.reading.messages


def test_what_is_only_chosen_is_looked_for_everywhere(by_database, three):
    """A page about one state or employer must not be gone for a minute."""
    for result in (by_database(), by_database(work=("remote",)), by_database(employer=("acme-health",))):
        assert set(result.ids) == set(three)
        assert result.reading.messages == ()


def test_a_board_that_is_small_enough_is_gone_through(by_database, a_posting):
    posting = a_posting("live", title="Podiatry coder")
    result = by_database(q="podiatry")
    assert list(result.ids) == [posting.id]
    assert result.reading.messages == ()


@pytest.fixture
def desks(a_posting):
    """The ids of two cardiology coders; both cover 44314."""
    return {a_posting("live", title=f"Cardiology coder {number}").id for number in range(2)}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("cardiology walrus", "No job says “walrus”. These are found by the other words."),
        (
            "cardiology walrus quagga",
            "No job says “walrus” or “quagga”. These are found by the other words.",
        ),
        ("44314 quagga", CODES_ALONE),
    ],
)
def test_what_nobody_says_is_left_out_and_named_as_by_the_index(by_database, by_index, desks, typed, message):
    for result in (by_database(q=typed), by_index(q=typed)):
        assert set(result.ids) == desks
        assert result.reading.messages == (message,)


def test_a_word_alone_that_nobody_says_finds_nothing(by_database, desks):
    assert (by_database(q="quagga").total, by_database(q="quagga").reading.messages) == (0, ())


def test_a_choice_that_leaves_nobody_makes_no_word_one_that_nobody_says(by_database, desks):
    result = by_database(q="44314 cardiology coder", apprentice=True)
    assert (result.total, result.reading.messages) == (0, ())


def test_a_list_that_nobody_covers_finds_those_whose_specialties_code_it(
    by_database, by_index, a_posting, session
):
    heart = session.scalars(select(Specialty).where(Specialty.slug == "cardiology")).one()
    tagged = a_posting("live", specialties=[SpecialtyTag(specialty_id=heart.id, specialty=heart)])
    a_posting("live")
    for result in (by_database(q="I25.10 93306"), by_index(q="I25.10 93306")):
        assert tagged.id in result.ids
        assert result.reading.messages == (NOBODY_COVERS,)
        assert result.reasons[tagged.id] == ["Cardiology codes all 2 codes"]
