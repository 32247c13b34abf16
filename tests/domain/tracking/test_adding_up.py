"""What a list adds up to, to the cent, and what it says it could not count."""

from datetime import date
from decimal import Decimal

import pytest

from jobboard.domain.codes.finding import families_for, resolve
from jobboard.domain.codes.payment import at, fees_of, localities
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.adding_up import add_up
from jobboard.domain.tracking.finding import Period
from jobboard.domain.tracking.mixes import beside
from jobboard.domain.tracking.procedure_list import Site
from tests import builders

EVER = Period()
WORK = """
2026-09-08 44314 2
2026-11-03 99213 x25
2026-11-03 70450-26 10
2026-11-04 J1885 8
2026-11-04 I25.10 3
"""


@pytest.fixture
def summed(session, amir):
    def ask(text=WORK, site=Site.FACILITY, place=None, period=EVER):
        kept = builders.a_procedure_list(session, amir, text)
        codes, fees = finding.codes_in(session, [kept.id]), finding.fees_in(session, [kept.id])
        return add_up(finding.tallies(session, [kept.id], period), codes, fees, site, place)

    return ask


def test_work_is_count_times_the_value_of_the_right_row(summed):
    sums = summed()
    assert sums.procedures == 48
    assert sums.work == 2 * Decimal("16.32") + 25 * Decimal("1.30") + 10 * Decimal("0.83") == Decimal("73.44")
    assert sums.worked == 37
    assert sums.mean == Decimal("1.98")


def test_payment_depends_on_where_it_is_done(summed):
    office, facility = summed("99213 x25", Site.OFFICE), summed("99213 x25", Site.FACILITY)
    assert office.payment == 25 * Decimal("95.19")
    assert facility.payment == 25 * Decimal("57.45")
    assert summed("44314 x2").payment == 2 * Decimal("935.56")


def test_payment_in_a_place_is_by_its_indices(session, summed):
    place = localities(session)[0]
    fee = fees_of(session, resolve(session, "44314").record)[0]
    due = at(fee, place).facility
    assert summed("44314 x2", place=place).payment == 2 * due != 2 * Decimal("935.56")


def test_what_cannot_be_counted_is_named(summed):
    sums = summed()
    assert [(one.code, one.times) for one in sums.without_work] == [("J1885", 8), ("I25.10", 3)]
    assert [one.code for one in sums.without_payment] == ["J1885", "I25.10"]
    lone = summed("99213-53 x2\n70450-TC", Site.OFFICE)
    assert [(one.code, one.times) for one in lone.without_work] == [("99213-53", 2), ("70450-TC", 1)]
    assert [one.code for one in lone.without_payment] == ["99213-53"], "a TC row has no work, but is paid"


def test_the_mix_is_by_leaf_family_and_comes_to_the_whole(summed):
    sums = summed()
    assert [one.times for one in sums.families] == [2, 25, 10]
    assert sum(one.share for one in sums.families) == pytest.approx(1)
    assert sums.families[0].work == Decimal("32.64")
    assert sums.families[0].mean == Decimal("16.32")
    assert sum(one.work for one in sums.families) == sums.work


def test_the_months_run_through_and_an_empty_one_is_nought(summed):
    assert [(one.month, one.work) for one in summed().months] == [
        (date(2026, 9, 1), Decimal("32.64")),
        (date(2026, 10, 1), Decimal("0.00")),
        (date(2026, 11, 1), Decimal("40.80")),
    ]


def test_a_period_includes_both_its_days(summed):
    inside = Period(date(2026, 11, 3), date(2026, 11, 3))
    assert summed(period=inside).procedures == 35
    assert summed(period=Period(until=date(2026, 11, 2))).procedures == 2
    assert summed(period=Period(since=date(2026, 11, 5))).procedures == 0


def test_nothing_adds_up_to_nothing(summed):
    sums = summed("")
    assert (sums.procedures, sums.work, sums.payment, sums.mean, sums.families, sums.months) == (
        0,
        0,
        0,
        None,
        [],
        [],
    )


def test_two_mixes_stand_side_by_side(session, summed):
    specialty = finding.specialty_by_slug(session, "colorectal-surgery")
    theirs = families_for(session, specialty, limit=40)
    sums = summed("44314 x2\n99213 x25")
    rows = beside(sums.families, theirs, finding.families_of(session, theirs))
    assert len(rows) == len(
        {one.family.id for one in sums.families} | set(finding.families_of(session, theirs))
    )
    mine = {row.family.id: row.mine for row in rows if row.mine}
    assert mine == {one.family.id: one.share for one in sums.families}
    weights = {one.family_id: one.weight for one in theirs}
    assert all(float(row.theirs) == pytest.approx(max(0, weights.get(row.family.id, 0))) for row in rows)
    assert rows == sorted(rows, key=lambda row: -max(row.mine, row.theirs))
