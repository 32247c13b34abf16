"""The seven characters of an inpatient procedure: only meanings that the official titles bear out are said."""

from collections import defaultdict
from datetime import date

import pytest

from jobboard.dataset.files import rows
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.finding import resolve
from jobboard.domain.codes.procedures import (
    APPROACHES,
    alike,
    in_operating_room,
    meaning_of,
    spelled,
    table_size,
)

APPROACHED = "01234789X"


def test_a_hip_replacement_is_spelled_out(session):
    found = resolve(session, "0SR90J9")
    assert [(one.axis, one.value, one.meaning) for one in spelled(session, found.code, found.chain)] == [
        ("Section", "0", "Medical and Surgical"),
        ("Body system", "S", "Lower Joints"),
        ("Operation", "R", "Replacement"),
        ("Body part", "9", "Right Hip Joint"),
        ("Approach", "0", "Open"),
        ("Device", "J", "Synthetic Substitute"),
        ("Qualifier", "9", "Cemented"),
    ]


def test_z_means_none_where_something_may_be_left_out(session):
    found = resolve(session, "0SR90JZ")
    assert spelled(session, found.code, found.chain)[6].meaning == "None"


def test_what_no_table_tells_stays_unsaid(session):
    found = resolve(session, "0SR90J9")
    characters = spelled(session, "0SR?0??", found.chain)
    assert [one.meaning for one in characters[3:]] == [None, "Open", None, None]


def test_a_meaning_may_hold_only_beside_another_character():
    known = {(6, "79"): "Inebilizumab-cdon", (4, ""): "Peripheral Vein"}
    assert meaning_of("XW03399", 6, "Substance", known) == "Inebilizumab-cdon"
    assert meaning_of("XW0339A", 6, "Substance", known) is None
    assert meaning_of("XW0339A", 4, "Body part", known) == "Peripheral Vein"


def test_the_operating_room_is_the_grouper_s_word(session):
    assert in_operating_room(session, resolve(session, "0SR90J9").record)


def test_nothing_is_said_of_a_code_newer_than_the_grouper(session):
    code = resolve(session, "0SR90J9").record
    newer = Code(id=code.id, code_set=code.code_set, code=code.code, valid_from=date(2026, 10, 1))
    assert in_operating_room(session, newer) is None


def test_the_codes_alike_differ_in_device_and_qualifier_alone(session):
    code = resolve(session, "0SR90J9").record
    assert [one.code for one in alike(session, code)] == ["0SR90J9", "0SR90JZ"]
    assert table_size(session, code) == 2


@pytest.fixture(scope="module")
def titles():
    found = defaultdict(dict)
    for row in rows("icd10pcs.csv.gz"):
        if row["title"]:
            found[row["code"][:3]][row["code"]] = row["title"].lower()
    return found


def test_every_meaning_stands_in_the_title_of_every_code_that_carries_it(titles):
    wrong = []
    for row in rows("icd10pcs_characters.csv.gz"):
        place, beside = int(row["position"]) - 1, row["beside"]
        carriers = [
            (code, title)
            for code, title in titles[row["head"]].items()
            if code[place] == row["value"] and (not beside or code[int(beside[0]) - 1] == beside[1])
        ]
        assert carriers, row
        wrong += [(code, row["meaning"]) for code, title in carriers if row["meaning"].lower() not in title]
    assert wrong == []


def test_a_value_has_one_meaning_in_its_place():
    seen = defaultdict(set)
    for row in rows("icd10pcs_characters.csv.gz"):
        seen[row["head"], row["position"], row["value"]].add(row["beside"])
    mixed = [key for key, beside in seen.items() if "" in beside and len(beside) > 1]
    assert mixed == []


def test_an_approach_is_named_so_in_the_titles(titles):
    """Every title that names an approach names the one of its fifth character."""
    names = sorted(
        ((name.lower(), value) for value, name in APPROACHES.items()), key=lambda one: -len(one[0])
    )
    wrong = []
    for head, codes in titles.items():
        if head[0] not in APPROACHED:
            continue
        for code, title in codes.items():
            told = next(
                (
                    value
                    for name, value in names
                    if f", {name} approach" in title or title.endswith(f", {name}")
                ),
                None,
            )
            if told and told != code[4]:
                wrong.append((code, title))
    assert wrong == []
