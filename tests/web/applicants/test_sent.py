"""What became of it: the stage both sides see, the reason, the way out, the posting as it was."""

import pytest
from sqlalchemy import select

from jobboard.domain.applications.lifecycle import Stage
from jobboard.domain.applications.resume import Resume
from jobboard.domain.diary import Event
from jobboard.domain.postings.finding import by_id
from jobboard.resumes import store
from tests.resumes.samples import a_pdf


@pytest.fixture
def resume_of(app, session):
    """Puts a real file behind an application's resume."""

    def lay(application, data=None):
        resume = session.get(Resume, application.resume_id)
        resume.stored_name = store.keep(app.config["DATA_DIR"] / "resumes", data or a_pdf())
        session.commit()
        return resume

    return lay


def at(application, noun=""):
    return f"/me/applications/{application.id}" + (f"/{noun}" if noun else "")


def test_with_nothing_sent_the_page_says_where_to_begin(browse, amir):
    page = browse(amir).open("/me/applications")
    assert "Nothing sent yet" in page.text
    assert "/jobs" in page.links()


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_is_shown_as_the_employer_sees_it(browse, amir, an_application, stage):
    sent = an_application(stage=stage.value)
    browser = browse(amir)
    for page in (browser.open("/me/applications"), browser.open(at(sent))):
        assert stage.label in page.text
        ways_out = [
            form for form in page.all(".//form") if (form.get("action") or "").endswith("/withdrawal")
        ]
        assert bool(ways_out) == (stage not in (Stage.HIRED, Stage.NOT_CHOSEN, Stage.WITHDRAWN))


def test_the_list_says_when_it_was_opened_and_what_was_promised(
    browse, session, amir, mira, an_application, clock
):
    sent = an_application()
    browser = browse(amir)
    assert "Not opened yet. An answer is promised by November 21." in browser.open("/me/applications").text
    clock.tick(hours=12)
    session.add(sent.open(by=mira, at=clock.now()))
    session.commit()
    assert "Opened November 17." in browse(amir).open("/me/applications").text


def test_a_promise_that_was_broken_is_said_plainly(browse, amir, an_application, clock):
    an_application()
    clock.tick(days=10)
    assert "An answer was promised by November 21." in browse(amir).open("/me/applications").text


def test_not_chosen_says_which_requirement_it_was(browse, session, amir, mira, an_application, clock):
    from jobboard.domain.applications.lifecycle import NotChosenReason

    sent = an_application()
    line = sent.decline(
        by=mira, at=clock.now(), reason=NotChosenReason.EXPERIENCE, message="Two years short."
    )
    session.add(line)
    session.commit()
    browser = browse(amir)
    assert "Less experience than the posting asks for." in browser.open("/me/applications").text
    page = browser.open(at(sent))
    assert "Why you were not chosen" in page.text
    assert "Two years short." in page.text
    assert "Mira" not in page.text, "the employer answers, not a person by name"


def test_amir_withdraws_once(browse, session, amir, an_application):
    sent = an_application(stage="interview")
    browser = browse(amir)
    assert "Withdrawn. The employer sees that" in browser.send(at(sent, "withdrawal")).text
    assert sent.stage == Stage.WITHDRAWN
    line = session.scalars(
        select(Event).where(Event.verb == "withdraw", Event.application_id == sent.id)
    ).one()
    assert (line.by_id, line.old, line.new) == (amir.id, "interview", "withdrawn")
    assert "no longer possible" in browser.send(at(sent, "withdrawal"), status=409).text


def test_what_others_sent_does_not_exist(browse, amir, dana, mira, an_application, resume_of):
    sent = an_application()
    resume = resume_of(sent)
    hers = browse(dana)
    for noun in ("", "resume"):
        hers.open(at(sent, noun), status=404)
    hers.send(at(sent, "withdrawal"), status=404)
    hers.open(f"/me/resumes/{resume.id}", status=404)
    hers.send(f"/me/resumes/{resume.id}/deletion", status=404)
    browse(mira).open(at(sent), status=403)
    assert sent.stage == Stage.SENT


def test_a_posting_is_shown_as_it_was_when_one_applied(
    browse, session, amir, mira, olga, a_posting, an_application, clock
):
    posting = a_posting("live")
    sent = an_application(posting)
    posting = by_id(session, posting.id)
    session.add(posting.begin_change(by=mira, at=clock.now()))
    session.flush()
    posting.draft_edition.write({"title": "Another title altogether"}, at=clock.now())
    session.add_all([posting.submit(by=mira, at=clock.now()), posting.approve(by=olga, at=clock.now())])
    session.commit()
    page = browse(amir).open(at(sent))
    assert "Colorectal surgery coder" in page.text
    assert "Another title altogether" not in page.text


@pytest.mark.parametrize("status", ["pause", "remove"])
def test_an_application_outlives_its_posting(
    browse, session, amir, mira, olga, a_posting, an_application, clock, status
):
    from jobboard.domain.moderation.reason import Reason

    posting = a_posting("live")
    sent = an_application(posting)
    if status == "pause":
        session.add(posting.pause(by=mira, at=clock.now()))
    else:
        session.add(posting.remove(by=olga, at=clock.now(), reasons=[Reason.SCAM], note=""))
    session.commit()
    assert "This job is no longer listed." in browse(amir).open(at(sent)).text


def test_ones_own_resume_comes_as_a_file_no_browser_runs(browse, session, amir, an_application, resume_of):
    sent = an_application()
    resume = resume_of(sent)
    resume.shown_name = "Łukasz “CPC”.pdf"
    session.commit()
    headers = browse(amir).open(at(sent, "resume")).response.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"].startswith("attachment; filename")
    assert "filename*=UTF-8''%C5%81ukasz" in headers["Content-Disposition"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_a_file_that_is_gone_is_missing_not_an_error(browse, amir, an_application):
    page = browse(amir).open(at(an_application(), "resume"), status=404)
    assert "This file is no longer here." in page.text


def test_hostile_words_in_an_application_are_only_words(browse, amir, an_application):
    sent = an_application(note="</blockquote><script>alert(1)</script> {{ 7*7 }}")
    page = browse(amir).open(at(sent))
    assert "<script>alert" not in page.source
    assert "{{ 7*7 }}" in page.text


def test_the_list_asks_no_more_questions_for_more_rows(
    app, browse, amir, dana, a_posting, an_application, queries
):
    an_application()
    browser = browse(amir)
    with queries() as one:
        browser.open("/me/applications")
    for _ in range(4):
        an_application(a_posting("live"))
    with queries() as five:
        browser.open("/me/applications")
    assert len(five) == len(one)
