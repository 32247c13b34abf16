"""Look-up understands numbers, lists, ranges, beginnings, slips of the keys, and what people say."""

import pytest

from jobboard.domain.codes.codeset import CodeSet
from jobboard.search.lookup.asking import look_up, ranges_of
from jobboard.search.lookup.vocabulary import Vocabulary


def named(answer):
    """Codes by their number, families by their slug, in order."""
    return [hit.code.code if hit.code else hit.family.slug for hit in answer.hits]


def test_a_code_leads_then_its_families_from_the_narrowest_up(session):
    answer = look_up(session, "44314")
    assert named(answer)[:3] == ["44314", "cpt-enterostomy-and-stoma-revision", "cpt-intestines"]
    assert answer.total == len(answer.hits) == 5


@pytest.mark.parametrize(
    ("typed", "code", "why"),
    [
        ("70450-26", "70450", "the code itself with 26"),
        ("i2510", "I25.10", "the code itself"),
        (" 0sr90j9 ", "0SR90J9", "the code itself"),
        ("DRG 470", "470", "the code itself"),
        ("470", "470", "the code itself"),
        ("hcc 37", "37", "the code itself"),
    ],
)
def test_a_number_is_read_however_it_is_typed(session, typed, code, why):
    first = look_up(session, typed).hits[0]
    assert (first.code.code, first.why) == (code, why)


def test_a_list_brings_each_code_and_says_what_is_wrong_with_the_others(session):
    answer = look_up(session, "44314, 99213;I25.10 44318")
    assert named(answer) == ["44314", "99213", "I25.10"]
    assert answer.said == ("44318 is no code of this release. Did you mean 44314 or 44310?",)


def test_a_range_brings_the_codes_in_it_and_their_families(session):
    answer = look_up(session, "44300-44346")
    assert named(answer) == ["cpt-enterostomy-and-stoma-revision", "44310", "44314", "44320"]
    assert look_up(session, "44300 to 44346").total == answer.total == 4
    assert named(look_up(session, "I20-I25")) == ["icd10cm-i25", "I25.10"]
    assert "No code in use" in look_up(session, "44347-44349").said[0]


def test_the_beginning_of_a_number_brings_what_begins_so(session):
    assert named(look_up(session, "4431")) == ["cpt-enterostomy-and-stoma-revision", "44310", "44314"]
    assert "0SR90J9" in named(look_up(session, "0SR"))


def test_a_heading_brings_the_codes_below_it(session):
    answer = look_up(session, "I25")
    assert named(answer)[:2] == ["icd10cm-i25", "I25.10"]
    assert answer.said == ("I25 is a heading: a claim needs one of the longer codes below it.",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("44341", "44314"),
        ("44315", "44314"),
        ("9921E", None),
        ("99231", "99213"),
        ("OSR90J9", "0SR90J9"),
        ("K63.6", "K63.5"),
    ],
)
def test_a_wrong_number_says_what_it_probably_meant(session, typed, meant):
    answer = look_up(session, typed)
    assert (named(answer)[0] == meant) if meant else not answer.hits
    assert meant is None or f"Did you mean {meant}" in answer.said[0]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("heart attack", "icd10cm-i21"),
        ("MI", "icd10cm-i21"),
        ("sugar diabetes", "icd10cm-e11"),
        ("knee scope", "cpt-knee-arthroscopy"),
        ("stoma revision", "cpt-enterostomy-and-stoma-revision"),
        ("lap chole", "cpt-laparoscopic-gallbladder-surgery"),
        ("colonscopy", "cpt-colonoscopy"),
        ("hypertention", "icd10cm-i10"),
        ("ketorolac", "J1885"),
    ],
)
def test_words_find_what_people_mean_by_them(session, typed, found):
    assert found in named(look_up(session, typed))[:5]


def test_a_mended_word_is_said(session):
    assert look_up(session, "diabtes").said == ("Read “diabtes” as “diabetes”.",)


def test_words_never_find_a_cpt_number(session):
    assert not [
        hit for hit in look_up(session, "colonoscopy").hits if hit.code and hit.code_set is CodeSet.CPT
    ]


@pytest.mark.parametrize(
    "typed", ["", "   ", "\x00", "%", "_", "' OR 1=1 --", "zqxjvw", "🦴", "a" * 5000, "9" * 500, "-", "1-2"]
)
def test_anything_may_be_typed(session, typed):
    assert look_up(session, typed).total >= 0


def test_ranges_are_written_as_people_write_them(session):
    family = look_up(session, "stoma revision").hits[0]
    assert family.spans(ranges_of(session, [family])[family.family.id]) == [["44300", "44346"]]
    heart = next(hit for hit in look_up(session, "heart attack").hits if hit.family.slug == "icd10cm-i21")
    assert heart.spans(ranges_of(session, [heart])[heart.family.id]) == [["I21", "I21"]]


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("hernai", "hernia"),
        ("colonscopy", "colonoscopy"),
        ("pnuemonia", "pneumonia"),
        ("abc", None),
        ("qqqqqqqq", None),
    ],
)
def test_the_nearest_word_is_one_slip_away(typed, nearest):
    known = Vocabulary({"hernia": 9, "colonoscopy": 4, "pneumonia": 7, "colostomy": 5})
    assert known.nearest(typed) == nearest
