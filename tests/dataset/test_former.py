"""Deleted numbers stay known, with their last day where an older file tells; the numbers in use stay the release's."""

import csv
import gzip
from datetime import date

from jobboard.dataset import cpt, hcpcs
from jobboard.dataset.families import nodes
from jobboard.dataset.files import FOLDER, rows
from jobboard.dataset.tree import Leaves
from jobboard.dataset.trees.drawn import ENDED
from jobboard.domain.codes.codeset import CodeSet, sort_key

TOLD = {
    "37220": date(2025, 12, 31),  # by the work values: the last is that of 2025
    "33010": date(2019, 12, 31),  # by the classification and the work values alike
    "0042T": None,  # by the unit limits of 2024, which do not say when
}


def facts():
    return {fact.code: fact for fact in cpt.facts()}


def test_a_deleted_number_is_known_with_its_last_day():
    known = facts()
    assert {code: known[code].valid_to for code in TOLD} == TOLD
    assert not any(known[code].active for code in TOLD)


def test_a_number_in_use_is_never_called_deleted():
    known, in_use = facts(), set(cpt.numbers())
    assert len(in_use) == sum(fact.active for fact in known.values())
    assert not [code for code in in_use if known[code].valid_to]


def test_the_files_agree_about_the_last_day():
    """The classification and the work values are two witnesses: where both speak they say the same."""
    with gzip.open(FOLDER / "rbcs_2024.csv.gz", "rt", encoding="utf-8", newline="") as file:
        ended = {row["code"]: row["code_ended"] for row in csv.DictReader(file) if row["code_ended"]}
    with (FOLDER / "work_rvu_history.csv").open(encoding="utf-8", newline="") as file:
        last = {
            row["code"]: max(year for year, value in row.items() if value and year != "code")
            for row in csv.DictReader(file)
        }
    in_use = set(cpt.numbers())
    both = [code for code in ended.keys() & last.keys() if code not in in_use]
    assert len(both) > 100
    assert not [code for code in both if ended[code] != f"{last[code][-4:]}-12-31"]


def test_a_deleted_number_goes_to_the_families_around_it():
    leaves = Leaves(nodes(CodeSet.CPT))
    near = {code: leaves.nearest(sort_key(CodeSet.CPT, code)).line[0].label for code in ("37220", "99441")}
    assert near == {"37220": "Surgery", "99441": "Evaluation and management"}


BELONGED = {
    "49585": "cpt-ventral-and-umbilical-hernia",
    "71010": "cpt-x-ray-chest-and-ribs",
    "91300": "cpt-vaccine-products",
    "99201": "cpt-office-visits",
    "99241": "cpt-consultations",
    "99335": "cpt-home-and-residence-visits",
}


def test_a_deleted_number_beside_the_ranges_goes_where_it_belonged():
    leaves = Leaves(nodes(CodeSet.CPT))
    assert {code: leaves.nearest(sort_key(CodeSet.CPT, code)).slug for code in BELONGED} == BELONGED


def test_what_is_said_of_deleted_numbers_is_said_of_leaves_and_of_nothing_in_use():
    leaves = {node.slug for node in nodes(CodeSet.CPT) if node.leaf}
    assert {row["slug"] for row in rows(ENDED)} <= leaves
    runs = [run for node in nodes(CodeSet.CPT) for run in node.ended]
    keys = {sort_key(CodeSet.CPT, code) for code in cpt.numbers()}
    assert not [run for run in runs if any(run.lo <= key <= run.hi for key in keys)]
    gone = {sort_key(CodeSet.CPT, code) for code, fact in facts().items() if not fact.active}
    assert not [run for run in runs if not {run.lo, run.hi} <= gone]


def test_a_dental_number_and_a_newer_service_are_known_without_words():
    known = {fact.code: fact for fact in hcpcs.facts()}
    assert (known["D5510"].title, known["D5510"].valid_to) == (None, date(2017, 12, 31))
    assert (known["C8014"].title, known["C8014"].active) == (None, True)
    assert len(known) == len(list(hcpcs.facts()))
