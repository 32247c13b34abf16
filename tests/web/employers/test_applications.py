"""Applications at the employer's desk: by date, opened on purpose, answered with words, and told to the coder."""

import pytest

from jobboard.domain.accounts.member import Role
from jobboard.domain.applications import finding
from jobboard.domain.applications.lifecycle import Stage
from tests import builders

ANSWERS = {
    "conversation": Stage.IN_CONVERSATION, "interview": Stage.INTERVIEW, "offer": Stage.OFFER, "hire": Stage.HIRED,
}  # fmt: skip


def stage(session, application):
    session.expire_all()
    return finding.by_id(session, application.id)


def test_looking_at_an_application_does_not_open_it(browse, session, mira, an_application):
    sent = an_application(note="A note for the reader alone")
    page = browse(mira).open(f"/employer/applications/{sent.id}")
    assert "A note for the reader alone" not in page.text
    assert stage(session, sent).stage == Stage.SENT


def test_opening_shows_the_note_and_the_answers_and_is_told(browse, session, mira, amir, a_posting):
    from jobboard.domain.postings.parts import Question
    from jobboard.domain.postings.terms import QuestionKind

    posting = a_posting(
        "live", questions=[Question(position=1, text="How many charts?", kind=QuestionKind.NUMBER)]
    )
    sent = builders.an_application(session, posting, amir, note="I know stomas.", answers=["Twelve an hour"])
    page = browse(mira).send(f"/employer/applications/{sent.id}/opening")
    for words in ("I know stomas.", "How many charts?", "Twelve an hour", "Opened"):
        assert words in page.text
    assert stage(session, sent).stage == Stage.OPENED


@pytest.mark.parametrize(("noun", "reached"), ANSWERS.items())
def test_each_answer_moves_it_and_keeps_the_message(browse, session, mira, an_application, noun, reached):
    sent = an_application(stage="offer" if noun == "hire" else "opened")
    browse(mira).send(f"/employer/applications/{sent.id}/{noun}", message="We call you on Tuesday.")
    assert stage(session, sent).stage == reached
    assert "We call you on Tuesday." in {line.note for line in finding.diary(session, sent.id)}


def test_a_no_needs_its_reason_and_keeps_what_was_typed(browse, session, mira, an_application):
    sent = an_application(stage="opened")
    browser = browse(mira)
    page = browser.send(f"/employer/applications/{sent.id}/refusal", status=422, message="Kept for you")
    assert "Choose a reason" in page.text
    assert "Kept for you" in page.source
    browser.send(
        f"/employer/applications/{sent.id}/refusal", reason="experience", message="Two years were asked for."
    )
    found = stage(session, sent)
    assert (found.stage, found.reason, found.reason_note) == (
        Stage.NOT_CHOSEN,
        "experience",
        "Two years were asked for.",
    )


@pytest.mark.parametrize("reason", ["", "because", "experience ", "x" * 9000, "\x00"])
def test_a_reason_that_is_none_is_refused_beside_its_box(browse, session, mira, an_application, reason):
    sent = an_application(stage="opened")
    browse(mira).send(f"/employer/applications/{sent.id}/refusal", status=422, reason=reason)
    assert stage(session, sent).stage == Stage.OPENED


def test_a_message_that_is_too_long_is_shown_again(browse, session, mira, an_application):
    sent = an_application(stage="opened")
    page = browse(mira).send(
        f"/employer/applications/{sent.id}/conversation", status=422, message="word " * 2000
    )
    assert "Use at most 4,000 characters." in page.text
    assert stage(session, sent).stage == Stage.OPENED


def test_an_answer_after_the_coder_withdrew_is_one_clear_message(browse, session, mira, an_application):
    sent = an_application(stage="withdrawn")
    page = browse(mira).send(f"/employer/applications/{sent.id}/interview", status=409)
    assert "Withdrawn" in page.text
    assert stage(session, sent).stage == Stage.WITHDRAWN


def test_the_list_is_by_date_and_opens_on_purpose(browse, session, mira, amir, dana, a_posting, clock):
    posting = a_posting("live")
    builders.an_application(session, posting, dana)
    clock.tick(hours=1)
    builders.an_application(session, posting, amir, stage="opened")
    page = browse(mira).open(f"/employer/postings/{posting.id}/applications")
    assert page.text.index("Dana Whitfield") < page.text.index("Amir Haddad")
    assert len([form for form in page.all(".//main//form") if form.get("action").endswith("/opening")]) == 1


def test_a_competitor_sees_and_does_nothing(browse, session, rolf, an_application):
    sent = an_application()
    browser = browse(rolf)
    for noun in ("opening", *ANSWERS, "refusal"):
        browser.send(f"/employer/applications/{sent.id}/{noun}", status=404, reason="experience")
    browser.open(f"/employer/applications/{sent.id}", status=404)
    browser.open(f"/employer/applications/{sent.id}/resume", status=404)
    assert stage(session, sent).stage == Stage.SENT


def test_a_viewer_reads_opened_ones_and_answers_none(browse, session, acme, an_application):
    sent = an_application(stage="opened", note="Read me")
    browser = browse(builders.a_member(session, "Vera Viewer", acme, Role.VIEWER))
    page = browser.open(f"/employer/applications/{sent.id}")
    assert "Read me" in page.text
    assert page.all(".//main//form") == []
    browser.send(f"/employer/applications/{sent.id}/interview", status=403)


def test_the_coder_has_another_desk_for_it(browse, amir, an_application):
    browse(amir).open(f"/employer/applications/{an_application().id}", status=403)


def test_a_resume_is_not_sent_before_the_application_is_opened(browse, mira, an_application):
    sent = an_application()
    page = browse(mira).open(f"/employer/applications/{sent.id}/resume")
    assert page.path == f"/employer/applications/{sent.id}"
    assert "Open the application first" in page.text


def test_a_resume_comes_as_a_file_that_no_browser_runs(app, browse, session, mira, amir, a_posting):
    from jobboard.resumes import store
    from jobboard.web.resumes import folder

    resume = builders.a_resume(session, amir)
    with app.app_context():
        resume.stored_name = store.keep(folder(), b"%PDF-1.7 a resume")
    sent = builders.an_application(session, a_posting("live"), amir, stage="opened", resume=resume)
    answer = browse(mira).open(f"/employer/applications/{sent.id}/resume").response
    assert answer.data == b"%PDF-1.7 a resume"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_resume_whose_file_is_gone_is_a_page_not_an_error(browse, mira, an_application):
    browse(mira).open(f"/employer/applications/{an_application(stage='opened').id}/resume", status=404)
