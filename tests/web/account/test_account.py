"""A person's own pages: name, email address, the browsers they are logged in with."""

from datetime import timedelta

import pytest

from jobboard.domain.accounts.session import UserSession
from jobboard.domain.accounts.user import User
from jobboard.domain.diary import Event
from tests.builders import PASSWORD


@pytest.mark.parametrize("page", ["", "/password", "/email", "/sessions"])
def test_a_visitor_is_asked_to_log_in(browse, page):
    assert browse(None).open(f"/account{page}").path == "/log-in"


def test_a_name_is_changed(browse, amir, rows):
    browse(amir).send("/account/name", name="  Amir   H. Haddad ")
    assert rows(User)[0].name == "Amir H. Haddad"
    assert rows(Event)[-1].data == {"old": "Amir Haddad", "new": "Amir H. Haddad"}


@pytest.mark.parametrize(
    "name", ["", " ", "x" * 121, "<b>Amir</b>", "see http://evil.example", "…", "a\u202eb"]
)
def test_a_name_that_could_mislead_in_a_letter_is_refused(browse, amir, rows, name):
    browse(amir).send("/account/name", status=422, name=name)
    assert rows(User)[0].name == "Amir Haddad"


# ---- sessions


def test_every_browser_is_listed_and_can_be_ended(browse, amir, rows):
    here, there = browse(amir), browse(amir)
    page = here.open("/account/sessions")
    assert page.text.count("This browser") == 1
    with there.client.session_transaction() as cookie:
        assert cookie["secret"]
    other = next(row for row in rows(UserSession) if f"/account/sessions/{row.id}/end" in page.source)
    here.send(f"/account/sessions/{other.id}/end")
    assert there.open("/account").path == "/log-in"
    assert here.open("/account").path == "/account"


def test_all_other_browsers_are_ended_at_once(browse, amir):
    here, *others = [browse(amir) for _ in range(3)]
    here.send("/account/sessions/end")
    assert [other.open("/account").path for other in others] == ["/log-in", "/log-in"]
    assert here.open("/account").path == "/account"


def test_nobody_ends_the_session_of_another(browse, amir, dana, rows):
    theirs = browse(amir)
    (row,) = rows(UserSession)
    browse(dana).send(f"/account/sessions/{row.id}/end", status=404)
    assert theirs.open("/account").path == "/account"


def test_a_copied_cookie_is_worth_nothing_after_log_out(browse, amir):
    browser = browse(amir)
    stolen = browser.client.get_cookie("session").value
    browser.send("/log-out")
    thief = browse(None)
    thief.client.set_cookie("session", stolen)
    assert thief.open("/account").path == "/log-in"


@pytest.mark.parametrize(
    ("person", "idle", "longest"), [("amir", {"days": 14}, 90 * 24), ("olga", {"minutes": 30}, 12)]
)
def test_a_session_ends_when_idle_and_when_old(browse, request, clock, person, idle, longest):
    """Staff sooner than others."""
    who = request.getfixturevalue(person)
    sleeper = browse(who)
    clock.tick(**idle)
    assert sleeper.open("/account").path == "/log-in"
    busy, began = browse(who), clock.now()
    while clock.now() - began < timedelta(hours=longest) - timedelta(**idle) / 2:
        assert busy.open("/account").path == "/account"
        clock.tick(**{unit: size / 2 for unit, size in idle.items()})
    clock.tick(**idle)
    assert busy.open("/account").path == "/log-in"


def test_a_session_is_touched_once_a_minute(browse, amir, rows, clock):
    browser, began = browse(amir), clock.now()
    clock.tick(seconds=59)
    browser.open("/account")
    assert rows(UserSession)[0].seen_at == began
    clock.tick(seconds=1)
    browser.open("/account")
    assert rows(UserSession)[0].seen_at == clock.now()


@pytest.mark.parametrize("header", [{"Authentication-Token": "x"}, {"Authorization": "Basic YTpi"}])
def test_only_the_cookie_says_who_one_is(browse, amir, header):
    answer = browse(None).client.get("/account?auth_token=x", headers=header)
    assert answer.status_code == 302


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browse, amir):
    cookie = browse(amir).client.get_cookie("session")
    assert (cookie.http_only, cookie.same_site, cookie.path) == (True, "Lax", "/")


def test_on_https_the_cookie_is_bound_to_the_host(app):
    from jobboard.config import fixed

    secure = fixed("https://jobs.example.com")
    assert secure["SESSION_COOKIE_NAME"] == "__Host-session"
    assert secure["SESSION_COOKIE_SECURE"] is True


# ---- another email address


def ask(browser, email, current=PASSWORD, status=200):
    return browser.send("/account/email", status=status, email=email, current=current)


def test_a_mail_address_changes_when_the_link_in_the_new_mailbox_is_used(browse, post, amir, rows):
    browser = browse(amir)
    ask(browser, "amir@new.example.com")
    (letter,) = post.collect()
    assert letter.to.email == "amir@new.example.com"
    link = letter.text[letter.text.index("/new-email/") :].split()[0]
    browser.open(link)
    assert rows(User)[0].email_key == "amir.haddad@example.com"
    browser.send(link)
    assert rows(User)[0].email_key == "amir@new.example.com"
    (notice,) = post.collect()
    assert notice.to.email == "amir.haddad@example.com"
    assert browser.open("/account").path == "/log-in"
    browser.log_in("amir@new.example.com", PASSWORD)
    browse(None).send(link, status=410)


def test_an_address_that_belongs_to_another_is_answered_alike_and_not_mailed(browse, post, amir, dana):
    new = ask(browse(amir), "amir@new.example.com")
    assert len(post.collect()) == 1
    taken = ask(browse(amir), dana.email)
    assert new.text.replace("amir@new.example.com", "it") == taken.text.replace(dana.email, "it")
    assert post.collect() == []


def test_an_address_taken_meanwhile_is_not_taken_twice(browse, session, post, amir, dana):
    ask(browse(amir), "amir@new.example.com")
    link = post.link()
    dana.email = dana.email_key = "amir@new.example.com"
    session.commit()
    browse(None).send(link, status=410)


def test_a_new_address_asks_for_the_password(browse, post, amir):
    ask(browse(amir), "amir@new.example.com", current="not it at all", status=422)
    assert post.collect() == []


def test_links_of_the_old_address_die_with_it(browse, post, amir):
    browse(None).send("/password-reset", email=amir.email)
    reset = post.link()
    ask(browse(amir), "amir@new.example.com")
    browse(None).send(post.link())
    browse(None).open(reset, status=410)
