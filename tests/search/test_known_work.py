"""Who does a code's work is who does a noticeable part of it, at most eight, and nobody who is no longer offered."""

from types import SimpleNamespace

import pytest

from jobboard.domain.codes.codeset import CodeSet
from jobboard.search.understanding.known_work import _doers, read_work


def test_a_twentieth_of_the_work_is_noticed_and_no_less():
    rows = [
        (1, 0.9, 11, "Cardiology", False),
        (1, 0.05, 12, "Surgery", False),
        (1, 0.0499, 13, "Imaging", False),
    ]
    assert _doers(rows) == {1: {11: "Cardiology", 12: "Surgery"}}


def test_who_does_nothing_noticeable_is_known_to_do_nothing():
    assert _doers([(1, 0.01, 11, "Cardiology", False), (2, 0.9, 12, "Surgery", True)]) == {1: {}, 2: {}}


def test_at_most_eight_are_named_who_does_most_of_it_first():
    rows = [(1, 0.5 - place / 100, place, f"Specialty {place}", place == 2) for place in range(12)]
    assert list(_doers(rows)[1]) == [0, 1, 3, 4, 5, 6, 7, 8]


def test_risk_is_done_by_the_one_specialty_that_is_called_so(session):
    work = read_work(session)
    assert list(work.of_risk.values()) == ["Risk adjustment"]
    assert work.counting["38"]


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("G2211", "Family medicine"),
        ("G0299", "Home health"),
        ("D0120", "Dental"),
        ("H0015", "Psychiatry and behavioral health"),
        ("99500", "Home health"),
    ],
)
def test_what_nobody_counts_is_done_by_who_is_known_to_whatever_is_counted_of_its_family(
    session, code, field
):
    """A nurse's visit at home stands in a family that is mostly imaging."""
    work = read_work(session)
    (family,) = [*work.of_families][:1]
    code_set = CodeSet.CPT if code.isdigit() else CodeSet.HCPCS
    record = SimpleNamespace(id=family)
    assert next(iter(work.doers_of([record], code_set, code).values())) == field
    assert work.doers_of([record], code_set, "J1885") == work.of_families[family]
