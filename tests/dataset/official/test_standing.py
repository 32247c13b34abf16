"""Which release stands: the operator's file through every start, a corrected one, and one that was loaded before."""

import pytest

from jobboard.dataset import loading
from jobboard.dataset.official.faults import BadFile
from jobboard.dataset.official.going_back import go_back
from jobboard.domain.codes import releases
from jobboard.domain.codes.code import Origin
from jobboard.domain.codes.codeset import CodeSet
from tests.conftest import MONDAY
from tests.dataset.official import published
from tests.dataset.official.conftest import SAMPLE
from tests.dataset.official.test_bringing import FEES, bring, code


def test_a_corrected_file_may_be_loaded_under_the_same_name(dataset, tmp_path):
    rows = [
        ("I2510", "1", "Hardned"),
        ("E119", "1", "Sugar"),
        ("E1122", "1", "Kidney"),
        ("I2598", "1", "A slip"),
    ]
    bring(dataset, tmp_path, CodeSet.ICD10CM, published.order(rows), "FY2028")
    rows[0], rows[3] = ("I2510", "1", "Hardened"), ("I2599", "1", "As meant")
    brought = bring(dataset, tmp_path, CodeSet.ICD10CM, published.order(rows), "FY2028")
    assert brought[0].before.name == "FY2027"
    assert code(dataset, "I25.10").title == "Hardened"
    assert not code(dataset, "I25.98").active


def test_the_next_start_leaves_the_operators_file_in_its_place(dataset, tmp_path):
    text = published.order(
        [("I2510", "1", "Hardened arteries"), ("E119", "1", "Sugar"), ("E1122", "1", "Kidney")]
    )
    bring(dataset, tmp_path, CodeSet.ICD10CM, text, "FY2028")
    results = loading.load(dataset, at=MONDAY, only=SAMPLE)
    kept = {done.part.name: done.kept.name for done in results if done.kept}
    assert kept == {"icd10cm": "FY2028"}
    assert releases.current(dataset, "icd10cm").origin is Origin.FILE
    assert code(dataset, "I25.10").title == "Hardened arteries"
    again = loading.load(dataset, at=MONDAY, only=SAMPLE)
    assert not [done.part.name for done in again if done.loaded]


def test_families_drawn_anew_place_the_operators_codes_too(dataset, tmp_path):
    bring(dataset, tmp_path, CodeSet.CPT, published.fee_schedule([*FEES, published.fee_row("99213")]))
    right = code(dataset, "44314").family_id
    code(dataset, "44315").family_id = code(dataset, "99213").family_id
    releases.current(dataset, "cpt").fingerprint = "older"
    dataset.commit()
    loading.load(dataset, at=MONDAY, parts=["cpt"], only=SAMPLE)
    dataset.expire_all()
    assert code(dataset, "44315").family_id == right


def test_one_can_go_back_to_the_programs_release_and_to_a_file_loaded_before(dataset, tmp_path):
    text = published.order(
        [
            ("I2510", "1", "Hardened arteries"),
            ("E119", "1", "Sugar"),
            ("E1122", "1", "Kidney"),
            ("I2599", "1", "New"),
        ]
    )
    bring(dataset, tmp_path, CodeSet.ICD10CM, text, "FY2028")
    go_back(dataset, CodeSet.ICD10CM, MONDAY)
    dataset.commit()
    dataset.expire_all()
    assert releases.current(dataset, "icd10cm").name == "FY2027"
    assert code(dataset, "I25.10").title.startswith("Atherosclerotic")
    assert not code(dataset, "I25.99").active
    go_back(dataset, CodeSet.ICD10CM, MONDAY, "FY2028")
    dataset.commit()
    dataset.expire_all()
    assert code(dataset, "I25.10").title == "Hardened arteries"
    assert code(dataset, "I25.99").active
    with pytest.raises(BadFile, match="No release"):
        go_back(dataset, CodeSet.ICD10CM, MONDAY, "FY2099")
