"""A posting's life at its makers' desk: each verb by POST, drawn only when it can be done, told in words."""

import pytest

from jobboard.domain.accounts.member import Role
from jobboard.domain.postings.finding import by_id
from jobboard.domain.postings.terms import Status
from tests import builders
from tests.web.employers.writing import write

VERBS = (
    "submission",
    "withdrawal",
    "change",
    "discard",
    "pause",
    "resumption",
    "confirmation",
    "closure",
    "repost",
)
POSSIBLE = {
    "draft": {"submission", "discard"},
    "in_review": {"withdrawal"},
    "needs_changes": {"submission", "discard"},
    "live": {"change", "pause", "confirmation", "closure"},
    "paused": {"change", "resumption", "closure"},
    "closed": {"repost"},
    "rejected": set(),
    "removed": set(),
}


def status(session, posting):
    session.expire_all()
    found = by_id(session, posting.id)
    return found.status, found.change


@pytest.mark.parametrize("stage", POSSIBLE)
def test_each_verb_works_in_its_stages(browse, session, mira, a_posting, stage):
    browser = browse(mira)
    for verb in POSSIBLE[stage]:
        posting = a_posting(stage)
        page = browser.send(f"/employer/postings/{posting.id}/{verb}", reason="cancelled")
        assert page.all(".//div[@class='flashes stack-s stack']")
        assert verb in ("repost", "confirmation") or status(session, posting) != (stage, None)


@pytest.mark.parametrize("stage", POSSIBLE)
def test_each_verb_is_refused_with_a_page_in_the_other_stages(browse, session, mira, a_posting, stage):
    browser, posting = browse(mira), a_posting(stage)
    for verb in sorted(set(VERBS) - POSSIBLE[stage]):
        browser.send(f"/employer/postings/{posting.id}/{verb}", status=409, reason="cancelled")
        assert status(session, posting) == (stage, None)


@pytest.mark.parametrize("stage", POSSIBLE)
def test_a_button_is_drawn_exactly_when_it_works(browse, mira, a_posting, stage):
    posting = a_posting(stage)
    browser = browse(mira)
    page, preview = (
        browser.open(f"/employer/postings/{posting.id}"),
        browser.open(f"/employer/postings/{posting.id}/preview"),
    )
    base = f"/employer/postings/{posting.id}/"
    places = [form.get("action") for one in (page, preview) for form in one.all(".//form")] + page.links()
    assert {verb for verb in VERBS if base + verb in places} == POSSIBLE[stage]


def test_a_whole_life_from_draft_to_a_new_posting(browse, session, mira, olga, a_posting, clock):
    posting = a_posting("draft")
    browser = browse(mira)
    at = f"/employer/postings/{posting.id}"
    assert "We answer within one working day." in browser.send(f"{at}/submission").text
    browse(olga)
    session.expire_all()
    found = by_id(session, posting.id)
    session.add(found.approve(by=olga, at=clock.now()))
    session.commit()
    assert "Live" in browser.open(at).text
    browser.send(f"{at}/pause")
    browser.send(f"{at}/resumption")
    assert "still open as of today" in browser.send(f"{at}/confirmation").text
    assert "Choose why it is closed." in browser.send(f"{at}/closure", status=422).text
    browser.send(f"{at}/closure", reason="filled_here")
    page = browser.send(f"{at}/repost")
    assert page.path != f"{at}/edit"
    assert page.path.endswith("/edit")
    assert "Closed" in browser.open(at).text
    for words in (
        "Sent for review",
        "Approved and published",
        "Paused",
        "Put up again",
        "Confirmed as still open",
        "Filled with someone from here",
    ):
        assert words in browser.open(at).text


def test_a_change_to_a_live_posting_leaves_the_approved_words_up(browse, session, mira, a_posting):
    posting = a_posting("live", title="Approved title of the job")
    browser = browse(mira)
    page = browser.send(f"/employer/postings/{posting.id}/change")
    write(browser, page, title="A title nobody approved")
    assert "A title nobody approved" not in browse(None).open(f"/jobs/{posting.id}").text
    browser.send(f"/employer/postings/{posting.id}/submission")
    assert status(session, posting) == (Status.LIVE, "in_review")
    assert "Approved title of the job" in browse(None).open(f"/jobs/{posting.id}").text


def test_a_change_readers_do_not_decide_by_is_published_at_once(browse, session, mira, a_posting):
    posting = a_posting("live")
    browser = browse(mira)
    page = browser.send(f"/employer/postings/{posting.id}/change")
    write(browser, page, response_days="3")
    assert "Your change is published." in browser.send(f"/employer/postings/{posting.id}/submission").text
    session.expire_all()
    assert by_id(session, posting.id).live_edition.response_days == 3


def test_expired_is_worked_out_and_leads_to_a_new_posting(browse, mira, a_posting, clock):
    posting = a_posting("live")
    clock.tick(days=40)
    browser = browse(mira)
    page = browser.open("/employer/postings")
    assert "Expired" in page.text
    page = browser.open(f"/employer/postings/{posting.id}")
    assert "Re-post as new" in page.text
    assert browser.send(f"/employer/postings/{posting.id}/repost").path.endswith("/edit")


def test_the_moderators_reasons_stand_where_they_are_needed(browse, mira, a_posting):
    posting = a_posting("needs_changes")
    browser = browse(mira)
    for page in (browser.open("/employer/postings"), browser.open(f"/employer/postings/{posting.id}")):
        assert "The pay does not fit the work or its unit." in page.text
        assert "Please check the unit." in page.text


@pytest.mark.parametrize("stage", ["draft", "in_review", "live"])
def test_nothing_of_miras_is_open_to_a_competitor(browse, rolf, a_posting, stage):
    posting, browser = a_posting(stage), browse(rolf)
    for place in ("", "/edit", "/preview", "/applications", "/closure"):
        browser.open(f"/employer/postings/{posting.id}{place}", status=403 if stage == "live" else 404)


def test_a_competitor_moves_nothing(browse, session, rolf, a_posting):
    posting, browser = a_posting("draft"), browse(rolf)
    for verb in VERBS:
        browser.send(f"/employer/postings/{posting.id}/{verb}", status=404, reason="cancelled")
    assert status(session, posting) == (Status.DRAFT, None)


def test_a_viewer_is_offered_no_step_that_would_be_refused(browse, session, acme, a_posting):
    a_posting("draft"), a_posting("needs_changes"), a_posting("live")
    browser = browse(builders.a_member(session, "Vera Viewer", acme, Role.VIEWER))
    page = browser.open("/employer/postings")
    assert "You can read everything here." in page.text
    for link in [one for one in page.links() if one.startswith("/employer/postings/")]:
        for inner in [one for one in browser.open(link).links() if one.startswith("/employer/")]:
            browser.open(inner)


def test_a_viewer_reads_and_moves_nothing(browse, session, acme, a_posting):
    posting = a_posting("live")
    vera = builders.a_member(session, "Vera Viewer", acme, Role.VIEWER)
    browser = browse(vera)
    page = browser.open(f"/employer/postings/{posting.id}")
    assert not [form for form in page.all(".//main//form")]
    browser.send(f"/employer/postings/{posting.id}/pause", status=403)
    browser.send("/employer/postings", status=403)
    assert status(session, posting) == (Status.LIVE, None)


def test_a_coder_has_no_business_at_this_desk(browse, amir, olga):
    browse(amir).open("/employer/postings", status=403)
    browse(olga).open("/employer/postings", status=403)


def test_a_form_forged_elsewhere_is_refused(browse, session, mira, a_posting):
    posting = a_posting("live")
    browse(mira).send(f"/employer/postings/{posting.id}/pause", status=400, token=False)
    assert status(session, posting) == (Status.LIVE, None)


def test_pressing_twice_is_one_move_and_one_clear_message(browse, session, mira, a_posting):
    posting = a_posting("live")
    browser = browse(mira)
    browser.send(f"/employer/postings/{posting.id}/pause")
    page = browser.send(f"/employer/postings/{posting.id}/pause", status=409)
    assert "Somebody may have been faster." in page.text


def test_somebody_with_two_seats_chooses_the_employer(browse, session, mira, acme, rival):
    from jobboard.domain.accounts.member import Member
    from jobboard.domain.base import new_id

    mira.seats.append(
        Member(id=new_id(), employer=rival, employer_id=rival.id, role=Role.RECRUITER, since=mira.created_at)
    )
    session.commit()
    browser = browse(mira)
    assert "Acme Health" in browser.open("/employer/postings").text
    page = browser.open("/employer/postings?employer=rival-coding")
    assert page.all(".//a[@aria-current='page'][@href='/employer/postings?employer=rival-coding']")
    browser.send("/employer/postings?employer=rival-coding")
    assert "Untitled posting" in browser.open("/employer/postings?employer=rival-coding").text
    assert "Untitled posting" not in browser.open("/employer/postings").text


def test_the_list_asks_the_database_no_more_often_when_it_grows(app, browse, mira, a_posting):
    from sqlalchemy import event

    from jobboard.extensions import db

    browser, asked = browse(mira), []
    a_posting("live")
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    browser.open("/employer/postings")
    few, _ = len(asked), asked.clear()
    for _ in range(6):
        a_posting("live")
    asked.clear()
    browser.open("/employer/postings")
    assert len(asked) == few


def test_who_came_too_late_is_led_back_to_the_posting(browse, mira, a_posting):
    posting = a_posting("paused")
    page = browse(mira).send(f"/employer/postings/{posting.id}/pause", status=409)
    assert f"/employer/postings/{posting.id}" in page.links()
