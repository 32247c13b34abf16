"""What Olga decides happens once, is written down with its reasons, and the next posting is on the table."""

import pytest
from sqlalchemy import select

from jobboard.domain.diary import Event
from jobboard.domain.postings.finding import by_id
from tests.builders import a_person


def at(posting, noun=""):
    return f"/moderation/postings/{posting.id}" + (f"/{noun}" if noun else "")


def seen(browser, posting):
    """The wording on the screen, as the form sends it."""
    return browser.open(at(posting)).all(".//input[@name='seen']")[0].get("value")


def last(session, posting):
    return session.scalars(
        select(Event).where(Event.posting_id == posting.id).order_by(Event.at.desc(), Event.id)
    ).all()


def lines(session, posting, verb):
    return [event for event in last(session, posting) if event.verb == verb]


def test_olga_approves_and_the_next_one_is_there(browse, session, olga, a_posting, clock):
    first = a_posting("in_review", title="First in the queue")
    clock.tick(hours=1)
    a_posting("in_review", title="Second in the queue")
    browser = browse(olga)
    page = browser.send(at(first, "approval"), seen=seen(browser, first))
    assert "Approved: “First in the queue”." in page.text
    assert "".join(page.all(".//article//h2")[0].itertext()) == "Second in the queue"
    assert first.status.value == "live"
    line = lines(session, first, "approve")[0]
    assert (line.by_id, line.old, line.new, line.mailed_at) == (olga.id, "in_review", "live", None)


@pytest.mark.parametrize(
    ("status", "noun", "verb", "reached"),
    [
        ("in_review", "change-request", "ask_for_changes", "needs_changes"),
        ("in_review", "rejection", "reject", "rejected"),
        ("live", "removal", "remove", "removed"),
    ],
)
def test_olga_decides_with_reasons(browse, session, olga, a_posting, status, noun, verb, reached):
    posting = a_posting(status)
    browser = browse(olga)
    browser.send(
        at(posting, noun), seen=seen(browser, posting), reasons=["pay_unclear", "wording"], note="Per hour?"
    )
    assert posting.status.value == reached
    line = lines(session, posting, verb)[0]
    assert line.data["reasons"] == ["pay_unclear", "wording"]
    assert line.note == "Per hour?"
    log = browser.open("/moderation/decisions").text
    assert "Per hour?" in log
    assert "The pay does not fit the work or its unit." in log
    assert "Olga Petrova" in log


@pytest.mark.parametrize("noun", ["change-request", "rejection"])
def test_without_a_reason_nothing_is_decided_and_the_note_stays(browse, olga, a_posting, noun):
    posting = a_posting("in_review")
    browser = browse(olga)
    page = browser.send(at(posting, noun), status=422, seen=seen(browser, posting), note="My long note.")
    assert "the employer" in page.text
    assert "My long note." in page.source
    assert posting.status.value == "in_review"


def test_reasons_that_are_none_and_endless_notes_are_refused(browse, olga, a_posting):
    posting = a_posting("in_review")
    browser = browse(olga)
    wording = seen(browser, posting)
    for fields in ({"reasons": "because"}, {"reasons": ["scam"], "note": "x" * 2001}, {"reasons": ["\x00"]}):
        browser.send(at(posting, "rejection"), status=422, seen=wording, **fields)
    assert posting.status.value == "in_review"


def test_two_moderators_at_once_have_one_winner(browse, session, olga, a_posting):
    posting = a_posting("in_review")
    paul = a_person(session, "Paul Moreno", audience="staff", is_moderator=True)
    hers, his = browse(olga), browse(paul)
    wording = seen(hers, posting)
    hers.send(at(posting, "approval"), seen=wording)
    page = his.send(at(posting, "rejection"), status=409, seen=wording, reasons=["scam"])
    assert "Back to the queue" in page.text
    assert posting.status.value == "live"
    assert not lines(session, posting, "reject")


def test_a_claim_keeps_colleagues_away_for_half_an_hour(browse, session, olga, a_posting, clock):
    posting = a_posting("in_review")
    paul = a_person(session, "Paul Moreno", audience="staff", is_moderator=True)
    hers, his = browse(olga), browse(paul)
    assert "Yours for half an hour" in hers.send(at(posting, "claim")).text
    assert "Olga Petrova is on it" in his.open("/moderation").text
    page = his.open(at(posting))
    assert "Olga Petrova is looking at this one until" in page.text
    wording = seen(hers, posting)
    assert "Another moderator is looking" in his.send(at(posting, "approval"), status=409, seen=wording).text
    his.send(at(posting, "claim"), status=409)
    clock.tick(minutes=31)
    browse(paul).send(at(posting, "approval"), seen=wording)
    assert posting.status.value == "live"


def test_what_the_employer_changed_meanwhile_is_not_approved_unseen(
    browse, session, olga, mira, a_posting, clock
):
    posting = a_posting("in_review")
    browser = browse(olga)
    wording = seen(browser, posting)
    posting = by_id(session, posting.id)
    session.add(posting.withdraw(by=mira, at=clock.now()))
    posting.draft_edition.write({"title": "Send me your bank details"}, at=clock.tick(minutes=1))
    session.add(posting.submit(by=mira, at=clock.now()))
    session.commit()
    page = browser.send(at(posting, "approval"), status=409, seen=wording)
    assert "The employer changed this posting while you read it." in page.text
    assert posting.status.value == "in_review"


def test_a_decision_pressed_twice_counts_once(browse, session, olga, a_posting):
    posting = a_posting("in_review")
    browser = browse(olga)
    wording = seen(browser, posting)
    browser.send(at(posting, "approval"), seen=wording)
    browser.send(at(posting, "approval"), status=409, seen=wording)
    assert len(lines(session, posting, "approve")) == 1


def test_a_change_is_judged_while_the_approved_wording_stays_up(
    browse, session, olga, mira, a_posting, clock
):
    posting = a_posting("live")
    session.add(posting.begin_change(by=mira, at=clock.now()))
    session.flush()
    posting.draft_edition.write({"title": "Senior colorectal coder"}, at=clock.now())
    session.add(posting.submit(by=mira, at=clock.now()))
    session.commit()
    browser = browse(olga)
    browser.send(at(posting, "rejection"), seen=seen(browser, posting), reasons=["pay_unclear"])
    assert (posting.status.value, posting.change) == ("live", None)


def test_decisions_come_from_our_own_pages_only(browse, olga, a_posting):
    posting = a_posting("in_review")
    for noun in ("claim", "approval", "change-request", "rejection", "removal"):
        browse(olga).send(at(posting, noun), status=400, token=False, reasons=["scam"])
        browse(olga).open(at(posting, noun), status=405, follow=False)
