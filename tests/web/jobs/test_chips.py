"""The chips say what was understood, and each leads to the search without it."""

from urllib.parse import parse_qs, urlsplit

import pytest

from jobboard import clock
from jobboard.search.query import Query
from jobboard.search.reading import understand
from jobboard.web.jobs.chips import chips, in_words
from jobboard.web.jobs.result_page import sorts


@pytest.fixture
def drawn(app, session):
    def draw(q, **words):
        return chips(understand(session, Query(q=q, **words), clock.now().date()), "/jobs")

    return draw


def address(url):
    return {name: " ".join(values) for name, values in parse_qs(urlsplit(url).query).items()}


def test_everything_that_was_typed_has_its_chip(drawn):
    found = drawn(
        '44314 99213*40 remote cpc required texas $32 1099 2 years experience denials "same day" -auditor'
    )
    assert [(chip.note, chip.label) for chip in found] == [
        ("CPT", "44314"),
        ("CPT", "99213 × 40"),
        ("Words", "“denials”"),
        ("Exactly", "“same day”"),
        ("Not", "“auditor”"),
        ("Credential", "CPC"),
        ("Work", "Remote"),
        ("Type", "Contract (1099)"),
        ("From", "Texas"),
        ("Credential is", "Required"),
        ("Pay", "$32 an hour or more"),
        ("Experience", "2 years or less"),
    ]


def test_a_chip_that_is_taken_away_leaves_the_rest(drawn):
    by_label = {
        chip.label: address(chip.remove_url) for chip in drawn('44314 99213*40 denials "same day" -auditor')
    }
    assert by_label["99213 × 40"] == {"q": '44314 denials "same day" -auditor'}
    assert by_label["“same day”"] == {"q": "44314 99213*40 denials -auditor"}
    assert by_label["“auditor”"] == {"q": '44314 99213*40 denials "same day"'}
    assert by_label["“denials”"] == {"q": '44314 99213*40 "same day" -auditor'}


def test_a_place_and_a_state_of_work_have_chips(drawn):
    found = drawn("within 50 miles of houston, tx onsite")
    assert ("Within 50 miles of", "Houston, TX") in [(chip.note, chip.label) for chip in found]
    assert ("In", "Ohio") in [(chip.note, chip.label) for chip in drawn("onsite ohio")]


def test_many_codes_are_one_chip(drawn):
    found = drawn("44314 44310 44320 45378 45380 99213 99285 93306 70450")
    assert [(chip.note, chip.label, chip.remove_url) for chip in found] == [("List", "9 codes", "/jobs")]


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("", ""),
        ("denials", " for “denials”"),
        ('denials "same day"', " for “denials same day”"),
        ("denials -auditor -lead", " for “denials” without “auditor” or “lead”"),
        ("-auditor", " without “auditor”"),
    ],
)
def test_words_are_said_inside_a_sentence(rest, said):
    assert in_words(rest) == said


def test_the_value_of_a_chip_is_what_stands_in_the_address(drawn):
    values = {chip.name: chip.value for chip in drawn("apprentice columbus $32.50")}
    assert values == {"near": "Columbus, OH", "or_remote": "yes", "pay_min": "32.5", "apprentice": "yes"}


@pytest.mark.parametrize(
    ("choices", "first"),
    [
        ({}, "Newest"),
        ({"work": ("remote",)}, "Newest"),
        ({"credential": ("cpc",), "need": "required"}, "Newest"),
        ({"q": "coder"}, "Best match"),
        ({"from_state": "TX"}, "Best match"),
        ({"credential": ("cpc",)}, "Best match"),
        ({"near": "Columbus, OH", "or_remote": True}, "Best match"),
    ],
)
def test_the_best_match_leads_where_some_jobs_fit_better_than_others(choices, first):
    (label, url, chosen), *others = sorts(Query(**choices), "/jobs")
    assert (label, chosen) == (first, True)
    assert "sort" not in url
    assert "Best match" not in [label for label, _, _ in others]
