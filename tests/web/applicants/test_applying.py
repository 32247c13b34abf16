"""A coder applies once, with a resume and an answer to every question."""

from sqlalchemy import select

from jobboard.domain.applications.application import Application
from jobboard.domain.applications.resume import Resume
from jobboard.domain.diary import Event
from tests.resumes.samples import a_pdf
from tests.web.applicants.applying import a_file, count, form_of, send


def test_amir_applies_and_sees_what_he_sent(browse, session, amir, posting):
    page = send(browse(amir), posting, data=a_pdf(), note="Four years of colorectal profee.")
    assert "Sent. A confirmation is on its way" in page.text
    assert "Four years of colorectal profee." in page.text
    assert "Amir Haddad CPC.pdf" in page.text
    sent = session.scalars(select(Application)).one()
    assert (sent.coder_id, sent.posting_id, sent.edition_id) == (amir.id, posting.id, posting.live_edition_id)
    line = session.scalars(select(Event).where(Event.noun == "application")).one()
    assert (line.verb, line.by_id, line.mailed_at) == ("apply", amir.id, None), "the confirmation is owed"


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


def test_questions_that_changed_while_one_wrote_are_shown_again(browse, session, amir, posting):
    page = send(browse(amir), posting, 422, data=a_pdf(), edition="0" * 26)
    assert "The employer changed this posting while you wrote" in page.text
    assert count(session, Application) == 0
