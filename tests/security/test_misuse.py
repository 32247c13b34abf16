"""What the rules allow, used against somebody: each was done once and is closed."""

import pytest

from jobboard.domain.accounts.member import Role
from jobboard.domain.postings.finding import by_id
from tests import builders
from tests.security.somebody import Somebody, answer_of, rows
from tests.web.moderation.test_verdicts import seen


def test_a_company_that_nobody_looked_at_has_no_public_page(browse, session, acme, mira, olga, a_posting):
    """Anybody can sign up under any name; readers meet a company with its first approved posting."""
    acme.about = "Pay us first: https://evil.example"
    session.commit()
    for person, status in ((None, 404), (olga, 200), (mira, 200)):
        browse(person).open("/employers/acme-health", status=status)
    a_posting("in_review")
    browse(None).open("/employers/acme-health", status=404)
    a_posting("closed")
    browse(None).open("/employers/acme-health")


def test_writing_on_does_not_hold_a_removal_up(browse, session, mira, olga, a_posting, clock):
    """An employer who saves a change every second could otherwise keep a fraud up for ever."""
    posting = a_posting("live")
    browser = browse(olga)
    wording = seen(browser, posting)
    browse(mira).send(f"/employer/postings/{posting.id}/change")
    browser.send(f"/moderation/postings/{posting.id}/removal", seen=wording, reasons=["scam"])
    session.expire_all()
    assert by_id(session, posting.id).status == "removed"


def test_nobody_is_flooded_with_invitations(browse, session, rows_of_mail, mira, rolf):
    """However many employers invite an address, few letters a day go to it."""
    for sender in (mira, rolf):
        browser = browse(sender)
        for _ in range(4):
            browser.send("/employer/invitations", status=None, email="victim@example.com", role="viewer")
            arrived = rows_of_mail("victim@example.com")
    assert arrived == 5


@pytest.fixture
def rows_of_mail(app, letters):
    def count(address: str) -> int:
        builders.deliver(app)
        return sum(letter.to.email == address for letter in letters)

    return count


@pytest.mark.parametrize("end", ["seat", "account", "demotion", "sessions"])
def test_rights_end_with_what_gave_them(app, session, acme, mira, a_posting, clock, end):
    """A browser that is open, with its form and its token, is worth nothing the moment the right is gone."""
    rita = builders.a_member(session, "Rita Recruiter", acme, Role.RECRUITER)
    posting, browser = a_posting("live"), Somebody(app, rita)
    if end == "seat":
        rita.seats[0].ended_at = clock.now()
    elif end == "account":
        rita.active = False
    elif end == "demotion":
        rita.seats[0].role = Role.VIEWER
    else:
        Somebody(app, rita).post("/account/sessions/end")
    session.commit()
    before = rows(session)
    assert answer_of(browser.post(f"/employer/postings/{posting.id}/pause")) in ("400", "403", "log-in")
    assert rows(session) == before


def test_a_cookie_kept_from_before_the_log_out_is_dead(app, mira):
    browser, thief = Somebody(app, mira), app.test_client()
    kept = browser.client.get_cookie("session").value
    thief.set_cookie("session", kept)
    assert thief.get("/account").status_code == 200
    browser.post("/log-out")
    assert answer_of(thief.get("/account")) == "log-in"


def test_a_cookie_planted_before_the_log_in_is_another_after_it(app, mira):
    browser = Somebody(app)
    planted = browser.client.get_cookie("session").value
    browser.post("/log-in", email=mira.email, password=builders.PASSWORD)
    assert browser.client.get_cookie("session").value != planted
    thief = app.test_client()
    thief.set_cookie("session", planted)
    assert answer_of(thief.get("/account")) == "log-in"


@pytest.mark.parametrize("role", ["recruiter", "viewer"])
def test_nobody_invites_or_makes_an_owner_who_is_none(app, session, acme, mira, role):
    person = builders.a_member(session, "Some Member", acme, Role(role))
    browser = Somebody(app, person)
    for invited in ("owner", "recruiter", "viewer"):
        assert browser.post("/employer/invitations", email="x@example.com", role=invited).status_code == 403
        seat = f"/employer/members/{person.seats[0].id}/role"
        assert browser.post(seat, role=invited).status_code == 403
