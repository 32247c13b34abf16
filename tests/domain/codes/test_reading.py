"""What people type for a code, and what it may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jobboard.domain.codes.codeset import CodeSet, sort_key, written
from jobboard.domain.codes.reading import read_code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("44314", [("cpt", "44314", ())]),
        ("  44314 ", [("cpt", "44314", ())]),
        ("CPT 44314", [("cpt", "44314", ())]),
        ("#44314", [("cpt", "44314", ())]),
        ("70450-26", [("cpt", "70450", ("26",))]),
        ("99213 25, 59", [("cpt", "99213", ("25", "59"))]),
        ("j1885-jz", [("hcpcs", "J1885", ("JZ",))]),
        ("0001f", [("cpt", "0001F", ())]),
        ("I25.10", [("icd10cm", "I25.10", ())]),
        ("i2510", [("hcpcs", "I2510", ()), ("icd10cm", "I25.10", ())]),
        ("icd-10-cm e11.9", [("icd10cm", "E11.9", ())]),
        ("E11", [("icd10cm", "E11", ())]),
        ("I25.", [("icd10cm", "I25", ())]),
        ("s72001a", [("icd10cm", "S72.001A", ())]),
        ("m1a.0110", [("icd10cm", "M1A.0110", ())]),
        ("0sr90j9", [("icd10pcs", "0SR90J9", ())]),
        ("ICD-10-PCS 0SR90J9", [("icd10pcs", "0SR90J9", ())]),
        ("B2101ZZ", [("icd10cm", "B21.01ZZ", ()), ("icd10pcs", "B2101ZZ", ())]),
        ("pcs gzfzzzz", [("icd10pcs", "GZFZZZZ", ())]),
        ("GZ10ZZZ", [("icd10pcs", "GZ10ZZZ", ())]),
        ("DRG 470", [("msdrg", "470", ())]),
        ("ms-drg 39", [("msdrg", "039", ())]),
        ("HCC 37", [("hcc", "37", ())]),
        ("cms-hcc #037", [("hcc", "37", ())]),
        ("J1100", [("hcpcs", "J1100", ()), ("icd10cm", "J11.00", ())]),
    ],
)
def test_a_code_is_read_however_it_is_typed(typed, meant):
    assert [tuple(one) for one in read_code(typed)] == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "colonoscopy",
        "4431",
        "443144",
        "44314-",
        "e/m",
        "1F",
        "I25.10.1",
        "4" * 9000,
        "470",
        "charges",
        "0SR90O9",
    ],
)
def test_words_and_broken_numbers_are_no_codes(typed):
    assert read_code(typed) == []


@given(some.text(max_size=80))
def test_reading_never_fails(text):
    for typed in read_code(text):
        assert typed.code


@given(some.from_regex(r"\d{4}[0-9FTUM]", fullmatch=True))
def test_a_cpt_key_turns_back_into_its_number(code):
    assert written(CodeSet.CPT, sort_key(CodeSet.CPT, code)) == code


@given(some.integers(1, 999))
def test_a_risk_category_turns_back_into_its_number(number):
    assert written(CodeSet.HCC, sort_key(CodeSet.HCC, str(number))) == str(number)


def test_keys_sort_as_the_set_is_ordered():
    ordered = ["00100", "44314", "99499", "0001F", "0001M", "0042T", "0001U"]
    assert sorted(ordered, key=lambda code: sort_key(CodeSet.CPT, code)) == ordered
