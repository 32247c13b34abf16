"""A code finds the desks whose families cover it, the narrowest first, and says why."""

import pytest

from jobboard.domain.codes.finding import chain
from jobboard.domain.postings import parts, terms


@pytest.fixture
def tagged(session, a_posting):
    """`tagged("44314", 1)`: a live posting tagged with the family so many levels above the leaf of that code."""

    def build(code, levels_up=0, share=None, **words):
        family = chain(session, code)[levels_up]
        tag = parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=share)
        return a_posting("live", families=[tag], **words)

    return build


def test_the_narrowest_family_leads(search, tagged, clock):
    whole_section = tagged("44314", 3)
    leaf = tagged("44314", 0)
    middle = tagged("44314", 1)
    tagged("99213")
    assert list(search(q="44314").ids) == [leaf.id, middle.id, whole_section.id]


def test_of_equally_narrow_ones_the_larger_share_leads(search, tagged):
    small, large = tagged("44314", share=10), tagged("44314", share=80)
    assert list(search(q="44314").ids) == [large.id, small.id]


def test_the_reason_names_the_family_that_covers_the_code(search, tagged, session):
    posting, leaf = tagged("44314"), chain(session, "44314")[0]
    assert search(q="44314").reasons[posting.id] == [f"covers 44314: {leaf.span}, {leaf.label}"]
    assert leaf.span.replace("–", "-") == "44300-44346"


def test_a_posting_that_only_mentions_the_code_comes_last(search, tagged):
    text = "You would code 44314 now and then, though it is not what the desk is about. " * 4
    mentions = tagged("99213", description=text)
    covers = tagged("44314", 2)
    result = search(q="44314")
    assert list(result.ids) == [covers.id, mentions.id]
    assert result.reasons[mentions.id] == ["mentions 44314 in its text"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("44314", "44314"),
        ("i25.10", "I25.10"),
        ("i2510", "I25.10"),
        ("J1885", "J1885"),
        ("70450-26", "70450"),
    ],
)
def test_a_code_is_understood_as_people_type_it(search, tagged, typed, code):
    posting = tagged(code)
    result = search(q=typed)
    assert result.reading.code.code == code
    assert list(result.ids) == [posting.id]


def test_words_beside_a_code_narrow_its_jobs(search, tagged):
    tagged("44314", title="Colorectal surgery coder")
    auditor = tagged("44314", title="Surgical denials specialist")
    result = search(q="44314 denials")
    assert list(result.ids) == [auditor.id]
    assert result.reading.rest == "denials"


def test_a_number_that_is_no_code_is_a_word(search, tagged):
    tagged("44314")
    result = search(q="99999")
    assert result.reading.code is None
    assert result.total == 0
