"""Risk categories: their coefficients and hierarchy equal the files, and each diagnosis counts where the mapping says."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from jobboard.dataset.files import rows
from jobboard.dataset.hcc import COLUMNS
from jobboard.domain.codes.categories import (
    counted,
    counted_below,
    diagnoses_of,
    dropped_by,
    drops,
    namesake,
    weights,
)
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.finding import resolve
from jobboard.domain.codes.risk import RiskModel


@pytest.fixture
def all_categories(session):
    return {code.code: code for code in session.scalars(select(Code).where(Code.code_set == CodeSet.HCC))}


def test_every_coefficient_is_the_file_s(session, all_categories):
    for row in rows("hcc_v28_2026.csv"):
        found = {one.segment: one.value for one in weights(session, all_categories[row["hcc"]])}
        assert found == {name: Decimal(row[column]) for name, column in COLUMNS.items()}, row["hcc"]


def test_the_hierarchy_is_the_file_s_in_both_directions(session, all_categories):
    listed = {(row["hcc"], row["drops_hcc"]) for row in rows("hcc_v28_hierarchy.csv")}
    down = {(one, other.code) for one, code in all_categories.items() for other in drops(session, code)}
    up = {(other.code, one) for one, code in all_categories.items() for other in dropped_by(session, code)}
    assert down == up == {pair for pair in listed if set(pair) <= set(all_categories)}


def test_a_diagnosis_counts_in_each_model_by_its_own_number(session):
    found = counted(session, resolve(session, "E11.65").record)
    assert [(one.model, one.category, one.label) for one in found] == [
        (RiskModel.V28, "38", "Diabetes with Glycemic, Unspecified, or No Complications"),
        (RiskModel.V24, "18", "Diabetes with Chronic Complications"),
        (RiskModel.RX08, "30", "Diabetes with Complications"),
    ]
    assert [one.code.code if one.code else None for one in found] == ["38", None, None]


def test_what_is_in_no_model_counts_nowhere(session):
    assert counted(session, resolve(session, "K63.5").record) == []


def test_the_diagnoses_of_a_category_are_counted_and_listed(session):
    total, first = diagnoses_of(session, RiskModel.V28, "38", 10)
    assert (total, [code.code for code in first]) == (1, ["E11.65"])
    assert [(code.code, count) for code, count in counted_below(session, "E11")] == [("38", 1)]


def test_the_same_number_of_v24_is_another_category(session):
    assert namesake(session, RiskModel.V24, "18").label == "Diabetes with Chronic Complications"
    assert namesake(session, RiskModel.V24, "37") is None
