"""A letter becomes mail that a real server takes; what the server says decides whether it is tried again."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from jobboard.config import Refusal
from jobboard.mail.letter import Letter, Mailbox
from jobboard.mail.post import Folder, envelope, open_post, send
from jobboard.mail.smtp import PostClosed, Smtp, TryLater, Undeliverable
from tests.mail.postman import a_postman, free_port

LETTER = Letter(
    id="a" * 26,
    to=Mailbox("Zoë “Zo” Müller, CPC", "zoe@example.com"),
    subject="Gespräch: a colorectal coder, " + "very " * 40 + "long",
    text="Hello Zoë,\n\n" + "x" * 1200 + "\n",
    html="<p>Hello Zoë</p>",
    message_id=f"<{'a' * 26}@crosswalk.example>",
)


@pytest.fixture
def postman(app):
    """A mail server that the app sends to for the length of one test."""
    before = app.extensions["post"]
    with a_postman() as postman:
        app.extensions["post"] = Smtp.at(postman.url)
        with app.app_context():
            yield postman
    app.extensions["post"] = before


def test_names_subjects_and_long_lines_arrive_as_they_were_meant(postman, clock):
    send(LETTER, clock.now())
    (taken,) = postman.taken
    mail = message_from_bytes(taken.content, policy=default)
    assert taken.mail_from == "post@crosswalk.example"
    assert taken.rcpt_tos == ["zoe@example.com"]
    assert mail["To"].addresses[0].display_name == LETTER.to.name
    assert mail["Subject"] == LETTER.subject
    assert mail["Message-ID"] == LETTER.message_id
    assert mail["Date"].datetime == clock.now()
    assert mail.get_body(("plain",)).get_content().replace("\r\n", "\n") == LETTER.text
    assert mail.get_body(("html",)).get_content().strip() == LETTER.html
    assert max(map(len, taken.content.splitlines())) <= 998


@pytest.mark.parametrize(
    "broken",
    [
        {"subject": "Hello\r\nBcc: everyone@example.com"},
        {"to": Mailbox("A\r\nBcc: everyone@example.com", "a@example.com")},
        {"to": Mailbox("A", "a@example.com\r\nBcc: everyone@example.com")},
        {"to": Mailbox("A", "a@example.com>, <b@example.com")},
        {"to": Mailbox("A", "")},
        {"headers": {"List-Unsubscribe": "<https://example.com>\r\nBcc: everyone@example.com"}},
    ],
)
def test_a_line_break_never_adds_a_header(postman, clock, broken):
    with pytest.raises(Undeliverable):
        send(replace(LETTER, **broken), clock.now())
    assert not postman.taken


def test_a_letter_that_is_a_subscription_carries_its_headers(app, clock):
    headers = {
        "List-Unsubscribe": "<https://example.com/u/1>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    mail = envelope(replace(LETTER, headers=headers), app.config, clock.now())
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert envelope(LETTER, app.config, clock.now())["List-Unsubscribe"] is None


def test_no_such_mailbox_is_for_good_and_a_full_one_is_for_now(postman, clock):
    postman.answers["zoe@example.com"] = "550 no such mailbox"
    with pytest.raises(Undeliverable, match="550"):
        send(LETTER, clock.now())
    postman.answers["zoe@example.com"] = "452 mailbox full"
    with pytest.raises(TryLater, match="452"):
        send(LETTER, clock.now())


@pytest.mark.parametrize("answer", ["451 later, please", "554 we think this is spam"])
def test_a_letter_refused_after_it_was_read_is_tried_again(postman, clock, answer):
    postman.data = answer
    with pytest.raises(TryLater):
        send(LETTER, clock.now())


def test_a_server_that_breaks_off_after_the_letter_closes_the_post_for_now(postman, clock):
    postman.drop = True
    with pytest.raises(PostClosed):
        send(LETTER, clock.now())


def test_no_server_at_all_closes_the_post_for_now(app, clock):
    with pytest.raises(PostClosed):
        Smtp.at(f"smtp://127.0.0.1:{free_port()}").send(LETTER, envelope(LETTER, app.config, clock.now()))


def test_a_server_without_tls_is_not_told_the_password(postman, app, clock):
    guarded = Smtp.at(f"smtp://me:secret@127.0.0.1:{postman.port}?starttls")
    with pytest.raises((PostClosed, Undeliverable)):
        guarded.send(LETTER, envelope(LETTER, app.config, clock.now()))
    assert not postman.taken


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.com", ("mail.example.com", 25, "", False, False)),
        ("smtps://me%40x:p%2Fw@mail.example.com", ("mail.example.com", 465, "me@x", True, False)),
        ("smtp://me:pw@mail.example.com:587?starttls", ("mail.example.com", 587, "me", False, True)),
    ],
)
def test_the_address_of_the_server_is_one_setting(url, expected):
    made = Smtp.at(url)
    assert (made.host, made.port, made.user, made.tls, made.starttls) == expected


@pytest.mark.parametrize(
    "url", ["mail.example.com", "http://mail.example.com", "smtp://", "smtp://me:pw@mail.example.com"]
)
def test_a_setting_that_is_wrong_or_shows_the_password_stops_the_program(url):
    with pytest.raises(Refusal):
        Smtp.at(url)


def test_in_development_a_letter_is_a_file_and_a_second_try_replaces_it(app, clock, tmp_path):
    folder = Folder(tmp_path / "mail")
    for _ in range(2):
        folder.send(LETTER, envelope(LETTER, app.config, clock.now()))
    (file,) = (tmp_path / "mail").iterdir()
    assert file.name == f"{LETTER.id}.eml"
    assert message_from_bytes(file.read_bytes(), policy=default)["Message-ID"] == LETTER.message_id


def test_the_setting_decides_where_letters_go(app, tmp_path):
    known = dict(app.config)
    for to, kind in (("folder", "Folder"), ("smtp", "Smtp"), ("list", "Kept")):
        app.config.update(LETTERS_TO=to, SMTP_URL="smtp://localhost", DATA_DIR=tmp_path)
        before = dict(app.extensions)
        open_post(app)
        assert type(app.extensions["post"]).__name__ == kind
        app.extensions.update(before)
    app.config.update(known)
