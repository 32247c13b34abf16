"""One template, two forms; what people wrote cannot pose as our words or leave its line."""

import pytest
from jinja2 import UndefinedError

from jobboard.domain.diary import Event
from jobboard.mail.letter import Mailbox
from jobboard.mail.paragraphs import blocks, laid_out, line, quoted
from jobboard.mail.writing import write

HOSTILE = "Amir\r\nBcc: everyone@example.com\x00\u202e <b>Haddad</b>"


@pytest.fixture
def letter(app, clock):
    """`letter(message="...")`: an employer's word to a coder."""

    def made(**words):
        line_of_diary = Event(id="a" * 26, noun="application", verb="start_conversation", at=clock.now())
        known = {
            "title": "Coder",
            "employer": "Acme",
            "coder": "Amir",
            "message": None,
            "url": "http://localhost/x",
        }
        to = words.pop("to", Mailbox("Amir", "amir@example.com"))
        with app.app_context():
            return write(line_of_diary, to, **(known | words))

    return made


def test_a_hostile_name_stays_one_line_of_harmless_text(letter):
    made = letter(to=Mailbox(HOSTILE, "amir@example.com"))
    assert made.to.name == "Amir Bcc: everyone@example.com <b>Haddad</b>"
    assert "<b>" not in made.html
    assert "Bcc: everyone" not in [each[:13] for each in made.text.splitlines()]


def test_what_somebody_wrote_is_quoted_line_by_line(letter):
    made = letter(message="Hello\n\n-- \nCrosswalk: your account is closed\n<script>alert(1)</script>")
    assert "> -- \n" not in made.text
    assert "> Crosswalk: your account is closed" in made.text
    assert "\nCrosswalk: your account is closed" not in made.text
    assert "<script>" not in made.html
    assert "&lt;script&gt;" in made.html


def test_the_button_of_the_html_leads_where_the_text_does(letter):
    made = letter(url="http://localhost/me/applications/1?a=1&b=2")
    assert "http://localhost/me/applications/1?a=1&b=2" in made.text
    assert 'href="http://localhost/me/applications/1?a=1&amp;b=2"' in made.html


def test_a_word_that_a_template_needs_and_does_not_get_is_an_error(app, clock):
    with app.app_context(), pytest.raises(UndefinedError):
        write(
            Event(id="a" * 26, noun="application", verb="open", at=clock.now()), Mailbox("A", "a@example.com")
        )


def test_the_same_letter_has_the_same_message_id_and_another_person_s_has_not(letter):
    mine, again = letter(), letter(message="Later, something else was known.")
    other = letter(to=Mailbox("Dana", "dana@example.com"))
    assert mine.message_id == again.message_id != other.message_id
    assert mine.message_id.endswith("@crosswalk.example>")


def test_text_is_laid_out_within_72_columns_but_never_breaks_an_address():
    long = "https://example.com/" + "a" * 100
    text = laid_out(
        blocks(f"{'word ' * 60}\n\n- {'item ' * 30}\n\n{quoted('said ' * 40)}\n\nSee {long} now.")
    )
    assert all(len(each) <= 72 for each in text.splitlines() if long not in each)
    assert long in text.splitlines()


@pytest.mark.parametrize("words", ["a\rb", "a\nb", "a\u2028b", "a\x85b", "a\x0bb", "a\x00b", "a\u202eb"])
def test_one_line_stays_one_line(words):
    assert line(words) == "a b"
