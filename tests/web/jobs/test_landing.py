"""Landing pages: there only with jobs enough, saying what the search says, and leading on."""

import json
import re

import pytest

from jobboard.domain.codes.finding import specialties
from jobboard.domain.postings import parts, terms

SPECIALTY = "/jobs/specialty/allergy-immunology"
TEXAS = f"{SPECIALTY}/from/texas"


@pytest.fixture
def some_jobs(a_posting):
    """`some_jobs(3)`: jobs on site in Texas, of the first specialty, that ask for the CPC."""

    def make(number, **words):
        for _ in range(number):
            place = parts.Place(city="Austin", state="TX", lat=30.3, lon=-97.7)
            onsite = {"work_model": terms.WorkModel.ONSITE, "all_states": False, "places": [place]}
            a_posting("live", **(onsite | words))

    return make


def counts_of(page):
    """Every count that stands beside a link: (address, count)."""
    rows = re.findall(r'<a href="([^"]+)">[^<]*</a> <span class="index-count">([\d,]+)', page.source)
    return [(url.replace("&amp;", "&"), int(count.replace(",", ""))) for url, count in rows]


@pytest.mark.parametrize(
    "path",
    [SPECIALTY, TEXAS, f"{SPECIALTY}/with/cpc", "/jobs/credential/cpc", "/jobs/credential/cpc/from/texas",
     "/jobs/from/texas", "/jobs/family/cpt-surgery"],
)  # fmt: skip
def test_three_jobs_make_a_page_and_two_do_not(browse, some_jobs, path):
    some_jobs(2)
    visitor = browse(None)
    page = visitor.open(path, status=404)
    assert "too few" in page.text
    some_jobs(1)
    page = visitor.open(path)
    assert "3 open jobs at 1 employer." in page.text
    assert "$28–$36 an hour" in page.text
    assert page.source.count("<article>") == 3


def test_remote_pages_are_of_remote_jobs(browse, some_jobs, a_posting):
    some_jobs(3)
    visitor = browse(None)
    for path in ("/jobs/remote", f"{SPECIALTY}/remote", "/jobs/credential/cpc/remote"):
        visitor.open(path, status=404)
    for _ in range(3):
        a_posting("live")
    for path in ("/jobs/remote", f"{SPECIALTY}/remote", "/jobs/credential/cpc/remote"):
        assert "3 open jobs at 1 employer." in visitor.open(path).text


def test_every_count_is_the_one_its_link_leads_to(browse, some_jobs, a_posting, session):
    other = specialties(session)[1]
    some_jobs(4)
    some_jobs(3, specialties=[parts.SpecialtyTag(specialty_id=other.id, specialty=other)])
    for _ in range(3):
        a_posting("live")
    visitor, seen = browse(None), 0
    for path in (
        SPECIALTY,
        TEXAS,
        "/jobs/from/texas",
        "/jobs/credential/cpc",
        "/jobs/family/cpt-surgery",
        "/jobs/browse",
    ):
        for url, count in counts_of(visitor.open(path)):
            there = visitor.open(url)
            found = re.search(r"\b([\d,]+) (?:open )?jobs?\b", there.text.split("main")[-1])
            assert int(found.group(1)) == count, f"{path} says {count} of {url}"
            seen += 1
    assert seen > 20


def test_a_state_that_no_job_names_leads_to_the_search(app, a_posting):
    for _ in range(3):
        a_posting("live")
    answer = app.test_client().get("/jobs/from/wyoming")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/jobs?from_state=WY")


@pytest.mark.parametrize(
    "path",
    ["/jobs/specialty/none", "/jobs/from/atlantis", "/jobs/from/TX", "/jobs/credential/none", "/jobs/family/none",
     f"{SPECIALTY}/from/none", f"{SPECIALTY}/with/none", "/jobs/specialty/%00", "/jobs/from/" + "x" * 3000, "/jobs/family/%F0%9F"],
)  # fmt: skip
def test_a_name_that_nobody_knows_is_not_there(app, some_jobs, path):
    some_jobs(3)
    assert app.test_client().get(path).status_code == 404


def test_what_is_not_listed_is_not_counted(browse, some_jobs, a_posting):
    some_jobs(2)
    for status in ("draft", "in_review", "paused", "closed", "removed"):
        a_posting(status)
    browse(None).open(SPECIALTY, status=404)
    assert counts_of(browse(None).open("/jobs/browse")) == []


def test_a_page_says_where_it_stands_and_is_no_single_job(browse, some_jobs):
    some_jobs(3)
    page = browse(None).open(TEXAS)
    (markup,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.source, re.S)
    trail = json.loads(markup)
    assert trail["@type"] == "BreadcrumbList"
    assert [step["name"] for step in trail["itemListElement"]] == [
        "Jobs", "By kind", "Allergy and immunology", "Allergy and immunology coding jobs you can do from Texas",
    ]  # fmt: skip
    assert f'<link rel="canonical" href="http://localhost{TEXAS}">' in page.source
    assert "<title>3 allergy and immunology coding jobs you can do from Texas" in page.source
    assert "JobPosting" not in page.source


def test_an_unchanged_page_is_not_sent_again(app, some_jobs):
    some_jobs(3)
    client = app.test_client()
    first = client.get(SPECIALTY)
    again = client.get(SPECIALTY, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)


def test_the_board_answers_without_an_index(browse, some_jobs, monkeypatch):
    some_jobs(3)
    monkeypatch.setattr("jobboard.web.jobs.landing.index_now", lambda: None)
    monkeypatch.setattr("jobboard.web.jobs.browsing.index_now", lambda: None)
    visitor = browse(None)
    assert "3 open jobs." in visitor.open(SPECIALTY).text
    assert "being counted" in visitor.open("/jobs/browse").text
