"""Signing up: from the form to the confirmed account, and what a known address gives away (nothing)."""

import re
from threading import Barrier, Thread

import pytest

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.employer import Employer, EmployerKind
from jobboard.domain.accounts.member import Member, Role
from jobboard.domain.accounts.user import Audience, User
from jobboard.domain.diary import Event

CODER = {"name": "Nora Lindgren", "email": "Nora@Example.com", "password": "violet carpet seven moons"}
COMPANY = CODER | {
    "company": "Lakeside Coding, Inc.",
    "kind": "coding_company",
    "website": "lakeside.example.org",
    "state": "OH",
    "email": "nora@lakeside.example.org",
}


def verbs(rows):
    return [(event.noun, event.verb) for event in rows(Event)]


def test_a_coder_signs_up_confirms_and_logs_in(browse, post, rows):
    browser = browse(None)
    page = browser.send("/sign-up/coder", **CODER)
    assert "Look into your mailbox" in page.text
    link = post.link()
    assert "Nora Lindgren" in browser.open(link).text
    browser.send(link)
    browser.log_in("nora@example.com", CODER["password"])
    (nora,) = rows(User)
    assert (nora.audience, nora.email_key) == (Audience.CODER, "nora@example.com")


def test_opening_the_link_changes_nothing(browse, post, rows):
    """Mail programs and virus scanners open links too."""
    browser = browse(None)
    browser.send("/sign-up/coder", **CODER)
    link = post.link()
    for _ in range(2):
        browser.open(link)
    assert rows(User)[0].confirmed_at is None


def test_a_link_runs_out_after_three_days(browse, post, rows, clock):
    browser = browse(None)
    browser.send("/sign-up/coder", **CODER)
    link = post.link()
    clock.tick(days=3, seconds=1)
    assert "no longer works" in browser.send(link, status=410).text
    assert rows(User)[0].confirmed_at is None


@pytest.mark.parametrize("token", ["x", "a.b.c", "é" * 50, "A" * 5000])
def test_a_made_up_link_is_over(browse, token):
    browse(None).open(f"/confirmation/{token}", status=410)
    browse(None).send(f"/confirmation/{token}", status=410)


def test_a_link_to_reset_does_not_confirm(browse, post):
    browser = browse(None)
    browser.send("/sign-up/coder", **CODER)
    post.collect()
    browser.send("/password-reset", email="nora@example.com")
    token = post.link().rpartition("/")[2]
    browser.send(f"/confirmation/{token}", status=410)


def test_the_letter_comes_again_when_asked_for(browse, post):
    browser = browse(None)
    browser.send("/sign-up/coder", **CODER)
    post.collect()
    browser.send("/confirmation", email="nora@example.com")
    assert post.link().startswith("/confirmation/")


def test_asking_again_for_unknown_and_confirmed_addresses_looks_the_same_and_mails_nothing(
    browse, post, amir
):
    seen = set()
    for address in ("nobody@example.com", amir.email):
        page = browse(None).send("/confirmation", email=address)
        seen.add(page.text.replace(address, "them"))
    assert len(seen) == 1
    assert post.collect() == []


def test_a_known_address_is_answered_like_a_new_one(browse, amir, rows):
    new = browse(None).send("/sign-up/coder", **CODER)
    known = browse(None).send("/sign-up/coder", **(CODER | {"email": amir.email}))
    assert new.path == known.path == "/confirmation"
    assert new.text.replace("Nora@example.com", "them") == known.text.replace(amir.email, "them")
    assert len(rows(User)) == 2


def test_the_owner_of_a_known_address_is_told_by_mail(browse, post, amir):
    browse(None).send("/sign-up/coder", **(CODER | {"email": amir.email}))
    (letter,) = post.collect()
    assert letter.to.email == amir.email
    assert "already have an account" in letter.subject


def test_a_known_address_keeps_its_password_and_name(browse, amir, rows):
    before = amir.password
    browse(None).send("/sign-up/coder", **(CODER | {"email": amir.email}))
    (same,) = rows(User)
    assert (same.password, same.name) == (before, "Amir Haddad")


def test_nobody_is_mailed_more_than_five_times_a_day_from_the_sign_up_page(browse, post, amir):
    for _ in range(8):
        browse(None).send("/sign-up/coder", **(CODER | {"email": amir.email}))
    assert len(post.collect()) == 5


def test_one_network_address_signs_up_twenty_times_an_hour(browse, clock):
    browser = browse(None)
    for number in range(20):
        browser.send("/sign-up/coder", **(CODER | {"email": f"n{number}@example.com"}))
    page = browser.send("/sign-up/coder", status=429, **CODER)
    assert 'value="Nora@example.com"' in page.source
    clock.tick(hours=1)
    browser.send("/sign-up/coder", **CODER)


def test_an_employer_signs_up_with_its_first_owner(browse, post, rows):
    browser = browse(None)
    browser.send("/sign-up/employer", **COMPANY)
    browser.send(post.link())
    (employer,), (seat,) = rows(Employer), rows(Member)
    assert (employer.slug, employer.kind) == ("lakeside-coding-inc", EmployerKind.CODING_COMPANY)
    assert (employer.website, employer.timezone) == ("https://lakeside.example.org", "America/New_York")
    assert seat.role == Role.OWNER
    assert employer.is_verified


def test_a_company_is_not_verified_before_its_owner_has_confirmed(browse, rows):
    browse(None).send("/sign-up/employer", **COMPANY)
    assert not rows(Employer)[0].is_verified


def test_an_address_at_a_mail_provider_verifies_no_company(browse, post, rows):
    browser = browse(None)
    browser.send("/sign-up/employer", **(COMPANY | {"email": "nora@gmail.com", "website": "gmail.com"}))
    browser.send(post.link())
    (employer,) = rows(Employer)
    assert employer.confirmed_mail_domain is None
    assert not employer.is_verified


def test_two_companies_of_one_name_have_two_addresses(browse, rows):
    browse(None).send("/sign-up/employer", **COMPANY)
    browse(None).send("/sign-up/employer", **(COMPANY | {"email": "other@lakeside.example.org"}))
    assert sorted(employer.slug for employer in rows(Employer)) == [
        "lakeside-coding-inc",
        "lakeside-coding-inc-2",
    ]


def test_two_sign_ups_at_once_make_one_account(app, browse, rows, monkeypatch):
    """Both look before either writes: the later one is answered as a known address, not with an error."""
    barrier, answers, real = Barrier(2, timeout=5), [], finding.by_email

    def look(session, email):
        found = real(session, email)
        session.rollback()
        if found is None:
            barrier.wait()
        return found

    monkeypatch.setattr(finding, "by_email", look)
    browsers = [browse(None), browse(None)]
    tokens = [re.search('csrf_token" value="([^"]+)', b.client.get("/sign-up/coder").text) for b in browsers]

    def sign_up(browser, token):
        answers.append(
            browser.client.post("/sign-up/coder", data=CODER | {"csrf_token": token.group(1)}).status_code
        )

    threads = [Thread(target=sign_up, args=pair) for pair in zip(browsers, tokens, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert answers == [302, 302]
    assert len(rows(User)) == 1
    assert sorted(verbs(rows)) == [("account", "sign_up"), ("account", "sign_up_again")]


def test_no_token_is_written_down(browse, post, rows):
    browse(None).send("/sign-up/coder", **CODER)
    token = post.link().rpartition("/")[2]
    assert all(token not in repr(vars(row)) for record in (Event, User) for row in rows(record))
