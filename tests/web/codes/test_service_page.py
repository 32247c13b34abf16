"""The page of a CPT or HCPCS code: every figure to the digit, payment in a place, rules in words, NCCI's edits."""

import re

import pytest
from sqlalchemy import delete

from jobboard.domain.places.place import Zip


@pytest.fixture(autouse=True)
def zips(session):
    """Chicago's, and one of a military post, which lies in no locality."""
    session.add_all([a_zip("60601", "IL", "06102", "16"), a_zip("09012", "AE", "", "")])
    session.commit()
    yield
    session.execute(delete(Zip))
    session.commit()


def a_zip(number: str, state: str, mac: str, locality: str) -> Zip:
    place = {"city": "Somewhere", "county": "Some", "lat": None, "lon": None, "timezone": "", "population": 1}
    return Zip(zip=number, state_code=state, mac=mac, locality=locality, **place)


def read(page) -> str:
    """The words of a page as they are seen: no blank before a stop where a mark ends."""
    return re.sub(r" ([.,:;)])", r"\1", page.text).replace("( ", "(")


def facts_of(page) -> dict[str, set[str]]:
    """Every marked number of the page, by name."""
    found: dict[str, set[str]] = {}
    for mark in page.all(".//data"):
        found.setdefault(mark.get("data-fact"), set()).add(mark.get("value"))
    return found


CHECKED = {
    "/codes/cpt/44314": {
        "work": "16.32", "pe_office": "8.33", "pe_facility": "8.33", "malpractice": "3.36", "total_office": "28.01", "total_facility": "28.01",
        "global_days": "090", "dollars_facility": "935.56", "conversion_factor": "33.4009", "pre_op": "0.09", "intra_op": "0.81",
        "post_op": "0.10", "mue": "1", "history_2019": "16.74", "history_2026": "16.32", "opps_rate": "3620.48",
    },
    "/codes/cpt/99213": {
        "work": "1.30", "pe_office": "1.46", "pe_facility": "0.33", "malpractice": "0.09", "total_office": "2.85", "total_facility": "1.72",
        "dollars_office": "95.19", "dollars_facility": "57.45", "global_days": "XXX",
    },
    "/codes/cpt/70450": {
        "work:26": "0.83", "pe_office:26": "0.30", "pe_facility:26": "0.30", "malpractice:26": "0.05", "total_office:26": "1.18",
        "dollars_facility:26": "39.41", "work:TC": "0.00", "total_office:TC": "2.01", "total_office": "3.19",
    },
    "/codes/hcpcs/G0439": {"total_office": "4.12", "dollars_office": "137.61"},
    "/codes/cpt/45378": {"work": "3.18", "work:53": "1.59"},
}  # fmt: skip


@pytest.mark.parametrize("path", CHECKED)
def test_every_number_is_the_files_to_the_digit(browse, path):
    shown = facts_of(browse().open(path))
    assert {name: shown.get(name) for name in CHECKED[path]} == {
        name: {value} for name, value in CHECKED[path].items()
    }


def test_a_setting_without_a_rate_has_no_payment(browse):
    page = browse().open("/codes/cpt/44314")
    assert "dollars_office" not in facts_of(page)
    assert "28.01 RVUs in a facility, 16.32 of them work RVUs. Medicare pays $935.56 in a facility" in read(
        page
    )


def test_the_payment_at_a_zip_code_is_written_out(browse):
    page = browse().open("/codes/cpt/44314?zip=60601")
    shown = facts_of(page)
    assert (shown["gpci_work"], shown["gpci_practice"], shown["gpci_malpractice"]) == (
        {"1.007"},
        {"1.005"},
        {"2.295"},
    )
    assert shown["local_facility"] == {"1086.10"}
    assert "(16.32 × 1.007 + 8.33 × 1.005 + 3.36 × 2.295) × $33.4009 = $1,086.10" in read(page)
    assert page.all(".//option[@selected]")[0].get("value") == "06102-16"


def test_a_locality_can_be_chosen_from_the_list(browse):
    page = browse().open("/codes/cpt/70450?locality=06102-16")
    assert facts_of(page)["local_office"] != facts_of(page)["dollars_office"]
    assert "IL: Chicago" in read(page)


def test_a_page_for_a_place_is_not_for_search_engines(browse):
    page = browse().open("/codes/cpt/44314?zip=60601")
    assert page.tree.find(".//meta[@name='robots']").get("content") == "noindex"
    assert page.tree.find(".//link[@rel='canonical']").get("href") == "http://localhost/codes/cpt/44314"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("zip=6060", "A ZIP code has five digits"),
        ("zip=abcde", "A ZIP code has five digits"),
        ("zip=%D9%A6%D9%A0%D9%A6%D9%A0%D9%A1", "A ZIP code has five digits"),
        ("zip=00000", "We know no ZIP code 00000."),
        ("zip=09001", "We know no ZIP code 09001."),
        ("zip=09012", "09012 lies in none of Medicare's payment localities."),
        ("locality=nowhere", "Choose a locality from the list."),
        ("locality=-", "Choose a locality from the list."),
        ("zip=%00" + "9" * 500, "A ZIP code has five digits"),
        ("zip=<script>&locality='--", "A ZIP code has five digits"),
    ],
)
def test_a_wrong_place_is_told_beside_its_box_and_kept(browse, query, said):
    page = browse().open(f"/codes/cpt/44314?{query}")
    assert said in read(page)
    assert "local_facility" not in facts_of(page)


def test_what_was_typed_stays_in_the_box(browse):
    page = browse().open("/codes/cpt/44314?zip=6060x")
    box = page.tree.find(".//input[@name='zip']")
    assert (box.get("value"), box.get("aria-invalid")) == ("6060x", "true")


def test_what_medicare_does_not_pay_shows_no_dollars(browse):
    page = browse().open("/codes/cpt/0001F")
    assert "Medicare wants another code for this service." in read(page)
    assert "$0.00" not in read(page)
    assert not [name for name in facts_of(page) if name.startswith("dollars")]


def test_a_drug_says_that_another_schedule_pays(browse):
    page = browse().open("/codes/hcpcs/J1885")
    assert "Left out of the fee schedule by regulation" in read(page)
    assert page.all(".//p[@class='lead code-head-title']")[0].text.startswith("Injection, ketorolac")


def test_rules_are_in_words_with_the_files_indicator_beside_them(browse):
    page = browse().open("/codes/cpt/44314")
    shown = facts_of(page)
    assert "An assistant may be paid" in read(page)
    assert (shown["indicator_assistant"], shown["indicator_multiple_procedures"]) == ({"2"}, {"2"})
    assert "indicator_supervision" not in shown


def test_an_endoscopy_names_its_base(browse):
    page = browse().open("/codes/cpt/45380")
    assert "Base of its family: 45378" in read(page)


def test_supervision_is_the_technical_parts(browse):
    assert facts_of(browse().open("/codes/cpt/70450"))["indicator_supervision:TC"] == {"01"}


def test_a_pair_is_looked_up_from_either_side(browse):
    said = "45380 is paid, 45378 is denied."
    for path in ("/codes/cpt/45380?with=45378", "/codes/cpt/45378?with=45380"):
        page = browse().open(path)
        assert said in read(page)
        assert "No modifier allowed" in read(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("70450", "No PTP edit between 45380 and 70450 in this edition."),
        ("nonsense", "“nonsense” is not a CPT or HCPCS code."),
        ("%00", "Check a PTP edit with another code"),
        ("<b>", "“<b>” is not a CPT"),
    ],
)
def test_other_pairs_and_nonsense_get_an_answer(browse, typed, said):
    assert said in browse().open(f"/codes/cpt/45380?with={typed}").text


def test_codes_of_edits_lead_only_where_there_is_a_page(browse):
    browser = browse()
    listed = browser.open("/codes/cpt/45380").all(".//ul[@class='code-list']//a")
    assert listed
    for link in listed[:20]:
        browser.open(link.get("href"))


def test_the_change_of_2026_is_explained_where_it_is_that_change(browse):
    assert "efficiency adjustment" in browse().open("/codes/cpt/44314").text
    assert "efficiency adjustment" not in browse().open("/codes/cpt/99213").text


def test_questions_are_answered_to_the_digit_with_their_release(browse):
    text = read(browse().open("/codes/cpt/44314"))
    assert "How many RVUs is 44314?" in text
    assert (
        "28.01 RVUs in a facility: work 16.32, practice expense (PE) 8.33 in a facility, malpractice (MP) 3.36"
        in text
    )
    assert "What does Medicare pay for 44314 in 2026?" in text
    assert "(RVU26C, July 2026)" in text


def test_no_more_than_nine_questions(browse):
    for path in ("/codes/cpt/44314", "/codes/cpt/70450", "/codes/hcpcs/J1885"):
        headings = browse().open(path).all(".//div[@class='code-questions']/h3")
        assert 3 <= len(headings) <= 10
