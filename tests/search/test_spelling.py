"""A word that nothing holds is put as the nearest one the board knows; what was typed can still be looked for."""

import pytest

from jobboard.search.query import Query
from jobboard.search.spelling import distance, spelling_of


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("cardiolgy", "cardiology"),
        ("crdiology", "cardiology"),
        ("cardiologgy", "cardiology"),
        ("ortopedic", "orthopedic"),
        ("urolgy", "urology"),
        ("telehelth", "telehealth"),
        ("rmote", "remote"),
        ("erlogy", None),
        ("denails", "denials"),
        ("codr", "coder"),
        ("qqqqqq", None),
        ("zzzzzzzzzzzz", None),
    ],
)
def test_the_nearest_word_is_at_most_two_slips_away(session, word, meant):
    assert spelling_of(session).nearest(word) == meant


@pytest.mark.parametrize(
    ("word", "other", "slips"),
    [
        ("abcd", "abcd", 0),
        ("abcd", "abdc", 1),
        ("abcd", "abc", 1),
        ("abcd", "abxd", 1),
        ("abcd", "dcba", 3),
        ("ab", "abcd", 2),
    ],
)
def test_letters_that_changed_places_are_one_slip(word, other, slips):
    assert distance(word, other) == distance(other, word) == slips


def test_jobs_for_the_word_that_was_meant_are_shown(search, a_posting):
    posting = a_posting("live", title="Ophthalmology coder")
    result = search(q="ophtalmology")
    assert list(result.ids) == [posting.id]
    assert result.reading.query.q == result.did_you_mean == "ophthalmology"
    assert result.reading.typed == "ophtalmology"
    assert result.reading.instead == Query(q='"ophtalmology"')


def test_what_was_typed_can_be_looked_for_all_the_same(search, a_posting):
    a_posting("live", title="Ophthalmology coder")
    result = search(q='"ophtalmology"')
    assert (result.total, result.reading.typed) == (0, None)


def test_a_choice_spelled_wrong_is_a_choice_all_the_same(search, a_posting):
    posting = a_posting("live", title="Ophthalmology coder")
    result = search(q="rmote ophthalmology")
    assert result.reading.query.work == ("remote",)
    assert list(result.ids) == [posting.id]


def test_a_word_that_something_listed_holds_is_left_alone(search, a_posting):
    posting = a_posting("live", title="Cardiolgy coder, as we spell it")
    result = search(q="cardiolgy")
    assert result.reading.typed is None
    assert list(result.ids) == [posting.id]


def test_words_of_what_is_not_listed_are_never_offered(search, a_posting):
    a_posting("draft", title="Zyxwvutology coder")
    a_posting("live", title="Ophthalmology coder")
    result = search(q="zyxwvutologi")
    assert (result.total, result.did_you_mean) == (0, None)


def test_phrases_and_minus_are_never_mended(search, a_posting):
    a_posting("live", title="Ophthalmology coder")
    assert search(q='ophthalmology -cardiolgy "urolgy"').reading.typed is None


def test_a_word_of_a_listed_name_or_title_is_put_right_and_of_an_unlisted_one_never(
    by_index, a_posting, acme
):
    acme.name = "Saltbrush Health"
    a_posting("live", title="Zygomatic desk")
    a_posting("draft", title="Quixotic desk")
    assert by_index(q="saltbursh").did_you_mean == "saltbrush"
    assert by_index(q="zygomattic").did_you_mean == "zygomatic"
    assert by_index(q="quixotc").did_you_mean is None


def test_the_index_never_names_a_word_that_is_listed_no_more(by_index, a_posting, clock):
    hidden = a_posting("live", title="Quixotic desk")
    assert by_index(q="quixotc").did_you_mean == "quixotic"
    clock.time = hidden.closes_at  # closed by its date, though the index holds it still
    assert by_index(q="quixotc").did_you_mean is None
