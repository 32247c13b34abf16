"""What is left of a search when part of it is said by nobody, and what cannot stand alone."""

import pytest
from sqlalchemy import select

from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.parts import SpecialtyTag
from jobboard.domain.postings.terms import Apprentices
from jobboard.search.letting_go import CODES_ALONE, NOBODY_COVERS
from jobboard.search.relaxing import followed


@pytest.fixture
def desks(a_posting):
    """By name the ids of a cardiology coder, a cardiology auditor and a senior podiatry coder."""
    titles = {"coder": "Cardiology coder", "auditor": "Cardiology auditor", "senior": "Senior podiatry coder"}
    return {name: a_posting("live", title=title).id for name, title in titles.items()}


def test_words_that_no_job_says_are_left_out_and_named(by_index, desks):
    result = by_index(q="cardiology walrus zeppelin quagga")
    assert set(result.ids) == {desks["coder"], desks["auditor"]}
    assert (
        "No job says “walrus” or “zeppelin” or “quagga”. These are found by the other words."
        in result.reading.messages
    )


def test_one_word_alone_that_no_job_says_finds_nothing(by_index, desks):
    result = by_index(q="quagga")
    assert (result.total, result.reading.messages) == (0, ())


def test_what_only_a_hidden_job_says_is_left_out_like_what_nobody_says(by_index, desks, a_posting):
    a_posting("paused", title="Zeppelin cardiology coder")
    hidden = by_index(q="cardiology walrus zeppelin")
    assert set(hidden.ids) == {desks["coder"], desks["auditor"]}
    assert "“walrus” or “zeppelin”" in " ".join(hidden.reading.messages)


def test_a_misspelled_word_is_mended_before_it_is_left_out(by_index, desks):
    result = by_index(q="cardiolgy walrus")
    assert result.did_you_mean == "cardiology walrus"
    assert set(result.ids) == {desks["coder"], desks["auditor"]}


def test_senior_alone_is_no_answer_where_something_else_was_asked_for_too(by_index, desks):
    assert set(by_index(q="senior cardiology").ids) == {desks["coder"], desks["auditor"]}
    assert list(by_index(q="senior coder").ids)[:1] == [desks["senior"]]


def test_a_code_is_found_though_nobody_says_the_words_beside_it(by_index, desks, a_posting):
    covering = set(by_index(q="44314").ids)
    result = by_index(q="44314 quagga")
    assert covering
    assert set(result.ids) == covering
    assert CODES_ALONE in result.reading.messages


def test_a_modifier_is_looked_for_with_its_number(by_index, a_posting):
    a_posting("live", title="Podiatry coder", description="Modifiers every day, some 25 of them. " * 20)
    right = a_posting(
        "live", title="Podiatry coder", description="You know when modifier 25 is earned. " * 20
    )
    assert next(iter(by_index(q="modifier 25").ids)) == right.id
    assert [term.ways for term in by_index(q="modifier 25").reading.terms] == [("modifier 25",)]


def test_who_has_learned_for_years_is_shown_first_what_asks_for_that(by_index, a_posting):
    for_all = {"experience_months": 0, "apprentices": Apprentices.YES}
    asks = a_posting("live", title="Coder II", experience_months=24)
    beginner = a_posting("live", title="Apprentice coder", **for_all)
    assert list(by_index(q="2 years experience").ids) == [asks.id, beginner.id]
    assert list(by_index(experience_max=12).ids) == [beginner.id]


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("six figure jobs", 100_000, "year"),
        ("6-figures remote", 100_000, "year"),
        ("30 to 40 dollars per hour", 30, "hour"),
        ("35 bucks an hour", 35, "hour"),
    ],
)
def test_pay_in_words_is_a_floor(by_index, typed, amount, unit):
    query = by_index(q=typed).reading.query
    assert (query.pay_min, query.pay_unit) == (amount, unit)


def test_equal_slips_are_read_as_the_word_of_the_same_letters(by_index, a_posting):
    a_posting("live", title="Physician educator")
    assert by_index(q="physican educator").did_you_mean == "physician educator"


def test_a_list_that_nobody_covers_finds_those_whose_specialties_code_it(by_index, a_posting, session):
    """The same as each of its codes alone; a code that somebody covers needs nobody else."""
    heart = session.scalars(select(Specialty).where(Specialty.slug == "cardiology")).one()
    tagged = a_posting(
        "live",
        title="Cardiology coder",
        specialties=[SpecialtyTag(specialty_id=heart.id, specialty=heart)],
    )
    for typed in ("I25.10 93306", "I25.10"):
        assert tagged.id in by_index(q=typed).ids
    result = by_index(q="I25.10 93306")
    assert NOBODY_COVERS in result.reading.messages
    assert result.reasons[tagged.id] == ["Cardiology codes all 2 codes"]
    assert by_index(q="I25.10 93306 K63.5").reasons[tagged.id] == ["Cardiology codes 2 of 3 codes"]
    assert NOBODY_COVERS not in by_index(q="44314 I25.10").reading.messages


def test_a_word_that_nearly_every_job_says_is_not_asked_for_alone():
    """`eastern time zone` found all that is full time."""
    assert followed([("time", 306, True), ("zone", 2, True)], of=309) == ["zone"]
    assert followed([("time", 150, True), ("zone", 2, True)], of=309) == ["zone", "time"]
    assert followed([("time", 19, True), ("zone", 2, True)], of=20) == ["zone", "time"]  # a small board


def test_what_only_descriptions_say_comes_after_what_titles_do(by_index, a_posting):
    """Fewer say the one word, but none has it for a matter."""
    passing = a_posting("live", title="Podiatry coder", description="The ledger is closed every week. " * 10)
    titles = [a_posting("live", title="Lymphedema coder").id for _ in range(2)]
    assert set(by_index(q="lymphedema ledger").ids[:2]) == set(titles)
    assert passing.id in by_index(q="lymphedema ledger").ids


def test_when_somebody_would_work_does_not_stand_alone_beside_what(by_index, a_posting):
    """`weekend emergency room coder` found first what is done at weekends, whatever it is."""
    weekends = a_posting("live", title="Podiatry coder, weekends").id
    right = [a_posting("live", title="Lymphedema coder").id for _ in range(2)]
    assert set(by_index(q="weekend lymphedema coder").ids) == set(right)
    assert list(by_index(q="weekends only").ids)[:1] == [weekends]


def test_a_name_made_of_words_that_tell_nothing_is_a_name(by_index, a_posting):
    a_posting("live", title="Podiatry coder")
    right = a_posting("live", title="Podiatry coder", description="You look up rules in Find-A-Code. " * 9)
    assert by_index(q="find a code").ids[0] == right.id
    (only,) = by_index(q="code podiatry, others provided").reading.terms
    assert only.ways[0] == "podiatry"
