"""Each kind of evidence: what raises it, and what does not."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.moderation import code_lens, identity, likeness, pay_band, text_marks, wording_marks
from jobboard.domain.moderation.background import Background, Paid, Share, Sibling
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import FamilyTag, SpecialtyTag, StateTag
from jobboard.domain.postings.terms import Apprentices, Need, PayUnit, WorkModel

NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)
COLORECTAL, CARDIOLOGY, RISK = 1, 2, 3


def an_edition(**terms) -> Edition:
    empty = {
        "title": "Colorectal surgery coder",
        "description": "",
        "states": [],
        "families": [],
        "specialties": [],
    }
    return Edition(**(empty | terms))


def a_family(id: int, label: str = "Enterostomy", span: str = "44300–44346") -> FamilyTag:
    return FamilyTag(family_id=id, family=Family(id=id, label=label, span=span), need=Need.REQUIRED)


def a_specialty(id: int, name: str = "Colorectal surgery") -> SpecialtyTag:
    return SpecialtyTag(specialty_id=id, specialty=Specialty(id=id, name=name))


def told(facts) -> list[tuple[Tone, str]]:
    return [(fact.tone, fact.sentence) for fact in facts]


def tones(facts) -> set[Tone]:
    return {fact.tone for fact in facts}


# ---- the code lens

SHARES = {
    44: [Share(COLORECTAL, "Colorectal surgery", 0.34), Share(9, "General surgery", 0.61)],
    93: [Share(CARDIOLOGY, "Cardiology", 0.88), Share(COLORECTAL, "Colorectal surgery", 0.002)],
}
LENS = Background(shares=SHARES, measured=frozenset({COLORECTAL, CARDIOLOGY}))


def test_families_of_the_specialty_speak_for_a_posting():
    edition = an_edition(families=[a_family(44)], specialties=[a_specialty(COLORECTAL)])
    assert told(code_lens.families(edition, LENS)) == [
        (Tone.GOOD, "1 of 1 code families are usual work in Colorectal surgery.")
    ]


def test_a_family_of_another_specialty_is_named_with_whose_it_is():
    tags = [a_family(44), a_family(93, "Echocardiography", "93303–93356")]
    found = list(code_lens.families(an_edition(families=tags, specialties=[a_specialty(COLORECTAL)]), LENS))
    assert found[0].tone == Tone.LOOK
    assert found[0].reason == Reason.CODES_DO_NOT_FIT
    assert (
        "less than 1% of what Medicare pays for it goes to Colorectal surgery, 88% to Cardiology"
        in found[0].sentence
    )


def test_when_no_family_fits_it_speaks_against():
    edition = an_edition(families=[a_family(93)], specialties=[a_specialty(COLORECTAL)])
    assert tones(code_lens.families(edition, LENS)) == {Tone.BAD}


def test_a_small_specialty_does_its_usual_work_though_others_do_more_of_it():
    shares = {31: [Share(COLORECTAL, "Colorectal surgery", 0.01, usual=True), Share(9, "General surgery", 0.97)]}
    edition = an_edition(families=[a_family(31)], specialties=[a_specialty(COLORECTAL)])
    assert tones(code_lens.families(edition, Background(shares=shares, measured=frozenset({COLORECTAL})))) == {Tone.GOOD}


def test_a_specialty_medicare_does_not_tell_of_is_not_judged():
    edition = an_edition(families=[a_family(93)], specialties=[a_specialty(RISK, "Risk adjustment")])
    assert not list(code_lens.families(edition, LENS))


def test_a_family_nobody_was_paid_for_is_not_judged():
    edition = an_edition(families=[a_family(7)], specialties=[a_specialty(COLORECTAL)])
    assert not list(code_lens.families(edition, LENS))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("You code 44314 and 0505F, G0121, I25.10.", ["44314", "0505F", "G0121", "I25.10"]),
        ("44314, then 44314 again", ["44314"]),
        ("in Columbus, OH 43215", []),
        ("43215-1234", []),
        ("$65000 to 72,500", []),
        ("about 65000 a year", []),
        ("Epic 2024 and ICD-10-CM", []),
        ("fax 614-555-01234", []),
    ],
)
def test_codes_are_told_from_money_and_zip_codes(text, codes):
    assert code_lens.codes_named(text) == codes


def test_a_code_that_does_not_exist_or_has_ended_is_named():
    codes = {"44314": True, "99201": False}
    assert told(code_lens.text_codes("We code 44314, 99201 and 44399.", codes)) == [
        (Tone.LOOK, "The text names 44399: not in the releases we know."),
        (Tone.LOOK, "The text names 99201: no longer valid."),
    ]
    assert tones(code_lens.text_codes("We code 44314.", codes)) == {Tone.GOOD}


# ---- pay

MARKET = Background(paid={COLORECTAL: [Paid(f"p{n}", Decimal(24 + n)) for n in range(12)]})


def paying(low, high, unit=PayUnit.HOUR, known=MARKET):
    terms = {"pay_min": Decimal(low), "pay_max": Decimal(high), "pay_unit": unit}
    return list(pay_band.facts("me", an_edition(specialties=[a_specialty(COLORECTAL)], **terms), known))


@pytest.mark.parametrize(
    ("low", "high", "unit", "tone"),
    [
        (28, 32, PayUnit.HOUR, Tone.GOOD),
        (58_000, 66_000, PayUnit.YEAR, Tone.GOOD),
        (44, 52, PayUnit.HOUR, Tone.LOOK),
        (18, 20, PayUnit.HOUR, Tone.LOOK),
        (90, 110, PayUnit.HOUR, Tone.BAD),
        (9, 10, PayUnit.HOUR, Tone.BAD),
    ],
)
def test_pay_stands_against_the_live_jobs_of_the_specialty(low, high, unit, tone):
    found = paying(low, high, unit)
    assert tones(found) == {tone}
    assert "12 live jobs" in found[0].sentence


def test_a_postings_own_pay_is_not_its_market():
    known = Background(paid={COLORECTAL: [Paid("me", Decimal(30))] * 20})
    assert "no live job" in paying(28, 32, known=known)[0].sentence


@pytest.mark.parametrize(
    ("low", "high", "tone"), [(28, 36, Tone.GOOD), (10, 12, Tone.LOOK), (95, 105, Tone.LOOK)]
)
def test_with_too_few_jobs_the_usual_range_is_asked(low, high, tone):
    assert tones(paying(low, high, known=Background())) == {tone}


def test_piece_pay_and_wide_ranges_are_pointed_at():
    assert "not compared" in paying(3, 5, PayUnit.CHART)[0].sentence
    assert "The range is wide: $20–$60 per hour." in [fact.sentence for fact in paying(20, 60)]


# ---- repetition

TEXT = " ".join(f"word{n}" for n in range(100))


def repeated(text):
    siblings = [
        Sibling("other", "Colorectal surgery coder", text),
        Sibling("me", "Colorectal surgery coder", TEXT),
    ]
    return list(likeness.facts("me", an_edition(description=TEXT), siblings))


def test_a_posting_said_twice_is_seen():
    assert repeated(TEXT)[0].tone == Tone.BAD
    assert repeated(TEXT)[0].reason == Reason.DUPLICATE


def test_a_posting_with_a_few_words_changed_is_seen():
    assert repeated(TEXT.replace("word50", "fifty").replace("word51", "more"))[0].tone in (
        Tone.LOOK,
        Tone.BAD,
    )


def test_another_posting_is_another():
    assert repeated(" ".join(f"other{n}" for n in range(100)))[0].tone == Tone.GOOD


def test_the_first_posting_of_an_employer_is_compared_with_nothing():
    assert not list(likeness.facts("me", an_edition(description=TEXT), []))


# ---- marks in the words


def worded(text):
    return list(wording_marks.facts(an_edition(description=text, steps=[], questions=[], benefits=[])))


@pytest.mark.parametrize("text", ["Write to jobs@acme.example today", "call (614) 555-0142", "see www.acme.example"])
def test_contact_details_in_the_text_are_seen(text):
    found = worded(text)
    assert [(fact.tone, fact.reason) for fact in found] == [(Tone.LOOK, Reason.CONTACT_IN_TEXT)]


def test_being_asked_to_write_elsewhere_speaks_against():
    assert worded("Reach us on WhatsApp, not here")[0].tone == Tone.BAD


@pytest.mark.parametrize("text", ["You code 12 charts a day @ 95% accuracy", "CPT 44300-44346, 2,080 hours", ""])
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


# ---- contradictions between the text and the terms


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


# ---- the employer


def an_employer(**words) -> Employer:
    complete = {
        "name": "Acme Health", "website": "https://acme.example", "confirmed_mail_domain": "acme.example", "city": "Columbus",
        "state": "OH", "about": "A health system of four hospitals and ninety clinics in central Ohio, with forty coders.",
        "created_at": NOW - timedelta(days=400),
    }  # fmt: skip
    return Employer(**(complete | words))


def test_a_known_employer_speaks_for_itself():
    assert tones(identity.facts(an_employer(), 12, NOW)) == {Tone.GOOD}


@pytest.mark.parametrize(
    ("words", "tone", "said"),
    [
        (
            {"confirmed_mail_domain": "gmail.example"},
            Tone.LOOK,
            "Mail comes from gmail.example, the website is acme.example.",
        ),
        (
            {"confirmed_mail_domain": None},
            Tone.LOOK,
            "Nobody there has confirmed an address at acme.example.",
        ),
        (
            {"confirmed_mail_domain": None, "website": None},
            Tone.BAD,
            "No website, and no confirmed company address.",
        ),
        ({"confirmed_mail_domain": "notacme.example"}, Tone.LOOK, "Mail comes from notacme.example"),
    ],
)
def test_whose_mail_it_is_decides_whom_to_believe(words, tone, said):
    fact = identity.mail(an_employer(**words))
    assert fact.tone == tone
    assert said in fact.sentence


def test_an_unfinished_company_page_says_what_is_missing():
    fact = identity.page(an_employer(about="Soon.", city=""))
    assert fact.sentence == "Its company page lacks what it does and where it is."
    assert fact.reason == Reason.WHO_ARE_YOU


@pytest.mark.parametrize(
    ("age", "approved", "tone", "said"),
    [
        (timedelta(hours=2), 0, Tone.LOOK, "Signed up today; nothing of it was published yet."),
        (timedelta(days=1), 0, Tone.LOOK, "Signed up 1 day ago; nothing"),
        (timedelta(days=90), 0, Tone.LOOK, "this would be its first listing"),
        (timedelta(days=3), 1, Tone.GOOD, "1 posting published before; signed up 3 days ago."),
    ],
)
def test_how_long_an_employer_is_known(age, approved, tone, said):
    fact = identity.history(an_employer(created_at=NOW - age), approved, NOW)
    assert fact.tone == tone
    assert said in fact.sentence
