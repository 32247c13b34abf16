"""A code's page: one address whatever was typed, the frame around the facts, and what programs and caches get."""

import json
import re

import pytest
from sqlalchemy import update

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.finding import resolve_in
from jobboard.web.codes.frame import Bar, asked_of


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("/codes/cpt/44314-26", "/codes/cpt/44314"),
        ("/codes/cpt/44314,50", "/codes/cpt/44314"),
        ("/codes/CPT/44314", "/codes/cpt/44314"),
        ("/codes/hcpcs/j1885", "/codes/hcpcs/J1885"),
        ("/codes/cpt/0001f", "/codes/cpt/0001F"),
        ("/codes/icd10cm/i2510", "/codes/icd10cm/I25.10"),
        ("/codes/ICD-10-CM/I25.10.", "/codes/icd10cm/I25.10"),
        ("/codes/icd10cm/I25.", "/codes/icd10cm/I25"),
        ("/codes/icd10pcs/0sr90j9", "/codes/icd10pcs/0SR90J9"),
        ("/codes/msdrg/drg%20470", "/codes/msdrg/470"),
        ("/codes/hcc/037", "/codes/hcc/37"),
        ("/codes/cpt/44314-26?zip=60601&with=44%20", "/codes/cpt/44314?zip=60601&with=44%20"),
    ],
)
def test_every_spelling_leads_to_the_one_address_for_good(app, typed, canonical):
    answer = app.test_client().get(typed)
    assert (answer.status_code, answer.headers.get("Location")) == (301, canonical)


@pytest.mark.parametrize(
    "path",
    [
        "/codes/cpt/44314",
        "/codes/hcpcs/J1885",
        "/codes/icd10cm/I25.10",
        "/codes/icd10cm/I25",
        "/codes/icd10pcs/0SR90J9",
        "/codes/msdrg/470",
        "/codes/hcc/37",
    ],
)
def test_every_set_has_sound_pages(browse, path):
    page = browse().open(path)
    assert page.path == path
    assert page.tree.find(".//link[@rel='canonical']").get("href") == f"http://localhost{path}"
    assert page.tree.find(".//meta[@property='og:title']") is not None
    assert not page.all(".//meta[@name='robots']")


def test_an_unknown_code_says_what_it_may_have_meant(browse):
    page = browse().open("/codes/cpt/44341", status=404)
    assert "There is no CPT code 44341" in page.text
    assert "/codes/cpt/44314" in page.links()
    assert page.all(".//input[@name='q']")


def test_a_code_of_another_set_is_found_from_here(browse):
    page = browse().open("/codes/cpt/J1885", status=404)
    assert "/codes/hcpcs/J1885" in page.links()


@pytest.mark.parametrize(
    "path",
    [
        "/codes/nothing/44314",
        "/codes/cpt/%00",
        "/codes/cpt/" + "9" * 3000,
        "/codes/cpt/<script>alert(1)</script>"[:22],
        "/codes/icd10cm/%F0%9F%A6%B4",
        "/codes/hcc/9999999999999999999999",
        "/codes/msdrg/%D9%A4%D9%A7%D9%A0",
        "/codes/hcpcs/'%20OR%201=1--",
        "/codes/cpt/..%2f..%2fetc",
    ],
)
def test_hostile_addresses_are_not_found(browse, path):
    browse().open(path, status=404)


def test_a_deleted_code_still_has_its_page_and_says_so(browse, session):
    session.execute(update(Code).where(Code.code == "44320").values(active=False))
    session.commit()
    try:
        page = browse().open("/codes/cpt/44320")
        assert "Deleted" in page.text
        assert "The release no longer carries it." in page.text
        assert "risk adjustment" not in page.text
    finally:
        session.execute(update(Code).where(Code.code == "44320").values(active=True))
        session.commit()


def test_families_lead_upward_and_programs_read_the_same_way(browse):
    page = browse().open("/codes/cpt/44314")
    crumbs = [link for nav in page.all(".//nav[@class='crumbs']") for link in nav.findall(".//a")]
    trail, answers = (
        json.loads(text) for text in re.findall(r"ld\+json\">(.*?)</script>", page.source, re.S)
    )
    assert [crumb["name"] for crumb in trail["itemListElement"]] == [
        *(link.text for link in crumbs),
        "CPT 44314",
    ]
    assert trail["itemListElement"][-1]["item"] == "http://localhost/codes/cpt/44314"
    for question in answers["mainEntity"]:
        assert question["name"] in page.text
        assert question["acceptedAnswer"]["text"].replace(" ", "") in page.text.replace(" ", "")


def test_an_answer_about_specialties_says_when_it_is_the_family_s(session):
    found = resolve_in(session, CodeSet.CPT, "44314")
    who = {"bars": [Bar("General surgery", "/", 90.0, "90%")], "basis": "Medicare payments, 2023"}
    own, shared = (asked_of(found, who | {"of_family": shared})[0].answer for shared in (False, True))
    assert own.endswith("Basis: Medicare payments, 2023.")
    assert shared.endswith(f"2023, for the family {found.family.label} as a whole.")


def test_neighbors_lead_on(browse):
    links = browse().open("/codes/cpt/44314").links()
    assert {"/codes/cpt/44310", "/codes/cpt/44320"} <= set(links)


def test_every_entry_of_the_contents_leads_to_a_heading(browse):
    for path in ("/codes/cpt/44314", "/codes/hcpcs/J1885", "/codes/cpt/0001F"):
        page = browse().open(path)
        ids = {element.get("id") for element in page.tree.iter() if element.get("id")}
        assert {link[1:] for link in page.links() if link.startswith("#")} <= ids


def test_what_strangers_get_may_be_kept_and_is_told_apart(app):
    client = app.test_client()
    first = client.get("/codes/cpt/44314")
    assert "public" in first.headers["Cache-Control"]
    again = client.get("/codes/cpt/44314", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_head_request_gets_no_body(app):
    answer = app.test_client().head("/codes/cpt/44314")
    assert (answer.status_code, answer.data) == (200, b"")
