"""A resume goes out only when it passed inspection, is one's own, and what was typed beside it is never lost."""

import gc
from datetime import timedelta

import pytest
from sqlalchemy import select

from jobboard.domain.applications.application import Application
from jobboard.domain.applications.resume import Resume
from jobboard.resumes import store
from tests.resumes.samples import a_docx, a_pdf, a_zip
from tests.web.applicants.applying import count, send

HOSTILE = {
    "empty": (b"", "This file is empty"),
    "a web page called PDF": (b"<html><script>alert(1)</script>", "neither a PDF nor a Word file"),
    "six megabytes": (b"%PDF-1.7" + b"0" * 6_000_000, "larger than 5 MB"),
    "a broken PDF": (b"%PDF-1.7 broken", "This PDF cannot be read"),
    "a PDF with a zip behind it": (a_pdf() + a_zip({"a": "b"}), "something else at once"),
    "a zip that explodes": (a_docx(**{"word/a.bin": b"\0" * 30_000_000}), "unpacks to far more"),
    "macros": (a_docx(**{"word/vbaProject.bin": b"x"}), "holds macros"),
}


@pytest.fixture
def large():
    """The test client leaves the file it posted a large body from to the garbage collector."""
    yield
    gc.collect()


LEFT_OPEN = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


def test_a_word_file_does_as_well(browse, session, amir, posting):
    send(browse(amir), posting, data=a_docx(), name="cv.docx")
    assert session.scalars(select(Resume)).one().kind.value == "docx"


@LEFT_OPEN
@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gets_a_clear_sentence_and_nothing_is_lost(browse, session, amir, posting, kind):
    data, sentence = HOSTILE[kind]
    page = send(browse(amir), posting, 422, data=data, note="My careful note.")
    assert sentence in page.text
    assert "My careful note." in page.source
    assert count(session, Resume) == count(session, Application) == 0


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "C:\\boot.ini.pdf",
        "\u202egnp.pdf",
        "a\x00b.pdf",
        "x" * 5000 + ".pdf",
        "<b>.pdf",
        "'\";--.pdf",
    ],
)
def test_a_hostile_name_is_cleaned(browse, session, amir, posting, name):
    send(browse(amir), posting, data=a_pdf(), name=name)
    shown = session.scalars(select(Resume)).one().shown_name
    assert len(shown) <= 100
    assert not set(shown) & set('/\\<>"\x00\u202e')


@pytest.mark.parametrize("chosen", ["x" * 26, "' or 1=1", "\x00", "another"])
def test_a_resume_that_is_not_ones_own_is_not_sent(browse, session, amir, dana, posting, chosen):
    send(browse(dana), posting, data=a_pdf())
    hers = session.scalars(select(Resume)).one()
    send(browse(amir), posting, 422, kept=chosen)
    send(browse(amir), posting, 422, kept=hers.id)
    assert count(session, Application) == 1


@LEFT_OPEN
@pytest.mark.usefixtures("large")
def test_a_body_beyond_all_measure_gets_the_form_back(browse, session, amir, posting):
    page = send(browse(amir), posting, 413, data=b"%PDF-" + b"0" * 11_000_000)
    assert "larger than 5 MB" in page.text
    assert page.all(".//input[@type='file']")


def test_elsewhere_bodies_stay_small(browse, amir):
    browse(amir).send("/me/applications/" + "0" * 26 + "/withdrawal", status=413, more="x" * 300_000)


def test_the_same_file_is_kept_once(browse, session, amir, a_posting):
    browser = browse(amir)
    for _ in range(2):
        send(browser, a_posting("live"), data=a_pdf())
    assert count(session, Resume) == 1
    assert count(session, Application) == 2


def test_a_resume_lies_outside_of_everything_that_is_served(app, browse, session, amir, posting):
    send(browse(amir), posting, data=a_pdf())
    resume = session.scalars(select(Resume)).one()
    path = store.place(app.config["DATA_DIR"] / "resumes", resume.stored_name)
    assert path.read_bytes() == a_pdf()
    assert not path.is_relative_to(app.static_folder)
    assert resume.stored_at - amir.created_at < timedelta(hours=1)
