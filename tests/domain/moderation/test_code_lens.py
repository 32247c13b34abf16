"""The code lens: which families fit the specialties named, and which codes of the text exist."""

import pytest

from jobboard.domain.moderation import code_lens
from jobboard.domain.moderation.background import Background, Share
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.moderation.reason import Reason
from tests.domain.moderation.editions import (
    CARDIOLOGY,
    COLORECTAL,
    RISK,
    a_family,
    a_specialty,
    an_edition,
    told,
    tones,
)

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
    shares = {
        31: [Share(COLORECTAL, "Colorectal surgery", 0.01, usual=True), Share(9, "General surgery", 0.97)]
    }
    edition = an_edition(families=[a_family(31)], specialties=[a_specialty(COLORECTAL)])
    assert tones(
        code_lens.families(edition, Background(shares=shares, measured=frozenset({COLORECTAL})))
    ) == {Tone.GOOD}


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
