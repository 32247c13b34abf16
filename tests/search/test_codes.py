"""A code finds the desks whose families cover it, the narrowest first, and says why."""

import pytest
from sqlalchemy import select

from jobboard.domain.codes.finding import chain
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings import parts, terms


@pytest.fixture
def tagged(session, a_posting, clock):
    """`tagged("44314", 1)`: a live posting tagged with the family so many levels above the leaf of that code."""

    def build(code, levels_up=0, share=None, **words):
        family = chain(session, code)[levels_up]
        tag = parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=share)
        clock.tick(minutes=1)
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


def test_a_posting_that_only_mentions_the_code_comes_last(by_index, tagged):
    text = "You would code 44314 now and then, though it is not what the desk is about. " * 4
    mentions = tagged("99213", description=text)
    covers = tagged("44314", 2)
    result = by_index(q="44314")
    assert list(result.ids) == [covers.id, mentions.id]
    assert result.reasons[mentions.id] == ["mentions 44314 in its text"]


def test_a_title_that_names_the_code_is_found_too(search, tagged):
    mentions = tagged("99213", title="Coder for 44314 and the like")
    assert list(search(q="44314").ids) == [mentions.id]


def test_after_those_that_cover_a_code_come_those_whose_specialty_codes_it(search, tagged, colorectal):
    theirs = [parts.SpecialtyTag(specialty_id=colorectal.id, specialty=colorectal)]
    coding = tagged("99213", specialties=theirs)
    covers = tagged("44314", 3)
    result = search(q="44314")
    assert list(result.ids) == [covers.id, coding.id]
    assert result.reasons[coding.id] == [f"{colorectal.name} codes 44314"]


@pytest.fixture
def colorectal(session):
    return session.scalars(select(Specialty).where(Specialty.slug == "colorectal-surgery")).one()


def test_a_list_is_led_by_who_covers_most_of_it(search, tagged):
    both = tagged("44314", 3)  # all of surgery: 44314 and 45378
    one = tagged("45378")
    other = tagged("99213")
    tagged("J1885")
    result = search(q="44314 45378 99213*5")
    assert list(result.ids) == [other.id, both.id, one.id]
    assert result.total == 3
    assert list(search(q="44314 45378 99213*5", sort="newest").ids) == [other.id, one.id, both.id]


def test_of_those_that_cover_as_much_the_narrower_families_lead_then_the_newest(search, tagged):
    wide = tagged("44314", 2)
    older, newer = tagged("44314"), tagged("44314")
    assert list(search(q="44314 99213").ids) == [newer.id, older.id, wide.id]


def test_a_long_list_has_its_pages(search, tagged, clock):
    for _ in range(21):
        clock.tick(minutes=1)
        tagged("45378")
    best = tagged("44314", 3)
    first, second = search(q="44314 45378"), search(q="44314 45378", page=2)
    assert first.ids[0] == best.id
    assert first.total == second.total == len({*first.ids, *second.ids}) == 22


def test_a_range_is_covered_by_families_over_it_and_in_it(search, tagged):
    over, inside = tagged("44314", 3), tagged("44314")
    tagged("99213")
    assert set(search(q="44300-44399").ids) == {over.id, inside.id}


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
