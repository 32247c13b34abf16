"""Olga's screen: the queue explains itself, the posting looks as readers will see it, the evidence stands beside it."""

from decimal import Decimal

import pytest

from jobboard.domain.accounts.member import Member, Role
from jobboard.domain.base import new_id


def test_to_everybody_else_the_desk_does_not_exist(browse, mira, amir, ada, a_posting):
    posting = a_posting("in_review")
    for person in (mira, amir, ada):
        browser = browse(person)
        browser.open("/moderation", status=404)
        browser.open("/moderation/decisions", status=404)
        browser.open(f"/moderation/postings/{posting.id}", status=404)
        browser.send(f"/moderation/postings/{posting.id}/approval", status=404)


def test_a_visitor_logs_in_first(browse):
    assert browse(None).open("/moderation").path == "/log-in"


def test_an_empty_queue_says_so(browse, olga):
    assert "The queue is empty" in browse(olga).open("/moderation").text


def test_the_oldest_is_already_on_the_table(browse, olga, a_posting, clock):
    a_posting("in_review", title="Oldest colorectal coder")
    clock.tick(hours=3)
    a_posting("in_review", title="Newest colorectal coder")
    page = browse(olga).open("/moderation")
    assert "2 postings wait, oldest first." in page.text
    assert "waiting 3 hours" in page.text
    assert [title.text for title in page.all(".//article//h2")][:1] == ["Oldest colorectal coder"]
    current = page.all(".//nav[@aria-label='Waiting for review']//a[@aria-current]")
    assert len(current) == 1


def test_the_posting_is_shown_as_readers_will_see_it(browse, olga, a_posting):
    posting = a_posting("in_review", description="**Bold** words about the desk. " * 10)
    page = browse(olga).open(f"/moderation/postings/{posting.id}")
    assert "$28–$36" in page.text
    assert page.all(".//article//strong")


def test_the_evidence_stands_beside_it(browse, olga, a_posting):
    a_posting("in_review", description="Write to jobs@acme.example, we answer. " * 8)
    page = browse(olga).open("/moderation")
    assert "The text holds contact details: “jobs@acme.example”." in page.text
    assert "to look at" in page.text
    first = page.all(".//input[@name='reasons']")[0]
    assert first.get("value") == "contact_in_text", "the reasons that the evidence leads to stand first"


def test_a_change_shows_what_changes_field_by_field(browse, session, olga, mira, a_posting, clock):
    posting = a_posting("live")
    session.add(posting.begin_change(by=mira, at=clock.now()))
    session.flush()
    text = posting.live_edition.description.replace("eleven surgeons", "twelve surgeons")
    posting.draft_edition.write(
        {"title": "Senior colorectal coder", "pay_max": Decimal(40), "description": text}, at=clock.now()
    )
    session.add(posting.submit(by=mira, at=clock.now()))
    session.commit()
    page = browse(olga).open(f"/moderation/postings/{posting.id}")
    gone = ["".join(mark.itertext()) for mark in page.all(".//del")]
    new = ["".join(mark.itertext()) for mark in page.all(".//ins")]
    assert gone == ["Before: Colorectal surgery coder", "eleven", "Before: $28–$36 per hour"]
    assert new == ["After: Senior colorectal coder", "twelve", "After: $28–$40 per hour"]


def test_what_was_never_sent_is_nobody_elses_business(browse, olga, a_posting):
    browse(olga).open(f"/moderation/postings/{a_posting('draft').id}", status=404)


@pytest.mark.parametrize("status", ["needs_changes", "live", "paused", "closed", "rejected", "removed"])
def test_every_decided_posting_can_be_looked_at(browse, olga, a_posting, status):
    page = browse(olga).open(f"/moderation/postings/{a_posting(status).id}")
    assert ("Remove the live posting" in page.text) == (status in ("live", "paused"))
    assert "Approve" not in [button.text for button in page.all(".//button//span")]


def test_a_moderator_with_a_seat_there_is_told_why_not(browse, session, olga, acme, a_posting, clock):
    seat = Member(id=new_id(), user_id=olga.id, employer_id=acme.id, role=Role.VIEWER, since=clock.now())
    session.add(seat)
    session.commit()
    session.expire_all()
    posting = a_posting("in_review")
    browser = browse(olga)
    assert "Nothing for you to decide" in browser.open("/moderation").text
    page = browser.open(f"/moderation/postings/{posting.id}")
    assert "You hold a seat at Acme Health, so another moderator decides." in page.text
    browser.send(f"/moderation/postings/{posting.id}/approval", status=403)


def test_hostile_words_are_only_words(browse, olga, a_posting):
    hostile = "<script>alert(1)</script> {{ 7*7 }} \u202e"
    a_posting("in_review", title=hostile, description=hostile * 10)
    page = browse(olga).open("/moderation")
    assert "<script>alert" not in page.source
    assert "49" not in "".join(page.all(".//article//h2")[0].itertext())


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999999999", "x", ""])
def test_any_page_of_the_log_is_a_page(browse, olga, a_posting, page):
    a_posting("live")
    browse(olga).open(f"/moderation/decisions?page={page}")
