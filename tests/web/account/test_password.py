"""Forgotten and changed passwords: one link, once, and no session outlives the old one."""

import pytest

from jobboard.domain.accounts.user import User
from jobboard.domain.diary import Event
from tests.builders import PASSWORD

NEW = "violet carpet seven moons"


def reset_link(browse, post, person):
    browse(None).send("/password-reset", email=person.email)
    return post.link()


def test_a_forgotten_password_is_replaced_by_a_mailed_link(browse, post, amir):
    link, browser = reset_link(browse, post, amir), browse(None)
    assert "Choose a new password" in browser.open(link).text
    browser.send(link, password=NEW)
    browser.log_in(amir.email, NEW)
    browse(None).send("/log-in", status=422, email=amir.email, password=PASSWORD)


def test_the_link_works_once(browse, post, amir):
    link = reset_link(browse, post, amir)
    browse(None).send(link, password=NEW)
    browse(None).send(link, status=410, password="another long phrase here")
    browse(None).log_in(amir.email, NEW)


def test_the_link_works_for_one_hour(browse, post, amir, clock):
    link = reset_link(browse, post, amir)
    clock.tick(minutes=59)
    browse(None).open(link)
    clock.tick(minutes=2)
    browse(None).open(link, status=410)
    browse(None).send(link, status=410, password=NEW)


def test_a_new_link_does_not_break_the_older_one_but_its_use_does(browse, post, amir):
    first, second = reset_link(browse, post, amir), reset_link(browse, post, amir)
    browse(None).send(second, password=NEW)
    browse(None).send(first, status=410, password="another long phrase here")


def test_a_reset_ends_every_session_and_says_so_by_mail(browse, post, amir):
    inside = browse(amir)
    link = reset_link(browse, post, amir)
    browse(None).send(link, password=NEW)
    assert inside.open("/account").path == "/log-in"
    (letter,) = post.collect()
    assert "was changed" in letter.subject


def test_an_unknown_address_gets_the_same_answer_and_no_letter(browse, post, amir):
    known = browse(None).send("/password-reset", email=amir.email)
    assert len(post.collect()) == 1
    unknown = browse(None).send("/password-reset", email="nobody@example.com")
    assert known.text == unknown.text
    assert post.collect() == []


def test_five_letters_a_day_are_enough_for_one_account(browse, post, amir):
    for _ in range(7):
        browse(None).send("/password-reset", email=amir.email)
    assert len(post.collect()) == 5


def test_one_network_address_asks_twenty_times_an_hour(browse):
    for number in range(20):
        browse(None).send("/password-reset", email=f"n{number}@example.com")
    browse(None).send("/password-reset", status=429, email="another@example.com")


def test_a_reset_also_confirms_for_it_came_by_mail(browse, session, post, amir, rows):
    amir.confirmed_at = None
    browse(None).send(reset_link(browse, post, amir), password=NEW)
    browse(None).log_in(amir.email, NEW)
    assert {event.verb for event in rows(Event)} >= {"confirm", "reset_password"}


def test_the_mailed_link_leads_to_the_configured_site_whatever_the_host_header_says(browse, post, amir):
    browser = browse(None)
    browser.open("/password-reset")
    fields = {"email": amir.email, "csrf_token": browser.token}
    answer = browser.client.post("/password-reset", data=fields, headers={"Host": "evil.example"})
    assert answer.status_code == 400
    browser.client.post("/password-reset", data=fields, base_url="http://127.0.0.1")
    browser.send("/password-reset", email=amir.email)
    assert all("http://localhost/password-reset/" in letter.text for letter in post.collect())


def test_pages_with_a_token_are_kept_nowhere(browse, post, amir):
    page = browse(None).open(reset_link(browse, post, amir))
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.response.headers["Referrer-Policy"] == "same-origin"


def test_a_known_password_is_changed_and_only_this_browser_stays(browse, post, amir):
    here, there = browse(amir), browse(amir)
    here.send("/account/password", current=PASSWORD, password=NEW)
    assert here.open("/account").path == "/account"
    assert there.open("/account").path == "/log-in"
    assert [letter.subject for letter in post.collect()] == ["Your password on Crosswalk was changed"]


def test_the_current_password_is_asked_for(browse, amir, rows):
    before = amir.password
    page = browse(amir).send("/account/password", status=422, current="not it at all", password=NEW)
    assert "This is not your current password." in page.text
    assert rows(User)[0].password == before


def test_guesses_at_the_current_password_are_counted_too(browse, amir):
    browser = browse(amir)
    for _ in range(10):
        browser.send("/account/password", status=422, current="not it at all", password=NEW)
    browser.send("/account/password", status=429, current=PASSWORD, password=NEW)


@pytest.mark.parametrize(
    "weak",
    ["short", "x" * 129, "password1234", "amir.haddad@example.com", "Crosswalk2026!", "aaaaaaaaaaaa", ""],
)
def test_a_weak_password_is_refused_beside_its_field(browse, amir, rows, weak):
    before = amir.password
    page = browse(amir).send("/account/password", status=422, current=PASSWORD, password=weak)
    assert 'id="password-error"' in page.source
    assert rows(User)[0].password == before


def test_one_password_typed_on_two_keyboards_is_one(browse, amir):
    """An accented letter may arrive as one character or as two."""
    browse(amir).send("/account/password", current=PASSWORD, password="caf\u00e9 noir sept lunes")
    browse(None).log_in(amir.email, "cafe\u0301 noir sept lunes")


def test_long_passwords_are_never_cut(browse, amir):
    longest = " ".join(f"word{number}" for number in range(24))[:128]
    browse(amir).send("/account/password", current=PASSWORD, password=longest)
    browse(None).send("/log-in", status=422, email=amir.email, password=longest[:-1])
    browse(None).log_in(amir.email, longest)
