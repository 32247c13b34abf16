"""A family's page: its codes or families, who does the work, its rules and its jobs; the tree down to it works by links."""

import pytest

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import chain
from jobboard.domain.postings import parts, terms
from jobboard.web.codes import family as view

HOSTILE = ("no-such-family", "%00", "x" * 3000, "ümläut-ß", "..%2f..%2fetc", "' OR 1=1", "CPT-COLONOSCOPY")


@pytest.fixture
def tagged(session, a_posting):
    """`tagged(family)`: a live posting tagged with it."""

    def build(family, **words):
        tag = parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=50)
        return a_posting("live", families=[tag], **words)

    return build


def leaf_of(session, code):
    return chain(session, code)[0]


def table(page):
    """The rows of the page's table of codes: lists of what the cells say."""
    rows = page.all(".//div[@class='entries']//tbody/tr")
    return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]


def test_a_leaf_lists_its_codes_with_the_values_of_the_fee_schedule(session, browse):
    page = browse().open(f"/codes/families/{leaf_of(session, '44314').slug}")
    assert ["44314", "16.32", "090", "$935.56", "–"] in table(page)
    assert "44300–44346" in page.text
    assert page.all(".//div[@class='entries']//a[@href='/codes/cpt/44314']")


def test_a_family_of_families_lists_them_with_their_codes(session, browse):
    leaf, parent, *_ = chain(session, "44314")
    page = browse().open(f"/codes/families/{parent.slug}")
    inside = {link.get("href") for link in page.all(".//ul[@class='family-list']//a")}
    assert f"/codes/families/{leaf.slug}" in inside
    assert not table(page)


def test_the_way_up_stands_on_top_and_every_step_of_it_opens(session, browse):
    browser = browse()
    page = browser.open(f"/codes/families/{leaf_of(session, '44314').slug}")
    steps = [link.get("href") for link in page.all(".//nav[@class='crumbs']//a")]
    assert steps[0] == "/codes/cpt"
    assert steps[1:] == [f"/codes/families/{one.slug}" for one in reversed(chain(session, "44314")[1:])]
    for step in steps:
        browser.open(step)
    assert '"@type": "BreadcrumbList"' in page.source


def test_titles_are_shown_where_they_are_public_and_never_for_cpt(session, browse):
    browser = browse()
    code = session.query(Code).filter_by(code="I25.10").one()
    assert code.title in browser.open(f"/codes/families/{leaf_of(session, 'I25.10').slug}").text
    page = browser.open(f"/codes/families/{leaf_of(session, '44314').slug}")
    assert "belongs to the American Medical Association" in page.text


def test_its_jobs_are_those_tagged_with_it_or_with_something_inside_it(session, browse, tagged):
    leaf, parent, *_ = chain(session, "44314")
    tagged(leaf, title="Stoma coder")
    tagged(leaf_of(session, "99213"), title="Office coder")
    browser = browse()
    for family in (leaf, parent):
        page = browser.open(f"/codes/families/{family.slug}")
        assert "1 open job that codes this" in page.text
        assert "Stoma coder" in page.text
        assert "Office coder" not in page.text


def test_where_no_desk_names_it_the_wider_ones_are_shown(session, browse, tagged):
    leaf, parent, *_ = chain(session, "44314")
    tagged(parent, title="Bowel surgery coder")
    page = browse().open(f"/codes/families/{leaf.slug}")
    assert "No open jobs" in page.text
    assert "Bowel surgery coder" in page.text


def test_pay_is_summed_up_only_from_three_jobs(session, browse, tagged):
    leaf = leaf_of(session, "44314")
    browser = browse()
    tagged(leaf), tagged(leaf)
    assert "Median $" not in browser.open(f"/codes/families/{leaf.slug}").text
    tagged(leaf)
    assert "$28–$36 per hour" in browser.open(f"/codes/families/{leaf.slug}").text
    assert "Median $32." in browser.open(f"/codes/families/{leaf.slug}").text


def test_a_large_family_is_paged_and_ends(session, browse, monkeypatch):
    monkeypatch.setattr(view, "PAGE", 1)
    leaf = leaf_of(session, "44314")
    browser = browse()
    first = browser.open(f"/codes/families/{leaf.slug}")
    assert len(table(first)) == 1
    assert first.all(".//a[@rel='next']")[0].get("href") == f"/codes/families/{leaf.slug}?page=2"
    second = browser.open(f"/codes/families/{leaf.slug}?page=2")
    assert table(second) != table(first)
    assert second.all(".//link[@rel='canonical']")[0].get("href").endswith("?page=2")
    browser.open(f"/codes/families/{leaf.slug}?page=99", status=404)


@pytest.mark.parametrize("page", ["0", "-1", "x", "\x00", "1" * 500, ""])
def test_a_page_that_is_no_number_is_the_first(session, browse, page):
    leaf = leaf_of(session, "44314")
    assert browse().open(f"/codes/families/{leaf.slug}", query_string={"page": page}).status == 200


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_family_is_not_found(browse, name):
    browse().open(f"/codes/families/{name}", status=404)


def test_a_retired_family_leads_to_what_is_left(session, browse):
    leaf, parent, *_ = chain(session, "44314")
    gone = Family(
        id=-1, slug="gone", code_set=leaf.code_set, label="Gone", span="1", parent_id=parent.id, depth=leaf.depth,
        path=f"{parent.path}-1/", position=0, leaf=True, retired=True,
    )  # fmt: skip
    session.add(gone)
    session.commit()
    try:
        page = browse().open("/codes/families/gone", follow=False, status=301)
        assert page.response.location == f"/codes/families/{parent.slug}"
    finally:
        session.delete(gone)
        session.commit()


def test_the_tree_of_every_set_leads_down_to_its_families(session, browse):
    browser = browse()
    sets = [link.get("href") for link in browser.open("/codes/families").all(".//section/h2/a")]
    assert sets == [
        "/codes/cpt",
        "/codes/hcpcs",
        "/codes/icd10cm",
        "/codes/icd10pcs",
        "/codes/msdrg",
        "/codes/hcc",
    ]
    for path in sets:
        page = browser.open(path)
        links = [link.get("href") for link in page.all(".//ul[@class='family-list']//a")]
        assert links
        assert browser.open(links[-1]).status == 200


def test_a_set_has_one_address_however_it_is_spelled(browse):
    page = browse().open("/codes/ICD-10-CM", follow=False, status=301)
    assert page.response.location == "/codes/icd10cm"
    browse().open("/codes/icd9", status=404)


def test_every_family_that_shares_are_known_of_says_how(session, browse):
    leaf = leaf_of(session, "45378")
    page = browse().open(f"/codes/families/{leaf.slug}")
    assert "Gastroenterology" in page.text
    assert "Basis: Medicare payments, 2023." in page.text


def test_the_page_of_a_family_may_be_kept_and_is_not_sent_twice(session, app):
    client = app.test_client()
    address = f"/codes/families/{leaf_of(session, '44314').slug}"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_diagnoses_lead_to_the_groups_of_their_stays(session, browse):
    page = browse().open(f"/codes/families/{leaf_of(session, 'I25.10').slug}")
    assert page.all(".//section[@aria-labelledby='stays']//a[@href='/codes/families/msdrg-mdc-05']")


def test_supplies_have_no_empty_columns_of_values(session, browse):
    browser = browse()
    drugs = browser.open(f"/codes/families/{leaf_of(session, 'J1885').slug}")
    assert [cell.text for cell in drugs.all(".//div[@class='entries']//thead//th")][:2] == ["Code", "Title"]
