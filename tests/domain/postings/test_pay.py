"""Pay is a range with a unit that makes sense, compared by one hourly figure."""

from decimal import Decimal

import pytest

from jobboard.domain.postings.pay import hourly, problems, spoken
from jobboard.domain.postings.terms import PayUnit


@pytest.mark.parametrize(
    ("amount", "unit", "figure"),
    [
        ("28.50", PayUnit.HOUR, "28.50"),
        ("62400", PayUnit.YEAR, "30.00"),
        ("65000", PayUnit.YEAR, "31.25"),
        ("3.10", PayUnit.CHART, None),
        ("1.80", PayUnit.ENCOUNTER, None),
    ],
)
def test_pay_is_compared_by_the_hour_and_piece_rates_are_never_converted(amount, unit, figure):
    assert hourly(Decimal(amount), unit) == (None if figure is None else Decimal(figure))


@pytest.mark.parametrize(
    ("low", "high", "unit", "meant"),
    [
        ("65000", "80000", PayUnit.HOUR, "per year"),
        ("28", "36", PayUnit.YEAR, "per hour"),
        ("2", "4", PayUnit.HOUR, "per chart"),
    ],
)
def test_a_unit_that_cannot_be_right_is_questioned(low, high, unit, meant):
    assert f"Did you mean {meant}?" in problems(Decimal(low), Decimal(high), unit)["pay_unit"][0]


def test_the_most_is_at_most_four_times_the_least():
    assert not problems(Decimal(20), Decimal(80), PayUnit.HOUR)
    assert "4 times" in problems(Decimal(20), Decimal("80.01"), PayUnit.HOUR)["pay_max"][0]


def test_exchanged_ends_are_named():
    assert "exchanged" in problems(Decimal(36), Decimal(28), PayUnit.HOUR)["pay_max"][0]


def test_each_missing_part_is_asked_for():
    assert set(problems(None, None, None)) == {"pay_min", "pay_max", "pay_unit"}


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        ("28", "36", PayUnit.HOUR, "$28–$36 per hour"),
        ("28.50", "28.50", PayUnit.HOUR, "$28.50 per hour"),
        ("65000", "82000", PayUnit.YEAR, "$65,000–$82,000 per year"),
    ],
)
def test_pay_is_said_as_people_say_it(low, high, unit, words):
    assert spoken(Decimal(low), Decimal(high), unit) == words
