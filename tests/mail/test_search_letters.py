"""Letters about new jobs: what they say, the one press that stops them, and how a mailbox that refuses them is left alone."""

import re
from email import message_from_bytes
from email.policy import default

import pytest
from sqlalchemy import select

from jobboard.domain.diary import Event
from jobboard.domain.searches import finding
from jobboard.domain.searches.sent_match import Match
from jobboard.extensions import db
from jobboard.mail.messages import letters_for
from jobboard.mail.post import envelope
from jobboard.mail.smtp import Undeliverable
from jobboard.web.alerts import links
from tests import builders
from tests.keeping import a_guests_search, a_saved_search

HOSTILE = "Call www.evil.example now"


@pytest.fixture
def letter_of(app, session):
    """`letter_of(line)`: the letters that a line of the diary owes."""

    def compose(line):
        session.add(line)
        session.commit()
        with app.app_context():
            return letters_for(db.session, db.session.get(Event, line.id))

    return compose


@pytest.fixture
def news(session, clock, a_posting, letter_of):
    """`news(kept, title=...)`: the letter about one new job."""

    def tell(kept, **words):
        job = a_posting("live", **words)
        line, rows = kept.match([Match(job.id, "matches Remote")], at=clock.now(), change=0)
        session.add_all(rows)
        return letter_of(line)

    return tell


def test_it_says_title_employer_pay_place_reason_and_where(session, amir, news):
    (letter,) = news(a_saved_search(session, amir))
    for body in (letter.text, letter.html):
        for said in (
            "Colorectal surgery coder",
            "Acme Health",
            "$28",
            "Remote, any state",
            "matches Remote",
        ):
            assert said in body
        assert "/me/searches" in body
    assert "Hello Amir Haddad," in letter.text


def test_its_headers_let_a_mail_program_stop_it_by_one_press(app, session, clock, news):
    kept = a_guests_search(session)
    (letter,) = news(kept)
    with app.app_context():
        stop = links.stop_link(kept.id)
        sent = message_from_bytes(envelope(letter, app.config, clock.now()).as_bytes(), policy=default)
    assert sent["List-Unsubscribe"] == f"<{stop}>"
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop in letter.text
    assert stop in letter.html


def test_in_html_every_address_is_behind_words(session, news):
    """A signed link is longer than a phone is wide."""
    (letter,) = news(a_guests_search(session))
    body = letter.html.partition("<body>")[2]
    assert "/alerts/kept/" in body
    assert "http" not in re.sub(r"<[^>]*>", " ", body)


def test_on_the_wire_the_header_is_plain(app, session, clock, news):
    """Mail programs read no encoded words inside angle brackets."""
    (letter,) = news(a_guests_search(session))
    with app.app_context():
        raw = envelope(letter, app.config, clock.now()).as_bytes().decode("ascii")
    header = re.search(r"^List-Unsubscribe:((?:.|\r?\n[ \t])*?)\r?\n(?=\S)", raw, re.MULTILINE)
    assert re.fullmatch(r"\s*<http://localhost/alerts/stop/[a-z0-9]+>", header.group(1))


def test_only_letters_about_new_jobs_carry_those_headers(app, session, letters, a_posting):
    a_guests_search(session, confirmed=False)
    a_posting("live")
    builders.deliver(app)
    assert letters
    assert not [letter for letter in letters if letter.headers]


def test_a_hostile_title_stays_one_line(session, amir, news):
    (letter,) = news(a_saved_search(session, amir), title="Coder\r\nBcc: x@example.com <b>now</b>")
    assert "<b>now" not in letter.html
    assert not [each for each in letter.text.splitlines() if each.startswith("Bcc")]


def test_a_stranger_s_words_reach_no_mailbox_that_asked_for_nothing(app, session, letters):
    a_guests_search(session, confirmed=False, asked="q=x", said=HOSTILE, name=HOSTILE)
    builders.deliver(app)
    (letter,) = letters
    assert "evil" not in letter.text + letter.html + letter.subject
    assert "/alerts/confirmation/" in letter.text


def test_the_letter_that_asks_says_which_search(app, session, letters):
    a_guests_search(session, confirmed=False, said="44314, Remote, $32.50 an hour or more")
    builders.deliver(app)
    assert "44314, Remote, $32.50 an hour or more" in " ".join(letters[0].text.split())


def test_no_second_letter_asks_for_what_is_confirmed(session, letter_of, clock):
    kept = a_guests_search(session, confirmed=False)
    asked = session.scalars(select(Event).where(Event.verb == "ask_to_confirm")).one()
    session.add(kept.confirm(at=clock.now(), change=0))
    assert letter_of(asked) == []


def test_a_deleted_search_owes_no_letter(app, session, amir, news, letter_of):
    kept = a_saved_search(session, amir)
    assert news(kept)
    line = session.scalars(select(Event).where(Event.verb == "match")).one()
    session.delete(kept)
    assert letter_of(line) == []


class Refusing:
    def send(self, letter, message):
        raise Undeliverable("550 5.1.1 no such mailbox")


def test_a_mailbox_refused_for_good_gets_no_more_of_them(app, session, amir, clock, news, monkeypatch):
    kept = a_saved_search(session, amir)
    assert news(kept)
    monkeypatch.setitem(app.extensions, "post", Refusing())
    builders.deliver(app)
    session.expire_all()
    assert finding.suppressed(session, amir.email).reason == "550 5.1.1 no such mailbox"
    assert news(kept) == []


def test_the_link_to_confirm_anew_goes_only_to_a_refused_mailbox(session, amir, clock, letter_of):
    from jobboard.domain.searches.saving import ask_for_address

    assert letter_of(ask_for_address(amir, at=clock.now())) == []
    finding.suppress(session, amir.email, "550", clock.now())
    (letter,) = letter_of(ask_for_address(amir, at=clock.now()))
    assert "/alerts/address/" in letter.text
