"""Opening a change and saving it untouched changes nothing; a small change is published at once and says so before."""

import pytest

from jobboard.domain.postings.finding import by_id
from jobboard.domain.postings.parts import Question, Step
from jobboard.domain.postings.terms import QuestionKind
from jobboard.web.moderation.changes import changes
from tests.web.employers.writing import write


@pytest.fixture
def changing(session, browse, mira, a_posting):
    """A live posting with the rarer terms, its editor open for a change."""
    posting = a_posting(
        "live", benefits=["Medical, dental and vision from day one", "Paid time off"],
        steps=[Step(position=0, label="Call with the lead", minutes=30), Step(position=1, label="Coding test", minutes=45, pass_mark=80, open_book=True, paid=False)],
        questions=[Question(position=0, text="How many years?", kind=QuestionKind.NUMBER)],
    )  # fmt: skip
    browser = browse(mira)
    browser.send(f"/employer/postings/{posting.id}/change")
    return posting, browser, browser.open(f"/employer/postings/{posting.id}/edit")


def test_saving_without_a_change_changes_nothing(session, changing):
    posting, browser, page = changing
    write(browser, page)
    session.expire_all()
    kept = by_id(session, posting.id)
    assert kept.draft_edition is not None
    assert changes(kept.live_edition, kept.draft_edition) == []
    assert kept.is_small_change


def test_a_small_change_is_named_as_one_and_published_at_once(session, changing):
    posting, browser, page = changing
    write(browser, page, hours_per_week="36")
    preview = browser.open(f"/employer/postings/{posting.id}/preview")
    assert "it is published as soon as you send it" in preview.text
    assert "Publish the change" in preview.text
    page = browser.send(f"/employer/postings/{posting.id}/submission")
    assert "Your change is published." in page.text


def test_what_readers_decide_by_is_reviewed_first(changing):
    posting, browser, page = changing
    write(browser, page, pay_max="39")
    assert "A moderator reads it first" in browser.open(f"/employer/postings/{posting.id}/preview").text
