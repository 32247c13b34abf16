"""The pages of risk categories: coefficients to the digit, hierarchy, diagnoses, and the namesakes of V24."""

from jobboard.dataset.files import rows
from jobboard.dataset.hcc import COLUMNS
from tests.web.codes.test_diagnosis_page import marked


def test_the_seven_coefficients_are_the_file_s(browse):
    page = browse().open("/codes/hcc/37")
    row = next(row for row in rows("hcc_v28_2026.csv") if row["hcc"] == "37")
    assert marked(page) >= {(f"coefficient_{name}", row[column]) for name, column in COLUMNS.items()}


def test_every_category_shows_the_file_s_digits(browse):
    browser = browse()
    for row in list(rows("hcc_v28_2026.csv"))[::12]:
        facts = marked(browser.open(f"/codes/hcc/{row['hcc']}"))
        assert facts >= {(f"coefficient_{name}", row[column]) for name, column in COLUMNS.items()}


def test_the_hierarchy_leads_up_and_down(browse):
    page = browse().open("/codes/hcc/37")
    assert {"/codes/hcc/35", "/codes/hcc/36", "/codes/hcc/38"} <= set(page.links())
    assert "HCC 38 no longer count where it is met" in page.text


def test_the_diagnoses_that_count_are_listed(browse):
    page = browse().open("/codes/hcc/38")
    assert ("diagnoses", "1") in marked(page)
    assert "1 diagnosis counts toward HCC 38" in page.text
    assert "1 code of ICD-10-CM: E11.65 (" in page.text
    assert "/codes/icd10cm/E11.65" in page.links()


def test_no_count_is_said_while_the_mapping_is_not_loaded(browse):
    page = browse().open("/codes/hcc/35")
    assert "A payment category of CMS-HCC V28." in page.text
    assert "diagnoses count" not in page.text


def test_the_same_number_of_v24_is_not_taken_for_it(browse):
    browser = browse()
    assert "V24 has no category 37" in browser.open("/codes/hcc/37").text
    assert "By name, yes." in browser.open("/codes/hcc/1").text
    assert "the numbers were given anew" in browser.open("/codes/hcc/18").text
