"""Look-up over the whole dataset, held to queries in plain language whose right answers were set down before."""

import csv

import pytest

from jobboard.domain.codes.codeset import CodeSet, sort_key
from jobboard.domain.codes.finding import sizes
from jobboard.search.lookup.asking import look_up
from tests.dataset.judging import JUDGED, right_within

ENOUGH = 0.95
EXPECTED = {"cpt": 12_465, "hcpcs": 9_574, "icd10cm": 74_909, "icd10pcs": 79_294, "msdrg": 786, "hcc": 115}


@pytest.fixture(scope="module")
def judged():
    with JUDGED.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_code_of_every_set_is_there(whole):
    assert {size.code_set.value: size.codes + size.ended for size in sizes(whole)} == EXPECTED


def test_nineteen_of_twenty_queries_have_a_right_answer_in_the_first_five(whole, judged):
    missed = [
        row["query"] for row in judged if right_within(look_up(whole, row["query"]), row["answers"]) is None
    ]
    assert len(judged) >= 300
    assert 1 - len(missed) / len(judged) >= ENOUGH, f"Missed: {missed}"


def test_no_query_is_judged_twice(judged):
    queries = [row["query"] for row in judged]
    assert len(set(queries)) == len(queries)


@pytest.mark.parametrize("typed", ["I21.9", "0SR90J9", "99213", "J1885", "470", "HCC 37", "Z00.00"])
def test_a_code_is_the_first_answer_to_its_own_number(whole, typed):
    first = look_up(whole, typed).hits[0]
    assert first.code.code == typed.removeprefix("HCC ")
    assert first.code.sort_key == sort_key(CodeSet(first.code_set), first.code.code)


def test_a_bare_number_of_three_digits_may_be_several_things(whole):
    kinds = {(hit.code_set, hit.kind) for hit in look_up(whole, "226").hits}
    assert {(CodeSet.HCC, "code"), (CodeSet.CPT, "code")} <= kinds
