"""Who the employer is: its mail, its page, and how long it is known."""

from datetime import UTC, datetime, timedelta

import pytest

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.moderation import identity
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.moderation.reason import Reason
from tests.domain.moderation.editions import tones

NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)


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
