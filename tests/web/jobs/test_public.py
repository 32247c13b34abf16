"""What programs and caches see of the public side, and what it costs."""

from contextlib import contextmanager
from xml.etree import ElementTree

import pytest
from sqlalchemy import event

from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.engine import Suggestion
from jobboard.search.options import FACETS
from jobboard.search.query import Query

ATOM = "{http://www.w3.org/2005/Atom}"
PAGES = (
    "/",
    "/jobs",
    "/jobs?q=44314",
    "/employers",
    "/employers/acme-health",
    "/about",
    "/how-we-review",
    "/privacy",
    "/terms",
)


@contextmanager
def statements(app):
    """Every statement that reaches the database."""
    seen = []

    def note(connection, cursor, statement, *rest):
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    "path",
    ["/", "/jobs", "/jobs?q=44314", "/jobs?q=surgery", "/jobs.json", "/jobs.atom", "/employers/acme-health"],
)
def test_the_number_of_queries_does_not_grow_with_the_postings(app, a_posting, path):
    visitor, costs = app.test_client(), []
    for _ in range(2):
        rounds = []
        for _ in range(5):
            a_posting("live")
        for _ in range(6):  # each connection of the pool learns for itself what nobody changed
            for kept in ("kept_pages", "kept_cards", "kept_standings", "kept_figures"):
                app.extensions[kept].clear()  # what a page costs that has to be made
            with statements(app) as seen:
                assert visitor.get(path).status_code == 200
            rounds.append(len(seen))
        costs.append(min(rounds))
    assert costs[1] <= costs[0], f"{path}: {costs[0]} queries for five postings, {costs[1]} for ten"
    assert costs[1] <= 32


@pytest.mark.parametrize("path", PAGES)
def test_reading_sets_no_cookie_and_may_be_kept_by_who_asks_each_time(app, a_posting, path):
    a_posting("live")
    answer = app.test_client().get(path)
    assert "Set-Cookie" not in answer.headers
    assert "csrf_token" not in answer.text
    assert answer.cache_control.public
    assert answer.cache_control.no_cache, "A browser may not show a closed job without asking."
    assert answer.cache_control.max_age is None
    again = app.test_client().get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_what_a_person_sees_is_kept_by_nobody(browse, a_posting, amir):
    posting = a_posting("live")
    browser = browse(amir)
    for path in (*PAGES, f"/jobs/{posting.id}"):
        assert browser.open(path).response.headers["Cache-Control"] == "no-store"


def test_a_visitor_with_a_message_waiting_gets_a_page_of_their_own(browse, amir):
    browser = browse(amir)
    browser.send("/log-out")
    assert browser.open("/jobs").response.headers["Cache-Control"] == "no-store"


def test_the_feed_is_a_feed_of_the_same_search(app, a_posting):
    a_posting("live", title="Cardiology & cath coder <b>")
    a_posting("live", title="Dermatology \x0b coder")
    answer = app.test_client().get("/jobs.atom?q=cardiology")
    assert answer.mimetype == "application/atom+xml"
    root = ElementTree.fromstring(answer.data)
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Cardiology & cath coder <b> at Acme Health"
    for name in ("id", "updated", "published", "summary"):
        assert entry.find(f"{ATOM}{name}").text
    for name in ("id", "title", "updated"):
        assert root.find(f"{ATOM}{name}").text
    (own,) = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == "http://localhost/jobs.atom?q=cardiology"
    ElementTree.fromstring(app.test_client().get("/jobs.atom").data)


def test_an_empty_feed_is_a_feed_and_the_same_one_all_day(app, clock):
    first = app.test_client().get("/jobs.atom?q=nothing")
    assert ElementTree.fromstring(first.data).find(f"{ATOM}updated").text.endswith("T00:00:00Z")
    clock.tick(minutes=5)
    again = app.test_client().get("/jobs.atom?q=nothing", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_robots_are_told_where_the_sitemap_is(app):
    text = app.test_client().get("/robots.txt").text
    assert "Sitemap: http://localhost/sitemap.xml" in text
    assert "Disallow: /moderation" in text


def test_the_search_description_is_xml(app):
    assert b"/jobs?q={searchTerms}" in app.test_client().get("/opensearch.xml").data
    root = ElementTree.fromstring(app.test_client().get("/opensearch.xml").data)
    addresses = {url.get("type"): url.get("template") for url in root if url.tag.endswith("}Url")}
    assert len(addresses) == 5
    for kind, address in addresses.items():
        answer = app.test_client().get(
            address.removeprefix("http://localhost").replace("{searchTerms}", "44314")
        )
        assert (answer.status_code, answer.mimetype) == (200, kind)


def test_a_browser_is_offered_what_may_be_meant(app, monkeypatch):
    def suggest(engine, text, now):
        specialty = Suggestion("specialty", f"{text}ology", Query(specialty=("cardiology",)), 3)
        return [specialty, Suggestion("CPT", "44314: Stoma", Query(q="44314"), None)]

    monkeypatch.setattr(BoardEngine, "suggest", suggest)
    answer = app.test_client().get("/jobs/suggestions.json?q=cardi")
    assert answer.json == [
        "cardi", ["cardiology", "44314: Stoma"], ["specialty, 3 jobs", "CPT"],
        ["http://localhost/jobs?specialty=cardiology", "http://localhost/jobs?q=44314"],
    ]  # fmt: skip


def test_a_program_names_the_facets_it_wants(app, a_posting):
    a_posting("live")
    whole = app.test_client().get("/jobs.json").json
    named = app.test_client().get("/jobs.json?facets=setting,work&facets=type").json
    assert set(whole["facets"]) == set(FACETS)
    assert named == whole | {"facets": {name: whole["facets"][name] for name in ("work", "setting", "type")}}
    assert app.test_client().get("/jobs.json?facets=").json == whole | {"facets": {}}
    for strange in ("colour", "work,colour", "\x00" * 9, "work" * 9999):
        answer = app.test_client().get("/jobs.json", query_string={"facets": strange}).json
        assert answer["messages"] == [
            f"Facets are called {', '.join(FACETS)}; what else was named is left out."
        ]
        assert list(answer["facets"]) == (["work"] if "," in strange else [])


def test_the_data_says_what_the_page_says(app, browse, a_posting):
    posting = a_posting("live")
    data = app.test_client().get("/jobs.json?q=44314&work=remote").json
    (found,) = data["results"]
    assert found["id"] == posting.id
    assert found["url"] == f"http://localhost/jobs/{posting.id}/colorectal-surgery-coder"
    assert found["pay"] == "$28–$36 per hour"
    assert found["work_model"] == "remote"
    assert found["reasons"][0].startswith("covers 44314: 44300")
    assert {"work", "specialty", "credential", "setting", "from_state", "pay_min", "since"} <= set(
        data["facets"]
    )
    assert [chip["label"] for chip in data["chips"]] == ["44314", "Remote"]
    page = browse(None).open("/jobs?q=44314&work=remote")
    assert "1 job for 44314" in page.text
    assert "covered by 44300" in page.text
    page = browse(None).open("/jobs?q=44314+colorectal+-dental")
    assert "1 job for 44314 and “colorectal” without “dental”" in page.text


def test_every_link_of_the_public_pages_answers(browse, a_posting):
    """A page that leads nowhere is a defect."""
    posting, visitor = a_posting("live"), browse(None)
    ahead = {link for path in (*PAGES, f"/jobs/{posting.id}") for link in visitor.open(path).links()}
    for link in sorted(link for link in ahead if link.startswith("/") and not link.startswith("/static")):
        assert visitor.open(link, status=None).status == 200, link


def test_an_employers_page_shows_its_newest_jobs_and_leads_to_all(app, a_posting, monkeypatch, browse):
    monkeypatch.setattr("jobboard.search.index.ordering.PAGE_SIZE", 2)
    for _ in range(3):
        a_posting("live")
    page = browse(None).open("/employers/acme-health")
    assert (page.text.count("First published"), "3 open jobs" in page.text) == (2, True)
    assert "/jobs?employer=acme-health" in page.links()
