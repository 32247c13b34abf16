"""Nothing but a listed posting is public: one predicate, said in SQL and in Python, and no word of any other in sight."""

import random
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from jobboard.domain.postings import parts, terms
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import CloseReason, Status

CANARY = "zqcanary"
PUBLIC = (
    "/", "/jobs", "/jobs?q=" + CANARY, "/jobs?sort=closing", "/jobs?q=44314", "/jobs.json", "/jobs.json?q=" + CANARY, "/jobs.atom",
    "/sitemap-postings-1.xml", "/employers", "/employers/acme-health", "/about", "/robots.txt", "/codes/cpt/44314",
    "/codes/families/cpt-enterostomy-and-stoma-revision", "/specialties/allergy-immunology", "/credentials/cpc",
)  # fmt: skip
HIDDEN = [status for status in Status if status != Status.LIVE]


def canaries(status):
    """A word of its own in every field that carries text."""
    word = f"{CANARY}{status.replace('_', '')}"
    return word, {
        "title": f"{word} title coder",
        "description": f"{word} description. " * 20,
        "requisition": f"{word}-r",
        "bonus": f"{word} bonus",
        "other_compensation": f"{word} other",
        "benefits": [f"{word} benefit"],
        "states_reason": f"{word} reason",
        "apprentice_conditions": f"{word} conditions",
        "auditor": f"{word} auditor",
        "ai_note": f"{word} ai",
        "tools": [parts.Tool(name=f"{word} tool", kind=terms.ToolKind.EHR, need=terms.ToolNeed.HELPFUL)],
        "steps": [parts.Step(position=1, label=f"{word} step")],
        "questions": [parts.Question(position=1, text=f"{word}?", kind=terms.QuestionKind.TEXT)],
        "places": [parts.Place(city=f"{word} city", state="TX", lat=0.0, lon=0.0)],
    }


def assert_unseen(browser, word, id):
    for path in PUBLIC:
        page = browser.open(path, status=None)
        assert page.status == 200 or "sitemap" in path  # without postings there is no sitemap of them
        kept = page.source.replace(f"q={CANARY}", "")
        assert word not in kept.lower(), f"{path} shows a posting that is not listed"
        assert id not in kept, f"{path} names the id of a posting that is not listed"


@pytest.mark.parametrize("status", HIDDEN, ids=str)
def test_a_posting_in_any_other_status_is_public_nowhere(browse, a_posting, status):
    word, terms_of = canaries(status)
    posting = a_posting(status, **terms_of)
    a_posting("closed")  # so that the company has a page
    visitor = browse(None)
    assert_unseen(visitor, word, posting.id)
    answered = visitor.open(f"/jobs/{posting.id}", status=None)
    assert answered.status in (404, 410)
    assert word not in answered.source


def test_the_canary_would_be_seen(browse, a_posting):
    """The check above can fail: a listed posting shows its words on each of these pages."""
    word, terms_of = canaries(Status.LIVE)
    posting = a_posting("live", **terms_of)
    for path in set(PUBLIC) - {"/about", "/robots.txt", "/employers"}:
        assert posting.id in browse(None).open(path).source, path
    page = browse(None).open(f"/jobs/{posting.id}")
    assert page.source.lower().count(word) >= 10


def test_it_leaves_at_the_moment_it_closes(browse, a_posting, clock):
    word, terms_of = canaries(Status.LIVE)
    posting = a_posting("live", **terms_of)
    clock.time = posting.closes_at - timedelta(seconds=1)
    assert browse(None).open(f"/jobs/{posting.id}").status == 200
    clock.time = posting.closes_at
    visitor = browse(None)
    assert_unseen(visitor, word, posting.id)
    assert visitor.open(f"/jobs/{posting.id}", status=410).status == 410


def test_it_does_not_come_before_it_opens(browse, a_posting, clock):
    word, terms_of = canaries(Status.LIVE)
    posting = a_posting("live", opens_on=clock.now().date() + timedelta(days=3), **terms_of)
    visitor = browse(None)
    assert_unseen(visitor, word, posting.id)
    visitor.open(f"/jobs/{posting.id}", status=404)
    clock.time = posting.opens_at
    visitor.open(f"/jobs/{posting.id}", status=200)


def test_a_change_under_review_is_not_public(browse, a_posting, session, mira, clock):
    posting = a_posting("live", title="Approved title coder")
    session.add(posting.begin_change(by=mira, at=clock.now()))
    session.flush()
    posting.draft_edition.title = f"{CANARY}change coder"
    session.add(posting.submit(by=mira, at=clock.now()))
    session.commit()
    visitor = browse(None)
    assert_unseen(visitor, f"{CANARY}change", "no id to look for")
    page = visitor.open(f"/jobs/{posting.id}")
    assert "Approved title coder" in page.text
    assert CANARY not in page.source


def test_a_draft_is_missing_for_everyone_else(browse, a_posting, mira, rolf, amir, olga):
    posting = a_posting("draft")
    for person in (None, rolf, amir):
        browse(person).open(f"/jobs/{posting.id}", status=404)
    for person in (mira, olga):
        page = browse(person).open(f"/jobs/{posting.id}")
        assert "not listed" in page.text
        assert "ld+json" not in page.source


def test_an_ended_one_shows_what_is_like_it(browse, a_posting):
    ended, open_one = a_posting("closed"), a_posting("live", title="Another colorectal coder")
    page = browse(None).open(f"/jobs/{ended.id}", status=410)
    assert "Another colorectal coder" in page.text
    assert open_one.id in page.source
    assert "noindex" in page.source


def test_python_and_sql_agree_on_listed(a_posting, session, clock):
    chance, now = random.Random(44314), clock.now()
    edges = [None, *(now + timedelta(seconds=s) for s in (-86_400, -1, 0, 1, 86_400))]
    made = [a_posting(chance.choice(list(Status))) for _ in range(8)]
    seen = set()
    for _ in range(12):
        for posting in made:
            posting.status = chance.choice(list(Status))
            posting.close_reason = CloseReason.CANCELLED if posting.status == Status.CLOSED else None
            posting.live_edition_id = posting.live_edition_id or posting.draft_edition_id
            posting.opens_at, posting.closes_at = chance.choice(edges), chance.choice(edges)
        session.commit()
        in_sql = set(session.scalars(select(Posting.id).where(listed(now))))
        assert in_sql == {posting.id for posting in made if posting.is_listed(now)}
        seen |= {id in in_sql for id in (posting.id for posting in made)}
    assert seen == {True, False}


def test_the_figures_of_the_front_page_count_listed_postings(browse, a_posting):
    a_posting("live")
    a_posting("live")
    for status in HIDDEN:
        a_posting(status)
    text = browse(None).open("/").text
    assert re.search(r"All 2.*say what they pay|say what they pay.*All 2", text)
    assert "See all 2 jobs" in text
