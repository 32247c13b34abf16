"""Pay against what the live jobs of the specialty pay."""

from decimal import Decimal

import pytest

from jobboard.domain.moderation import pay_band
from jobboard.domain.moderation.background import Background, Paid
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.postings.terms import PayUnit
from tests.domain.moderation.editions import COLORECTAL, a_specialty, an_edition, tones

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
