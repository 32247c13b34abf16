"""Who may apply, and to which postings."""

from jobboard.domain.applications.application import Application
from jobboard.domain.postings.terms import ApplyHow
from tests.resumes.samples import a_pdf
from tests.web.applicants.applying import a_file, count, form_of


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


def test_nobody_sends_an_application_from_another_site(browse, amir, posting):
    browse(amir).send(form_of(posting), status=400, token=False, resume=a_file(a_pdf()))
