"""What stands in quotes is said in just these words, also where not all other words are; and what was left out is told."""

from jobboard.search.relaxing import MOST_WORDS, NOT_ALL_WORDS


def test_half_a_word_in_quotes_is_not_the_beginning_of_another(by_index, a_posting):
    a_posting("live", title="Colorectal coder")
    assert by_index(q="colorec").total == 1
    assert by_index(q='"colorec"').total == 0
    assert by_index(q="coder -colorec").total == 1


def test_of_two_words_beside_a_phrase_one_may_be_missing_and_the_phrase_may_not(search, a_posting):
    with_it = a_posting("live", title="Podiatry auditor, walrus desk")
    a_posting("live", title="Podiatry auditor")
    a_posting("live", title="Wizard auditor")
    assert list(search(q='podiatry wizard "walrus desk"').ids) == [with_it.id]


def test_of_three_words_beside_a_phrase_half_may_be_missing_and_the_phrase_may_not(search, a_posting):
    with_it = a_posting("live", title="Podiatry auditor nights, walrus desk")
    a_posting("live", title="Podiatry auditor nights")
    assert list(search(q='podiatry auditor wizard "walrus desk"').ids) == [with_it.id]


def test_it_is_said_whether_some_hold_all_words_or_none_does(search, a_posting):
    a_posting("live", title="Podiatry auditor nights")
    a_posting("live", title="Coder, wizard")
    none = search(q="podiatry auditor wizard").reading.messages
    assert (NOT_ALL_WORDS in none, MOST_WORDS in none) == (True, False)
    a_posting("live", title="Podiatry auditor wizard")
    some = search(q="podiatry auditor wizard").reading.messages
    assert (NOT_ALL_WORDS in some, MOST_WORDS in some) == (False, True)


def test_three_letters_are_the_beginning_of_a_word_where_nobody_says_them(by_index, a_posting):
    begun = a_posting("live", title="Dermatology denials")
    assert list(by_index(q="der").ids) == [begun.id]
    itself = a_posting("live", title="Der denials")
    assert list(by_index(q="der").ids) == [itself.id]
    assert by_index(q='"ent"').total == 0
