"""The pages of ICD-10-CM: codes, headings, codes without a title yet, deleted codes; to the digit of the files."""

import pytest
from sqlalchemy import select

from jobboard.dataset.files import rows
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.web.codes.diagnosis.instructions import NAMED, NOT_THERE, linked


def marked(page):
    """Every number marked as a fact: its name and the value of the file."""
    return {(one.get("data-fact"), one.get("value")) for one in page.all(".//data")}


def headings(page):
    return [one.text for one in page.all(".//h2")]


def test_a_code_says_what_a_coder_asks_first(browse):
    page = browse().open("/codes/icd10cm/E11.65")
    assert "Billable; neither CC nor MCC; counts toward HCC 38 in CMS-HCC V28." in page.text
    assert marked(page) >= {
        ("title", "Type 2 diabetes mellitus with hyperglycemia"),
        ("valid_from", "2015-10-01"),
        ("severity", ""),
        ("mdc", "10"),
        ("hcc_v28", "38"),
        ("hcc_v24", "18"),
        ("hcc_rx08", "30"),
        ("coefficient_community_nondual_aged:38", "0.166"),
        ("coefficient_institutional:38", "0.28"),
    }
    assert "0.280" in page.text


def test_a_major_complication_is_called_one_with_its_release(browse):
    page = browse().open("/codes/icd10cm/S72.001A")
    assert ("severity", "MCC") in marked(page)
    assert "a major complication or comorbidity (MCC)" in page.text
    assert "MS-DRG v43.1" in page.text
    assert "Seventh character A , initial encounter for closed fracture" in page.text


def test_what_the_list_excludes_stands_on_the_page_with_links(browse):
    page = browse().open("/codes/icd10cm/E11.65")
    assert "gestational diabetes ( O24.4 -)" in page.text
    assert "/codes/icd10cm/O24.4" in page.links()
    assert "From E11, Type 2 diabetes mellitus" in page.text


def test_a_code_outside_the_payment_model_says_so(browse):
    page = browse().open("/codes/icd10cm/K63.5")
    assert "Not in the payment model" in page.text
    assert not [name for name, _ in marked(page) if name.startswith("coefficient")]


def test_the_line_of_the_page_itself_is_marked_and_no_link(browse):
    page = browse().open("/codes/icd10cm/I25.10")
    here = page.all(".//div[@aria-current='true']")
    assert len(here) == 1
    assert here[0].find(".//a") is None
    assert "/codes/icd10cm/I25.1" in page.links()


def test_a_heading_has_a_page_of_its_own(browse):
    page = browse().open("/codes/icd10cm/S72")
    assert "Fracture of femur" in page.text
    assert "A heading, not a code: 1 code" in page.text
    assert "/codes/icd10cm/S72.001A" in page.links()
    assert "Risk adjustment" not in headings(page)


def test_a_heading_that_only_pads_is_called_like_the_one_it_pads(browse):
    page = browse().open("/codes/icd10cm/C78.3")
    assert "Secondary malignant neoplasm of other and unspecified respiratory organs" in page.text


def test_a_code_without_a_title_yet_says_that_nothing_is_known(browse):
    page = browse().open("/codes/icd10cm/C78.31")
    assert "Its official title is not in our files yet." in page.text
    assert ("valid_from", "2026-10-01") in marked(page)
    assert "In a hospital stay" not in headings(page)
    assert "CC" not in page.text.replace("its CC level", "")


def test_a_deleted_code_says_since_when_and_what_divides_it(browse):
    page = browse().open("/codes/icd10cm/I42.0")
    assert ("valid_to", "2026-09-30") in marked(page)
    assert "No longer billable: one of the 1 codes below it says more" in page.text
    assert "/codes/icd10cm/I42.00" in page.links()


def test_a_code_that_divides_a_deleted_one_stands_below_it(browse):
    page = browse().open("/codes/icd10cm/I42.00")
    assert "/codes/icd10cm/I42.0" in page.links()
    assert "A code of I42.0, Dilated cardiomyopathy" in page.text


def test_nothing_is_said_of_groupings_that_are_not_loaded_yet(browse, session):
    release = session.scalar(select(Release).where(Release.part == "diagnoses", Release.current))
    release.part = "elsewhere"
    page = browse().open("/codes/icd10cm/K63.5")
    release.part = "diagnoses"
    session.commit()
    assert "Billable." in page.text
    assert "HCC" not in page.text
    assert "Not in the payment model" not in page.text


def test_every_kind_of_spelling_leads_to_the_one_address(app):
    client = app.test_client()
    for typed in ("i2510", "I2510", "i25.10"):
        answer = client.get(f"/codes/icd10cm/{typed}")
        assert (answer.status_code, answer.headers["Location"]) == (301, "/codes/icd10cm/I25.10")


def test_questions_are_answered_to_the_digit(browse):
    page = browse().open("/codes/icd10cm/E11.65")
    assert "Does E11.65 count toward an HCC?" in page.text
    assert "HCC 38 (Diabetes with Glycemic, Unspecified, or No Complications), which adds 0.166" in page.text


@pytest.mark.parametrize(
    "typed", ["I25.10%00", "Ω25", "I25.1" + "0" * 400, "<b>", "I25.10/../x", "..%2f..%2fetc"]
)
def test_hostile_codes_are_not_found(browse, typed):
    assert "<b>" not in browse().open(f"/codes/icd10cm/{typed}", status=404).source


def test_a_note_becomes_links_and_never_markup(app):
    with app.test_request_context():
        assert linked("<i>gout</i> (M10.-)", "I25.10") == (
            '&lt;i&gt;gout&lt;/i&gt; (<a class="mono" href="/codes/icd10cm/M10">M10</a>.-)'
        )
        assert (
            linked("itself (I25.10) and G31.90 (G31.90)", "I25.10") == "itself (I25.10) and G31.90 (G31.90)"
        )


def test_a_note_that_goes_on_from_its_name_begins_without_the_comma(app):
    with app.test_request_context():
        assert linked(", if applicable, sepsis (T81.44-)", "A40").startswith("if applicable, sepsis (")


def test_every_code_that_a_note_names_exists():
    codes = {row["code"].replace(".", "") for row in rows("icd10cm.csv.gz")}
    begun = {code[:size] for code in codes for size in range(3, len(code) + 1)}
    texts = [row["text"] for row in rows("icd10cm_notes.csv.gz") if row["kind"] != "seventh"]
    asides = [part.partition(")")[0] for text in texts for part in text.split("(")[1:]]
    named = {code for aside in asides for code in NAMED.findall(aside)}
    assert len(named) > 5000
    assert {code for code in named if code.replace(".", "") not in begun} == NOT_THERE, CodeSet.ICD10CM
