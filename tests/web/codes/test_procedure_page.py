"""The pages of ICD-10-PCS: the seven characters, the operating room, the codes of the table."""

from tests.web.codes.test_diagnosis_page import marked


def test_the_seven_characters_stand_in_their_cells(browse):
    page = browse().open("/codes/icd10pcs/0SR90J9")
    cells = page.all(".//ol[@class='seven']/li")
    assert ["".join(cell.itertext()) for cell in cells][2:5] == [
        "ROperationReplacement",
        "9Body partRight Hip Joint",
        "0ApproachOpen",
    ]


def test_the_facts_are_the_file_s(browse):
    page = browse().open("/codes/icd10pcs/0SR90J9")
    assert marked(page) >= {
        ("title", "Replacement of Right Hip Joint with Synthetic Substitute, Cemented, Open Approach"),
        ("valid_from", "2015-10-01"),
        ("or_procedure", "Y"),
    }


def test_the_codes_alike_are_links_but_the_page_s_own(browse):
    page = browse().open("/codes/icd10pcs/0SR90J9")
    assert "2 codes say the same down to the approach" in page.text
    assert "/codes/icd10pcs/0SR90JZ" in page.links()
    assert page.links().count("/codes/icd10pcs/0SR90J9") == 0


def test_small_letters_lead_to_the_one_address(app):
    answer = app.test_client().get("/codes/icd10pcs/0sr90j9")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/codes/icd10pcs/0SR90J9")
