"""The company page: owners write it, readers see it, and nothing typed is lost."""

import pytest

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.member import Role
from tests import builders
from tests.web.employers.writing import boxes_of


def send(browser, page, status=200, **changed):
    fields = {
        name: page_value for name, page_value in boxes_of(page).items() if name != "csrf_token"
    } | changed
    return browser.send(page.response.request.path, status=status, **fields)


def kept(session, acme) -> Employer:
    session.expire_all()
    return session.get(Employer, acme.id)


def test_an_owner_writes_the_page_and_readers_see_it(browse, session, mira, acme, a_posting):
    a_posting("live")
    browser = browse(mira)
    send(
        browser,
        browser.open("/employer/company"),
        about="We code for **eleven** hospitals.",
        city="Columbus",
        state="OH",
        website="acme.example",
    )
    assert (kept(session, acme).state, kept(session, acme).website) == ("OH", "https://acme.example")
    assert "We code for eleven hospitals." in browse(None).open("/employers/acme-health").text


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("name", "", "Give a name."),
        ("name", "x" * 500, "Use at most 120 characters."),
        ("website", "javascript:alert(1)", "https://example.com"),
        ("website", "http://[bad", "https://example.com"),
        ("about", "y" * 6000, "Use at most 5,000 characters."),
        ("about", "Call 614-555-0134", "take contact details out"),
        ("state", "ZZ", "Not a valid choice"),
        ("kind", "charity", "Not a valid choice"),
        ("timezone", "Mars/Olympus", "Not a valid choice"),
    ],
)
def test_a_wrong_box_is_explained_and_nothing_is_written(browse, session, mira, acme, name, value, sentence):
    browser = browse(mira)
    page = send(
        browser, browser.open("/employer/company"), status=422, **{name: value}, city="Typed and kept"
    )
    assert sentence in page.text
    assert boxes_of(page)["city"] == "Typed and kept"
    assert kept(session, acme).city == ""


def test_two_owners_at_once_lose_nothing(browse, session, mira, acme):
    one, two = browse(mira), browse(mira)
    mine, theirs = one.open("/employer/company"), two.open("/employer/company")
    send(two, theirs, city="Theirs")
    page = send(one, mine, status=409, city="Mine")
    assert boxes_of(page)["city"] == "Mine"
    assert kept(session, acme).city == "Theirs"


def test_a_recruiter_cannot_write_it(browse, session, acme):
    browse(builders.a_member(session, "Rita Recruiter", acme, Role.RECRUITER)).open(
        "/employer/company", status=403
    )
