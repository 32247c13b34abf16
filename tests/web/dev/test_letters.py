"""In development every letter can be looked at, before and after it is sent, and can do no harm there."""

import pytest

from jobboard.mail.kept import letters_in
from jobboard.mail.post import Folder
from tests import builders


@pytest.fixture
def folder(app):
    """Letters go into the folder for the length of one test."""
    before, place = app.extensions["post"], app.config["DATA_DIR"] / "mail"
    app.extensions["post"] = Folder(place)
    yield place
    app.extensions["post"] = before
    for file in place.glob("*"):
        file.unlink()


def test_sent_letters_are_listed_newest_first_and_can_be_read(
    app, folder, mira, amir, browse, an_application
):
    an_application()
    builders.deliver(app)
    page = browse(None).open("/dev/mail").check()
    assert "Your application arrived" in page.text
    letters = list(letters_in(folder))
    assert [f"/dev/mail/{letter.id}" for letter in letters] == [
        url for url in page.links() if url.startswith("/dev/mail/")
    ]
    for letter in letters:
        shown = browse(None).open(f"/dev/mail/{letter.id}").check()
        assert letter.to in shown.text
        assert letter.subject in shown.text


def test_a_letter_s_html_runs_nothing_and_is_framed_by_us_alone(app, folder, browse, an_application):
    an_application()
    builders.deliver(app)
    letter = next(letters_in(folder))
    answer = browse(None).open(f"/dev/mail/{letter.id}/html").response
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "frame-ancestors 'self'" in policy
    page = browse(None).open(f"/dev/mail/{letter.id}").response
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]


def test_an_empty_folder_says_how_letters_come_into_it(app, folder, browse):
    app.config["LETTERS_TO"], before = "folder", app.config["LETTERS_TO"]
    assert "No letters yet" in browse(None).open("/dev/mail").text
    app.config["LETTERS_TO"] = before


def test_every_example_opens(app, browse):
    page = browse(None).open("/dev/letters").check()
    links = [url for url in page.links() if url.startswith("/dev/letters/")]
    assert len(links) > 30
    browser = browse(None)
    for url in (links[0], links[len(links) // 2]):
        shown = browser.open(url)
        framed = browser.open(f"{url}/html")
        assert framed.tree.find(".//title").text in shown.text, "the page and its frame show the same letter"


def test_a_letter_that_is_not_there_is_not_found(browse):
    browse(None).open("/dev/mail/" + "a" * 26, status=404)
    browse(None).open("/dev/letters/" + "a" * 26, status=404)
