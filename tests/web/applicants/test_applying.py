"""A coder applies once, with a resume that passed inspection and an answer to every question."""

import gc
import io
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from jobboard.domain.applications.application import Application
from jobboard.domain.applications.resume import Resume
from jobboard.domain.diary import Event
from jobboard.domain.postings.parts import Question
from jobboard.domain.postings.terms import ApplyHow, QuestionKind
from jobboard.resumes import store
from tests.resumes.samples import a_docx, a_pdf, a_zip


def a_file(data: bytes, name: str = "Amir Haddad CPC.pdf"):
    return (io.BytesIO(data), name)


def form_of(posting):
    return f"/me/postings/{posting.id}/application"


def send(browser, posting, status=200, data=None, name="Amir Haddad CPC.pdf", **fields):
    """Fill and send the form as a person would; the hidden fields are those of the page."""
    page = browser.open(form_of(posting))
    hidden = {field.get("name"): field.get("value") for field in page.all(".//main//input[@type='hidden']")}
    checked = {field.get("name"): field.get("value") for field in page.all(".//input[@checked]")}
    if data is not None:
        fields["resume"] = a_file(data, name)
    return browser.send(form_of(posting), status=status, **{**hidden, **checked, **fields})


def count(session, kind):
    return session.scalar(select(func.count()).select_from(kind))


@pytest.fixture
def posting(a_posting):
    return a_posting("live")


@pytest.fixture
def asking(a_posting):
    """A live posting with a question of every kind."""
    return a_posting(
        "live",
        questions=[
            Question(position=1, text="Do you code from operative reports?", kind=QuestionKind.YES_NO),
            Question(position=2, text="How many years of colorectal?", kind=QuestionKind.NUMBER),
            Question(position=3, text="Which encoder do you know best?", kind=QuestionKind.TEXT),
        ],
    )


def test_amir_applies_and_sees_what_he_sent(browse, session, amir, posting):
    page = send(browse(amir), posting, data=a_pdf(), note="Four years of colorectal profee.")
    assert "Sent. A confirmation is on its way" in page.text
    assert "Four years of colorectal profee." in page.text
    assert "Amir Haddad CPC.pdf" in page.text
    sent = session.scalars(select(Application)).one()
    assert (sent.coder_id, sent.posting_id, sent.edition_id) == (amir.id, posting.id, posting.live_edition_id)
    line = session.scalars(select(Event).where(Event.noun == "application")).one()
    assert (line.verb, line.by_id, line.mailed_at) == ("apply", amir.id, None), "the confirmation is owed"


def test_a_word_file_does_as_well(browse, session, amir, posting):
    send(browse(amir), posting, data=a_docx(), name="cv.docx")
    assert session.scalars(select(Resume)).one().kind.value == "docx"


def test_answers_are_kept_with_the_questions_as_they_stood(browse, session, amir, asking):
    page = send(browse(amir), asking, data=a_pdf(), answer_1="Yes", answer_2="4.5", answer_3="3M 360")
    assert "How many years of colorectal?" in page.text
    assert "4.5" in page.text


def test_a_question_left_open_is_pointed_at_and_nothing_is_lost(browse, session, amir, asking):
    browser = browse(amir)
    page = send(browser, asking, 422, data=a_pdf(), answer_2="many", answer_3="3M 360", note="My note.")
    assert "Answer this question" in page.text
    assert "Write a number" in page.text
    assert "My note." in page.source
    assert "3M 360" in page.source
    assert count(session, Application) == 0
    kept = session.scalars(select(Resume)).one()
    chosen = [field.get("value") for field in page.all(".//input[@name='kept'][@checked]")]
    assert chosen == [kept.id], "the file that passed is kept and chosen: it need not be picked again"
    send(browser, asking, answer_1="No", answer_2="3", answer_3="3M 360")
    assert session.scalars(select(Application)).one().resume_id == kept.id


def test_a_second_try_says_when_the_first_was(browse, session, amir, posting, clock):
    browser = browse(amir)
    send(browser, posting, data=a_pdf())
    clock.tick(days=3)
    page = browser.open(form_of(posting))
    assert "You applied on November 16." in page.text
    page = browser.send(form_of(posting), resume=a_file(a_pdf(2)), note="Again")
    assert "You applied on November 16." in page.text
    assert count(session, Application) == 1


def test_two_sent_at_the_same_moment_make_one_application(browse, session, amir, posting, monkeypatch):
    """The second one passed the question before the first was written; the constraint stops it, and it is told."""
    from jobboard.domain.applications import finding

    browser = browse(amir)
    send(browser, posting, data=a_pdf())
    asked = []
    first_look = finding.earlier

    def blind_once(*words, **more):
        asked.append(1)
        return None if len(asked) == 1 else first_look(*words, **more)

    monkeypatch.setattr(finding, "earlier", blind_once)
    resume = session.scalars(select(Resume)).one()
    page = browser.send(form_of(posting), kept=resume.id, edition=posting.live_edition_id)
    assert "You applied on November 16." in page.text
    assert count(session, Application) == 1


def test_no_resume_is_asked_for_beside_the_field(browse, session, amir, posting):
    page = send(browse(amir), posting, 422, note="Here I am.")
    assert "Choose a resume to send." in page.text
    assert "Here I am." in page.source


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


def test_hostile_text_is_no_error(browse, session, amir, asking):
    page = send(
        browse(amir),
        asking,
        422,
        data=a_pdf(),
        note="x" * 5000,
        answer_1="Perhaps",
        answer_2="9" * 400,
        answer_3="\x00",
    )
    assert "Keep the note within 4,000 characters" in page.text
    send(
        browse(amir),
        asking,
        data=a_pdf(),
        note="a\x00b\u202e",
        answer_1="Yes",
        answer_2="1",
        answer_3="<script>",
    )
    assert session.scalars(select(Application)).one().note == "ab\u202e"


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


def test_a_visitor_logs_in_first(browse, posting):
    page = browse(None).open(form_of(posting))
    assert page.path == "/log-in"


def test_employers_and_staff_have_no_such_desk(browse, mira, olga, posting):
    browse(mira).open(form_of(posting), status=403)
    browse(olga).open(form_of(posting), status=403)


def test_a_posting_that_is_not_listed_takes_none(browse, amir, a_posting, clock):
    draft, live = a_posting("draft"), a_posting("live")
    browser = browse(amir)
    browser.open(form_of(draft), status=404)
    clock.tick(days=60)
    browse(amir).open(form_of(live), status=404)


def test_a_posting_that_closes_while_one_writes_says_so(browse, session, amir, posting, clock, mira):
    browser = browse(amir)
    browser.open(form_of(posting))
    posting.pause(by=mira, at=clock.now())
    session.commit()
    browser.send(form_of(posting), status=404, resume=a_file(a_pdf()))
    assert count(session, Application) == 0


def test_an_employer_with_its_own_form_takes_none_here(browse, amir, a_posting):
    posting = a_posting("live", apply_how=ApplyHow.LINK, apply_url="https://acme.example/jobs/1")
    page = browse(amir).open(form_of(posting), status=409)
    assert "on its own site" in page.text


def test_questions_that_changed_while_one_wrote_are_shown_again(browse, session, amir, posting):
    page = send(browse(amir), posting, 422, data=a_pdf(), edition="0" * 26)
    assert "The employer changed this posting while you wrote" in page.text
    assert count(session, Application) == 0


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


def test_nobody_sends_an_application_from_another_site(browse, amir, posting):
    browse(amir).send(form_of(posting), status=400, token=False, resume=a_file(a_pdf()))
