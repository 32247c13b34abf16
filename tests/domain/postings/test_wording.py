"""Wording that may not stand in an advertisement is found with its reason; ordinary coding talk is left alone."""

import pytest

from jobboard.domain.postings.wording import REASONS, Kind, flags, flags_of

FORBIDDEN = {
    Kind.AGE: (
        "We look for recent graduates.", "a young, dynamic team", "digital native wanted", "under 35 years old", "Class of 2024 welcome",
        "no more than 10 years of experience", "New grads only",
    ),
    Kind.SEX: ("Male candidates preferred", "the girls in the office", "He will report to the lead", "females only"),
    Kind.ORIGIN: ("Native English speaker", "must be a native-speaker: native speaking coder", "no accent", "English mother tongue"),
    Kind.CITIZENSHIP: ("U.S. citizens only", "must be a US citizen", "US citizenship is required", "green card holders only", "No H1B"),
    Kind.DISABILITY: ("able-bodied", "must be in good health", "No disabilities"),
    Kind.FAMILY: ("no small children", "Single candidates", "marital status"),
    Kind.RELIGION: ("Christian only", "practicing Catholics"),
    Kind.RECORD: ("No felonies", "clean criminal record", "felons need not apply"),
    Kind.SALARY_HISTORY: ("Send your salary history", "tell us your current salary", "bring a paystub"),
    Kind.FEES: ("a training fee of $99", "refundable deposit", "You must pay for the background check", "gift cards", "a starter kit of $89"),
    Kind.BANK: ("bring your bank details", "send us your SSN", "Provide your banking information"),
    Kind.CONTACT: (
        "write to jobs@example.com", "call (614) 555-0134", "614-555-0134", "text us on WhatsApp", "see https://example.com/apply",
        "jane (at) example.com", "www.example.com",
    ),
    Kind.PATIENT: ("SSN 123-45-6789", "MRN: 00482913", "DOB 3/14/1961"),
}  # fmt: skip

HARMLESS = (
    "You code the female genital system and male newborn circumcisions.",
    "We pay for your training and cover the exam. No application fee.",
    "Code ranges 44140-44160, ICD-10-CM K50-K64 and 99202-99215.",
    "Practicing physicians answer queries within two days.",
    "Native format of the EHR; signals from the encoder.",
    "College students and career changers with a CPC-A are welcome.",
    "401(k) match, retirement plan, medical and dental insurance.",
    "Authorized to work in the United States.",
    "You may opt out of overtime, and no opt-in is needed.",
    "Deposits post to the bank account ledger; accounts receivable details are in the EHR.",
    "A starter kit with code books is on us.",
    "A background check follows the offer.",
    "At least 2 years of experience; fluent written English.",
    "The single most important thing is the operative report.",
    "Deposit codes to the queue by 5 pm; 250-300 charts a week.",
)


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in FORBIDDEN.items() for text in texts]
)
def test_forbidden_wording_is_found_with_its_kind(kind, text):
    assert kind in {flag.kind for flag in flags(text)}


@pytest.mark.parametrize("text", HARMLESS)
def test_the_talk_of_the_trade_is_left_alone(text):
    assert flags(text) == []


def test_every_kind_has_a_reason_and_an_example():
    assert set(REASONS) == set(Kind) == set(FORBIDDEN)


def test_a_phrase_is_quoted_as_it_stands_and_named_once():
    text = "Recent  **graduates** welcome. recent  **graduates** again."
    found = flags(text)
    assert [(flag.phrase, flag.start) for flag in found] == [("Recent  **graduates", 0)]


def test_typographic_marks_hide_nothing():
    assert flags("native‑speaking coder, his or her wife’s") != []


def test_a_long_text_is_read_quickly():
    assert flags("a" * 20_000 + "@" * 20_000 + " 5" * 10_000) == []


def test_every_place_where_words_are_typed_is_read(a_posting):
    posting = a_posting(
        "draft", description="x " * 100 + "digital natives", bonus="gift cards", apprentice_conditions="females only",
        states_reason="no accent", other_compensation="able-bodied", auditor="call 614-555-0134", ai_note="US citizens only",
        benefits=["single only"], title="Young people coder",
    )  # fmt: skip
    fields = [field for field, _ in flags_of(posting.edition)]
    assert fields == [
        "title", "description", "apprentice_conditions", "states_reason", "bonus", "other_compensation", "auditor", "ai_note", "benefits",
    ]  # fmt: skip
