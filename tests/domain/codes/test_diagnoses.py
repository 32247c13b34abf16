"""What the tabular list and the grouper say of diagnoses: headings, what stands below them, notes, CC levels."""

import re

import pytest

from jobboard.dataset.files import rows
from jobboard.domain.codes.diagnoses import above, below, grouping, notes, places, severities, titles_of, tree
from jobboard.domain.codes.finding import resolve
from jobboard.domain.codes.inpatient import Severity
from jobboard.domain.codes.tabular import Instruction


def test_a_code_stands_under_its_headings_from_the_category_down(session):
    assert [(one.code, one.title) for one in above(session, "S72.001A")] == [
        ("S72", "Fracture of femur"),
        ("S72.0", "Fracture of head and neck of femur"),
        ("S72.00", "Fracture of unspecified part of neck of femur"),
        ("S72.001", "Fracture of unspecified part of neck of right femur"),
    ]
    assert above(session, "S72") == []


def test_a_deleted_code_stands_over_the_codes_that_divide_it(session):
    assert [(one.code, one.is_code, one.active) for one in above(session, "I42.00")] == [
        ("I42", False, True),
        ("I42.0", True, False),
    ]


def test_a_heading_holds_everything_below_it(session):
    root = below(session, "S72")
    line = root
    while line.below:
        line = next(one for one in line.below if "S72001A".startswith(one.key))
    assert (line.code, line.is_code, root.count) == ("S72.001A", True, 1)


def test_every_line_hangs_under_the_longest_heading_it_begins_with():
    codes = [
        ("I2510", "without", True),
        ("I25110", "unstable", True),
        ("I252", "old", False),
        ("I25X9", "padded", True),
    ]
    root = tree("I25", {"I25": "chronic", "I251": "native", "I2511": "angina"}, codes)
    assert [one.code for one in root.below] == ["I25.1", "I25.2", "I25.X9"]
    native = root.below[0]
    assert [(one.code, one.is_code) for one in native.below] == [("I25.10", True), ("I25.11", False)]
    assert [one.code for one in native.below[1].below] == ["I25.110"]


def test_what_was_deleted_does_not_count():
    assert tree("I25", {}, [("I250", "old", False), ("I251", "new", True)]).count == 1


def test_a_deleted_code_holds_the_codes_that_divide_it(session):
    line = below(session, "I42.0")
    assert (line.is_code, line.active, [one.code for one in line.below]) == (True, False, ["I42.00"])


def test_notes_come_from_the_code_its_headings_its_block_and_its_chapter(session):
    found = resolve(session, "I25.10")
    assert places(found.code, found.chain) == ["I25.10", "I25.1", "I25", "I20-I25", "9"]
    said = notes(session, found.code, found.chain)
    assert [one.place for one in said] == sorted(
        (one.place for one in said), key=places(found.code, found.chain).index
    )
    assert said[0].texts == ("Atherosclerotic heart disease NOS",)
    block = next(one for one in said if one.place == "I20-I25")
    assert (block.kind, block.texts) == (Instruction.CODE_ALSO, ("the presence of hypertension (I10-I1A)",))
    assert "neoplasms (C00-D49)" in next(one for one in said if one.place == "9").texts


def test_the_notes_of_a_place_keep_the_order_of_the_list(session):
    found = resolve(session, "E11.65")
    first = next(
        one for one in notes(session, found.code, found.chain) if one.kind is Instruction.USE_ADDITIONAL
    )
    assert first.texts[:2] == (
        "code to identify control using:",
        "injectable non-insulin antidiabetic drugs (Z79.85)",
    )


@pytest.mark.parametrize(
    ("code", "mdc", "level"),
    [
        ("I25.10", "05", Severity.NONE),
        ("E11.65", "10", Severity.NONE),
        ("S72.001A", "08", Severity.MCC),
        ("I42.0", "05", Severity.CC),
    ],
)
def test_the_grouper_takes_a_diagnosis_by_its_tables(session, code, mdc, level):
    found = grouping(session, resolve(session, code).record)
    assert (found.mdc.mdc, found.severity) == (mdc, level)


def test_nothing_is_said_of_a_code_the_grouper_does_not_know(session):
    assert grouping(session, resolve(session, "C78.31").record) is None


def test_a_heading_counts_the_levels_of_the_codes_in_use(session):
    assert severities(session, "S72") == {Severity.MCC: 1}
    assert severities(session, "C78.3") == {}


def test_headings_are_known_by_their_keys(session):
    assert (
        titles_of(session, ["E11", "E116"])["E116"]
        == "Type 2 diabetes mellitus with other specified complications"
    )


def test_no_code_is_a_heading_and_every_heading_begins_a_code():
    codes = {row["code"] for row in rows("icd10cm.csv.gz")}
    begun = {code[:size] for code in codes for size in range(3, len(code))}
    headings = {row["heading"] for row in rows("icd10cm_headings.csv.gz")}
    assert not headings & codes
    assert headings <= begun


def test_every_note_belongs_to_a_code_a_heading_a_block_or_a_chapter():
    known = {row["code"] for row in rows("icd10cm.csv.gz")} | {
        row["heading"] for row in rows("icd10cm_headings.csv.gz")
    }
    known |= {row["id"] for row in rows("icd10cm_chapters.csv")}
    assert [row["place"] for row in rows("icd10cm_notes.csv.gz") if row["place"] not in known] == []


def test_a_seventh_character_is_one_letter_and_its_meaning():
    lines = [row["text"] for row in rows("icd10cm_notes.csv.gz") if row["kind"] == "seventh"]
    assert len(lines) > 1000
    assert [line for line in lines if not re.fullmatch(r"[0-9A-Z] \S.*", line)] == []
