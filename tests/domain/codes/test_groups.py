"""MS-DRGs: the ladder of severity of a base group, and what the newest version changed."""

import pytest

from jobboard.domain.codes.finding import resolve
from jobboard.domain.codes.groups import base, grouped, ladder


def rungs(session, number):
    return [
        (rung.code.code, rung.severity) for rung in ladder(session, resolve(session, f"DRG {number}").record)
    ]


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Heart Failure and Shock with MCC", "Heart Failure and Shock"),
        ("Spinal Procedures with CC or Spinal Neurostimulators", "Spinal Procedures"),
        ("Autologous Bone Marrow Transplant with CC/MCC", "Autologous Bone Marrow Transplant"),
        ("Allogeneic Bone Marrow Transplant", "Allogeneic Bone Marrow Transplant"),
        ("Chest Pain without Complications", "Chest Pain without Complications"),
    ],
)
def test_the_base_of_a_title_is_what_it_says_besides_severity(title, stem):
    assert base(title) == stem


def test_a_ladder_has_the_gravest_rung_first(session):
    assert rungs(session, "025") == [("025", "with MCC"), ("026", "with CC"), ("027", "without CC/MCC")]
    assert rungs(session, "470") == [("469", "with MCC or Total Ankle Replacement"), ("470", "without MCC")]


def test_a_base_of_one_stands_alone(session):
    assert rungs(session, "014") == [("014", "")]


def test_deleted_groups_make_a_ladder_of_their_own(session):
    assert [code for code, _ in rungs(session, "486")] == ["485", "486", "487"]
    assert rungs(session, "400") == [("400", "")]


def test_a_new_title_leaves_the_earlier_one_readable(session):
    found = grouped(session, resolve(session, "DRG 010").record)
    assert (found.row.change, found.row.earlier_title, found.mdc.mdc) == (
        "retitled",
        "Pancreas Transplant",
        "PRE",
    )
