"""What Medicare pays, against figures reckoned by hand from the published values, indices and factor."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.payment import (
    Payment,
    at,
    fees_of,
    indices,
    localities,
    locality_at,
    locality_numbered,
    national,
)
from jobboard.domain.places.place import Zip

CHICAGO = ("06102", "16")
ALASKA = ("02102", "01")


def fee(session, code: str, modifier: str = ""):
    record = session.scalar(select(Code).where(Code.code == code))
    return next(row for row in fees_of(session, record) if row.modifier == modifier)


def dollars(office: str | None, facility: str | None) -> Payment:
    return Payment(office and Decimal(office), facility and Decimal(facility))


@pytest.mark.parametrize(
    ("code", "modifier", "paid"),
    [
        ("44314", "", dollars(None, "935.56")),  # 28.01 x 33.4009 = 935.5592
        ("99213", "", dollars("95.19", "57.45")),  # 2.85 x 33.4009 = 95.1926; 1.72 x 33.4009 = 57.4495
        ("70450", "26", dollars("39.41", "39.41")),  # 1.18 x 33.4009 = 39.4131
        ("70450", "TC", dollars("67.14", None)),  # 2.01 x 33.4009 = 67.1358
        ("G0439", "", dollars("137.61", None)),  # 4.12 x 33.4009 = 137.6117
    ],
)
def test_the_national_payment_is_the_total_times_the_factor(session, code, modifier, paid):
    assert national(fee(session, code, modifier)) == paid


@pytest.mark.parametrize(
    ("code", "place", "paid"),
    [
        # (16.32 x 1.007 + 8.33 x 1.005 + 3.36 x 2.295) x 33.4009 = 32.51709 x 33.4009 = 1086.1001
        ("44314", CHICAGO, dollars(None, "1086.10")),
        # office (1.30 x 1.007 + 1.46 x 1.005 + 0.09 x 2.295) = 2.98295; facility (1.3091 + 0.33165 + 0.20655) = 1.8473
        ("99213", CHICAGO, dollars("99.63", "61.70")),
        # office (1.30 x 1.500 + 1.46 x 1.065 + 0.09 x 0.551) = 3.55449; facility (1.95 + 0.35145 + 0.04959) = 2.35104
        ("99213", ALASKA, dollars("118.72", "78.53")),
    ],
)
def test_a_place_multiplies_each_part_by_its_own_index(session, code, place, paid):
    assert at(fee(session, code), locality_numbered(session, *place)) == paid


def test_half_a_cent_is_rounded_up(session):
    row = fee(session, "99213")
    row.total_office, row.conversion_factor = 50, 10_100  # 0.50 x 1.01 = 0.505
    assert national(row).office == Decimal("0.51")
    session.rollback()


def test_the_indices_are_as_medicare_prints_them(session):
    assert indices(locality_numbered(session, *CHICAGO)) == (
        Decimal("1.007"),
        Decimal("1.005"),
        Decimal("2.295"),
    )


def test_every_locality_is_offered_by_state(session):
    offered = localities(session)
    assert len(offered) == 109
    assert [(one.state_code, one.name) for one in offered] == sorted(
        (one.state_code, one.name) for one in offered
    )


def test_a_zip_code_leads_to_its_locality_and_a_military_one_to_none(session):
    rest = {"city": "X", "county": "X", "lat": None, "lon": None, "timezone": "", "population": 0}
    session.add(Zip(zip="60601", state_code="IL", mac="06102", locality="16", **rest))
    session.add(Zip(zip="09012", state_code="AE", mac="", locality="", **rest))
    session.flush()
    found = locality_at(session, "60601")
    assert (found.mac, found.number) == CHICAGO
    assert locality_at(session, "09012") is None
    assert locality_at(session, "99999") is None
    session.rollback()


def test_rows_come_whole_first(session):
    record = session.scalar(select(Code).where(Code.code == "70450"))
    assert [row.modifier for row in fees_of(session, record)] == ["", "26", "TC"]
