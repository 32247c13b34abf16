"""Which specialties code much the same."""

import pytest
from sqlalchemy import update

from jobboard.domain.codes.finding import neighbours, specialties
from jobboard.domain.codes.specialty import Kind, Specialty, SpecialtyNeighbour


@pytest.fixture
def named(session):
    return {specialty.slug: specialty for specialty in specialties(session)}


def test_nearest_come_first_and_nobody_is_his_own_neighbour(session, named):
    near = neighbours(session, named["cardiology"])
    assert [alike for _, alike in near] == sorted((alike for _, alike in near), reverse=True)
    assert all(0 < alike <= 1 for _, alike in near)
    assert "cardiology" not in {specialty.slug for specialty, _ in near}


def test_alikeness_is_mutual(session, named):
    for specialty, alike in neighbours(session, named["pediatrics"]):
        back = {other.slug: said for other, said in neighbours(session, specialty)}
        assert back.get("pediatrics", alike) == alike


def test_who_codes_the_same_chapters_stands_near(session, named):
    assert "inpatient-drg" in {other.slug for other, _ in neighbours(session, named["risk-adjustment"])}


def test_kinds_of_work_have_no_neighbours(session, named):
    assert not [one.slug for one in named.values() if one.kind is Kind.WORK and neighbours(session, one)]


def test_a_retired_specialty_is_nobodys_neighbour(session, named):
    near = neighbours(session, named["risk-adjustment"])
    gone = near[0][0]
    session.execute(update(Specialty).where(Specialty.id == gone.id).values(retired=True))
    assert gone.slug not in {other.slug for other, _ in neighbours(session, named["risk-adjustment"])}
    session.rollback()
    assert session.get(SpecialtyNeighbour, (named["risk-adjustment"].id, gone.id))
