"""A credential's page: whose it is and which jobs ask for it; one that nobody confirmed is shown nowhere."""

import pytest

from jobboard.domain.codes.finding import credentials
from jobboard.domain.postings import parts
from jobboard.domain.postings.terms import CredentialNeed
from tests.web.employers.writing import write

UNSEEN = "CIRCC"


@pytest.fixture
def named(session):
    return {one.abbreviation: one for one in credentials(session)}


@pytest.fixture
def asking(a_posting, named):
    """`asking(CredentialNeed.REQUIRED, "CPC", "CCS")`: a live posting that any one of them will do for."""

    def build(need, *names, status="live"):
        tags = [
            parts.CredentialTag(group_no=1, credential_id=named[name].id, credential=named[name], need=need)
            for name in names
        ]
        return a_posting(status, credentials=tags)

    return build


def test_it_says_whose_it_is_and_that_the_name_is_the_owners(browse):
    page = browse().open("/credentials/cpc")
    assert "Certified Professional Coder" in page.text
    assert "AAPC" in page.text
    assert "is not connected with it" in page.text


def test_jobs_are_counted_by_the_way_they_ask(browse, asking):
    asking(CredentialNeed.REQUIRED, "CPC")
    asking(CredentialNeed.REQUIRED, "CPC", "CCS")
    asking(CredentialNeed.PREFERRED, "CPC")
    asking(CredentialNeed.REQUIRED, "RHIT")
    page = browse().open("/credentials/cpc")
    assert "3 open jobs at 1 employer" in page.text
    assert "require it, alone or as one of several 2" in page.text
    assert "prefer it 1" in page.text


def test_what_is_taken_in_its_place_is_what_stands_in_the_same_group(browse, asking):
    asking(CredentialNeed.REQUIRED, "CPC", "CCS")
    page = browse().open("/credentials/cpc")
    inside = [link.get("href") for link in page.all(".//ul[@class='index-list']//a")]
    assert "/credentials/ccs" in inside
    assert "/credentials/cpc" not in inside


def test_an_apprentice_credential_is_called_one(browse):
    assert "An apprentice credential" in browse().open("/credentials/cpc-a").text


def test_only_confirmed_ones_are_listed_and_have_a_page(browse, named):
    browser = browse()
    page = browser.open("/credentials")
    listed = {"".join(link.itertext()) for link in page.all(".//tbody//a")}
    assert listed == {one.abbreviation for one in named.values() if one.confirmed}
    assert UNSEEN not in listed
    for one in named.values():
        browser.open(f"/credentials/{one.slug}", status=200 if one.confirmed else 404)


def test_a_posting_that_names_an_unconfirmed_one_keeps_it_without_a_link(browse, asking):
    posting = asking(CredentialNeed.REQUIRED, "CPC", UNSEEN)
    browser = browse()
    page = browser.open(f"/jobs/{posting.id}")
    assert UNSEEN in page.text
    assert not page.all(f".//a[@href='/credentials/{UNSEEN.lower()}']")
    assert page.all(".//a[@href='/credentials/cpc']")
    assert "What they take" not in browser.open("/credentials/cpc").text
    choices = {one["value"] for one in browser.open("/jobs.json").response.json["facets"]["credential"]}
    assert choices == {"cpc"}


def test_the_editor_offers_only_confirmed_ones(browse, mira, a_posting):
    draft = a_posting("draft")
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    offered = {option.get("value") for option in page.all(".//datalist[@id='known-credentials']/option")}
    assert "CPC" in offered
    assert UNSEEN not in offered
    page = write(browser, page, status=422, **{"credentials-0-names": UNSEEN})
    assert f"We do not know “{UNSEEN}”" in page.text


def test_the_editor_keeps_an_unconfirmed_one_that_the_posting_has(browse, mira, asking):
    draft = asking(CredentialNeed.REQUIRED, "CPC", UNSEEN, status="draft")
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    page = write(browser, page, title="Another title")
    again = browser.open(f"/employer/postings/{draft.id}/edit")
    assert UNSEEN in again.source
    assert "Another title" in again.source


@pytest.mark.parametrize("name", ["none", "%00", "x" * 3000, "CPC"])
def test_what_is_no_credential_is_not_found(browse, name):
    browse().open(f"/credentials/{name}", status=404)
