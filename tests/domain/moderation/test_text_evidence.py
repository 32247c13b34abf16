"""What the words of a posting give away: contacts, fees, patients, and terms they contradict."""

import pytest

from jobboard.domain.moderation import text_marks, wording_marks
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.parts import StateTag
from jobboard.domain.postings.terms import Apprentices, WorkModel
from tests.domain.moderation.editions import an_edition, told, tones


def worded(text):
    return list(wording_marks.facts(an_edition(description=text, steps=[], questions=[], benefits=[])))


@pytest.mark.parametrize(
    "text", ["Write to jobs@acme.example today", "call (614) 555-0142", "see www.acme.example"]
)
def test_contact_details_in_the_text_are_seen(text):
    found = worded(text)
    assert [(fact.tone, fact.reason) for fact in found] == [(Tone.LOOK, Reason.CONTACT_IN_TEXT)]


def test_being_asked_to_write_elsewhere_speaks_against():
    assert worded("Reach us on WhatsApp, not here")[0].tone == Tone.BAD


@pytest.mark.parametrize(
    "text", ["You code 12 charts a day @ 95% accuracy", "CPT 44300-44346, 2,080 hours", ""]
)
def test_ordinary_text_holds_no_contact(text):
    assert told(worded(text)) == [(Tone.GOOD, "No contact details in the text.")]


@pytest.mark.parametrize(
    ("text", "tone", "reason"),
    [
        ("A training fee is taken from the first pay.", Tone.BAD, Reason.FEES),
        ("For example MRN 00123456 of last week.", Tone.BAD, Reason.PATIENT_DATA),
        ("Native English speakers.", Tone.LOOK, Reason.WORDING),
    ],
)
def test_words_that_must_not_stand_there_lead_to_their_reason(text, tone, reason):
    assert (tone, reason) in [(fact.tone, fact.reason) for fact in worded(text)]


@pytest.mark.parametrize(
    ("terms", "text", "tones_expected"),
    [
        ({"work_model": WorkModel.REMOTE, "all_states": False}, "", {Tone.BAD}),
        ({"work_model": WorkModel.REMOTE, "all_states": True}, "", {Tone.GOOD}),
        (
            {"work_model": WorkModel.REMOTE, "all_states": False, "states": [StateTag(state="OH")]},
            "",
            {Tone.GOOD},
        ),
        ({"work_model": WorkModel.REMOTE, "all_states": True}, "You must live in Ohio.", {Tone.LOOK}),
        ({"work_model": WorkModel.ONSITE}, "This job is 100% remote!", {Tone.LOOK}),
        ({"work_model": WorkModel.ONSITE}, "In our office.", set()),
        ({"work_model": None}, "work from home", set()),
    ],
)
def test_where_the_work_is_done_is_said_once(terms, text, tones_expected):
    assert tones(text_marks.places(an_edition(**terms), text)) == tones_expected


@pytest.mark.parametrize(
    ("terms", "text", "tones_expected"),
    [
        ({"apprentices": Apprentices.YES, "experience_months": 36}, "", {Tone.BAD}),
        (
            {"apprentices": Apprentices.YES, "experience_months": 0},
            "at least 3 years of cardiology",
            {Tone.BAD},
        ),
        ({"apprentices": Apprentices.YES, "experience_months": 6}, "", {Tone.GOOD}),
        ({"apprentices": Apprentices.NO, "experience_months": 24}, "Entry-level, CPC-A fine", {Tone.LOOK}),
        ({"apprentices": Apprentices.NO, "experience_months": 24}, "", set()),
    ],
)
def test_what_is_said_about_apprentices_has_to_agree(terms, text, tones_expected):
    assert tones(text_marks.apprentices(an_edition(**terms), text)) == tones_expected
