"""Logging in: who gets in, what everybody else is told, and that a flood never reaches the hash."""

import pytest

from jobboard.domain.accounts.session import UserSession
from jobboard.web.account import hashing, proof
from tests.builders import PASSWORD

WRONG = "The email address and the password do not go together."


def test_a_coder_logs_in_and_out(browse, amir):
    browser = browse(None)
    browser.log_in(amir.email, PASSWORD)
    assert "amir.haddad@example.com" in browser.open("/account").text
    browser.send("/log-out")
    assert browser.open("/account", follow=True).path == "/log-in"


def test_the_address_is_compared_without_case(browse, amir):
    browse(None).log_in("AMIR.Haddad@Example.com", PASSWORD)


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(browse, amir):
    known = browse(None).send("/log-in", status=422, email=amir.email, password="wrong horse battery staple")
    unknown = browse(None).send(
        "/log-in", status=422, email="nobody@example.com", password="wrong horse battery"
    )
    assert WRONG in known.text
    assert known.text.replace(amir.email, "") == unknown.text.replace("nobody@example.com", "")


def test_an_unknown_address_costs_a_hash_too(browse, monkeypatch):
    """Otherwise the time of the answer would tell which addresses have accounts."""
    hashes = []
    monkeypatch.setattr(hashing, "hash_password", lambda password: hashes.append(password) or "x")
    browse(None).send(
        "/log-in", status=422, email="nobody@example.com", password="wrong horse battery staple"
    )
    assert len(hashes) == 1


def test_what_was_typed_is_kept_but_never_the_password(browse, amir):
    page = browse(None).send("/log-in", status=422, email=amir.email, password="wrong horse battery staple")
    assert f'value="{amir.email}"' in page.source
    assert "wrong horse" not in page.source


def test_an_address_is_confirmed_before_the_first_log_in(browse, session, amir):
    amir.confirmed_at = None
    page = browse(None).send("/log-in", status=422, email=amir.email, password=PASSWORD)
    assert "Confirm your email address first" in page.text


def test_only_who_knows_the_password_learns_that_an_account_is_unconfirmed(browse, session, amir):
    amir.confirmed_at = None
    page = browse(None).send("/log-in", status=422, email=amir.email, password="wrong horse battery staple")
    assert WRONG in page.text
    assert "Confirm your email address first" not in page.text


def test_a_closed_account_lets_nobody_in(browse, session, amir):
    inside = browse(amir)
    amir.active = False
    session.commit()
    assert inside.open("/account").path == "/log-in"
    page = browse(None).send("/log-in", status=422, email=amir.email, password=PASSWORD)
    assert "has been closed" in page.text


def test_the_eleventh_wrong_try_on_an_account_is_not_hashed(browse, amir, monkeypatch):
    browser = browse(None)
    for _ in range(10):
        browser.send("/log-in", status=422, email=amir.email, password="wrong horse battery staple")
    monkeypatch.setattr(proof, "matches", lambda *given: pytest.fail("hashed all the same"))
    page = browser.send("/log-in", status=429, email=amir.email, password=PASSWORD)
    assert "Too many tries" in page.text
    assert f'value="{amir.email}"' in page.source


def test_a_used_up_limit_leaves_the_owner_logged_in(browse, amir):
    owner, stranger = browse(amir), browse(None)
    for _ in range(10):
        stranger.send("/log-in", status=422, email=amir.email, password="wrong horse battery staple")
    stranger.send("/log-in", status=429, email=amir.email, password=PASSWORD)
    assert owner.open("/account").path == "/account"


def test_after_a_quarter_of_an_hour_one_may_try_again(browse, amir, clock):
    browser = browse(None)
    for _ in range(10):
        browser.send("/log-in", status=422, email=amir.email, password="wrong horse battery staple")
    clock.tick(minutes=15)
    browser.log_in(amir.email, PASSWORD)


def test_one_network_address_tries_twenty_times_over_all_accounts(browse):
    browser = browse(None)
    for number in range(20):
        browser.send(
            "/log-in", status=422, email=f"someone{number}@example.com", password="wrong horse battery"
        )
    browser.send("/log-in", status=429, email="another@example.com", password="wrong horse battery staple")


def test_right_passwords_do_not_use_up_an_offices_tries(browse, amir, clock):
    for _ in range(25):
        clock.tick(seconds=1)
        browse(amir)


def test_hashes_never_wait_in_front_of_an_open_transaction(app, browse, amir, monkeypatch):
    """On SQLite an open write transaction would make the whole board wait for argon2."""
    from jobboard.extensions import db

    open_ones = []
    real = hashing.verify_password

    def watched(*given):
        open_ones.append(db.session.registry.has() and db.session().in_transaction())
        return real(*given)

    monkeypatch.setattr(hashing, "verify_password", watched)
    browse(amir)
    assert open_ones == [False]


def test_a_board_that_is_busy_hashing_says_so(browse, amir, monkeypatch):
    monkeypatch.setattr(hashing, "PATIENCE_SECONDS", 0.01)
    with hashing.a_slot(), hashing.a_slot():
        page = browse(None).send("/log-in", status=503, email=amir.email, password=PASSWORD)
    assert page.response.headers["Retry-After"] == "5"


def test_a_hash_of_old_costs_is_renewed(browse, session, amir):
    from argon2 import PasswordHasher

    amir.password = old = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PASSWORD)
    browse(amir)
    session.refresh(amir)
    assert amir.password != old
    assert amir.password.startswith("$argon2id$")


def test_the_cookie_is_new_at_every_log_in_and_keeps_no_secret_in_the_table(browse, amir, rows):
    browser = browse(None)
    browser.open("/log-in")
    before = browser.client.get_cookie("session").value
    browser.log_in(amir.email, PASSWORD)
    with browser.client.session_transaction() as cookie:
        secret = cookie["secret"]
    assert browser.client.get_cookie("session").value != before
    assert [row.secret_hash for row in rows(UserSession)] != [secret]


def test_a_form_from_elsewhere_is_refused(browse, amir):
    browser = browse(None)
    browser.open("/log-in")
    browser.send("/log-in", status=400, token=False, email=amir.email, password=PASSWORD)


def test_log_out_is_not_a_link(browse, amir):
    browse(amir).open("/log-out", status=405)


@pytest.mark.parametrize("wanted", ["/account/password", "/jobs?q=44314&page=2"])
def test_one_goes_on_to_where_one_was_going(browse, amir, wanted):
    browser = browse(None)
    page = browser.send("/log-in", status=302, follow=False, email=amir.email, password=PASSWORD, next=wanted)
    assert page.response.location == wanted


@pytest.mark.parametrize(
    "evil",
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
        "\tjavascript:alert(1)", "javascript:alert(1)", "/\n/evil.example", "evil.example", "///evil.example",
        "http:evil.example", " /account", "/%s" % ("a" * 3000), "",
    ],
)  # fmt: skip
def test_next_never_leads_away_from_here(browse, amir, evil):
    browser = browse(None)
    page = browser.send("/log-in", status=302, follow=False, email=amir.email, password=PASSWORD, next=evil)
    assert page.response.location == "/"


def test_a_page_that_needs_an_account_leads_back_after_the_log_in(browse, amir):
    browser = browse(None)
    page = browser.open("/account/sessions")
    assert page.path == "/log-in"
    assert 'name="next" value="/account/sessions"' in page.source


@pytest.mark.parametrize(
    ("person", "home"), [("amir", "/"), ("mira", "/employer/postings"), ("olga", "/moderation")]
)
def test_who_is_logged_in_already_is_sent_to_their_desk(browse, request, person, home):
    browser = browse(request.getfixturevalue(person))
    assert browser.open("/log-in", status=302, follow=False).response.location == home
