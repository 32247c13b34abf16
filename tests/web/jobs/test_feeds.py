"""Any search as a feed, Atom and JSON: the same jobs, each with its reason, told of by the page."""

import json
import re

from jobboard.search.engine import PAGE_SIZE

FIELDS = {"id", "url", "title", "content_text", "date_published", "date_modified", "authors"}


def as_json(app, path: str):
    answer = app.test_client().get(path)
    assert answer.status_code == 200
    assert answer.content_type == "application/feed+json; charset=utf-8"
    return json.loads(answer.text)


def test_a_json_feed_is_of_version_1_1_and_names_itself(app, session, a_posting):
    job = a_posting("live")
    feed = as_json(app, "/jobs/feed.json?work=remote")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://localhost/jobs/feed.json?work=remote"
    assert feed["home_page_url"].startswith("http://localhost/jobs?work=remote")
    (item,) = feed["items"]
    assert set(item) == FIELDS
    assert item["id"] == f"http://localhost/jobs/{job.id}"
    assert re.fullmatch(r"2026-11-16T15:00:00Z", item["date_published"])
    assert item["authors"] == [{"name": "Acme Health"}]


def test_each_job_says_why_the_search_holds_it_in_both_feeds(app, session, a_posting):
    a_posting("live")
    for asked, reason in (("q=44314", "covers 44314"), ("work=remote", "matches Remote")):
        assert reason in as_json(app, f"/jobs/feed.json?{asked}")["items"][0]["content_text"]
        assert reason in app.test_client().get(f"/jobs.atom?{asked}").text
    assert "Why" not in as_json(app, "/jobs/feed.json")["items"][0]["content_text"]


def test_a_feed_tells_only_what_is_listed(app, session, a_posting):
    for status in ("draft", "in_review", "paused", "closed", "removed"):
        a_posting(status)
    assert as_json(app, "/jobs/feed.json")["items"] == []


def test_the_results_lead_to_both_feeds_of_the_same_search(app, session, browse, a_posting):
    a_posting("live")
    page = browse(None).open("/jobs?work=remote")
    told = {link.get("type"): link.get("href") for link in page.all(".//link[@rel='alternate']")}
    assert told["application/feed+json"].startswith("/jobs/feed.json?work=remote")
    assert told["application/atom+xml"].startswith("/jobs.atom?work=remote")


def test_a_feed_begins_with_the_newest_whatever_page_and_order_its_address_names(app, session, a_posting):
    job = a_posting("live")
    for asked in ("page=2", "page=2&sort=pay", "sort=closing"):
        assert [item["title"] for item in as_json(app, f"/jobs/feed.json?{asked}")["items"]] == [
            f"{job.edition.title} at Acme Health"
        ]


def test_neither_a_feed_nor_a_way_to_one_names_a_page(app, session, browse, a_posting):
    """Whoever follows a search from its second page follows all of it; the first page of one has one address."""
    for _ in range(PAGE_SIZE + 1):
        a_posting("live")
    for asked in ("work=remote", "work=remote&page=2", "page=1", "page=2&q=coder"):
        links = browse(None).open(f"/jobs?{asked}").links()
        ways = [link for link in links if "/jobs.atom" in link or "/jobs/feed.json" in link]
        assert len(ways) >= 2
        assert not [link for link in ways if "page=" in link]
        assert "page=" not in as_json(app, f"/jobs/feed.json?{asked}")["home_page_url"]
        (home,) = re.findall(
            r'rel="alternate" type="text/html" href="(\S+/jobs[?"]\S*)"/>\s*<updated>',
            app.test_client().get(f"/jobs.atom?{asked}").text,
        )
        assert "page=" not in home


def test_what_is_refused_as_patient_data_is_said_by_no_form_of_the_results(app, a_posting):
    a_posting("live")
    for path in ("/jobs", "/jobs.json", "/jobs.atom", "/jobs/feed.json"):
        answer = app.test_client().get(path, query_string={"q": "44314 12\nDoe, Jane MRN 0012345"})
        assert answer.status_code == 200
        assert not re.search("Doe|Jane|0012345", answer.text)
