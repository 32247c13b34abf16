"""The page of look-up: sound without script, grouped by set, what was met marked, and the same as data."""

import pytest


def test_the_empty_page_says_what_is_in_the_sets(browse):
    page = browse().open("/codes")
    assert "ICD-10-PCS" in page.text
    assert "belongs to the American Medical Association" in page.text


def test_results_stand_under_their_set_with_what_was_met_marked(browse):
    page = browse().open("/codes?q=stoma+revision")
    assert page.all(".//h2")[0].text == "CPT"
    assert {mark.text for mark in page.all(".//mark")} >= {"stoma", "revision"}
    assert "44300–44346" in page.text


def test_every_result_leads_somewhere(browse):
    browser = browse()
    for query in ("44314", "heart attack", "DRG 470", "HCC 37", "0SR90J9"):
        page = browser.open(f"/codes?q={query}")
        links = [link.get("href") for hit in page.all(".//li[@class='hit']") for link in hit.findall(".//a")]
        assert links
        for link in links[:6]:
            assert browser.open(link).status == 200


def test_a_wrong_number_is_answered_with_the_likely_ones(browse):
    assert "44341 is no code of this release. Did you mean 44314?" in browse().open("/codes?q=44341").text


def test_nothing_found_says_what_to_do(browse):
    page = browse().open("/codes?q=zqxjvwk")
    assert "Try fewer or other words" in page.text


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "%", "' OR 1=1", "\x00", "9" * 3000])
def test_what_is_typed_never_becomes_markup(browse, typed):
    page = browse().open("/codes", query_string={"q": typed})
    assert "<script>alert" not in page.source


def test_data_has_the_form_that_was_promised(app):
    data = app.test_client().get("/codes.json?q=heart+attack").get_json()
    assert set(data) == {"query", "total", "results", "messages"}
    assert data["query"] == "heart attack"
    first = data["results"][0]
    assert first == {
        "kind": "family",
        "set": "icd10cm",
        "slug": "icd10cm-i21",
        "label": "Acute myocardial infarction",
        "ranges": [["I21", "I21"]],
        "url": "/codes/families/icd10cm-i21",
        "why": "people say heart attack",
    }


def test_data_of_a_code_names_it_and_its_address(app):
    first = app.test_client().get("/codes.json?q=70450-26").get_json()["results"][0]
    assert (first["kind"], first["set"], first["code"]) == ("code", "cpt", "70450")
    assert first["label"] == "CT: head and neck"
    assert first["ranges"] == [["70450", "70450"]]
    assert first["url"] == "/codes/cpt/70450"


def test_what_was_not_changed_is_not_sent_again(app):
    client = app.test_client()
    tag = client.get("/codes?q=44314").headers["ETag"]
    assert client.get("/codes?q=44314", headers={"If-None-Match": tag}).status_code == 304


def test_search_engines_keep_the_box_and_not_every_query(app):
    client = app.test_client()
    assert b'name="robots" content="noindex"' in client.get("/codes?q=44314").data
    assert b"noindex" not in client.get("/codes").data
    assert b"http://localhost/codes<" in client.get("/sitemap-pages-1.xml").data
