"""The editor: whatever is typed is kept, sound boxes are saved, the rest is shown again with its reason."""

import pytest
from sqlalchemy import func, select

from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import by_id
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status, WorkModel
from tests.web.employers.writing import boxes_of, write


@pytest.fixture
def draft(a_posting):
    return a_posting("draft")


def kept(session, posting) -> Edition:
    session.expire_all()
    return by_id(session, posting.id).edition


def test_a_new_posting_is_one_button_away(browse, session, mira):
    page = browse(mira).send("/employer/postings")
    assert page.path.endswith("/edit")
    assert session.scalar(select(func.count()).select_from(Posting)) == 1


def test_an_empty_draft_is_saved_as_it_is(browse, session, mira):
    browser = browse(mira)
    page = browser.send("/employer/postings")
    page = write(browser, page, title="Half a thought")
    assert "Saved." in page.text
    assert kept(session, session.scalars(select(Posting)).one()).title == "Half a thought"


def test_the_editor_shows_what_is_saved_and_saving_it_again_changes_nothing(browse, session, mira, draft):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    before = kept(session, draft).version
    write(browser, page)
    assert kept(session, draft).version == before


def test_every_term_goes_in_and_comes_out_again(browse, session, mira, draft):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    typed = {
        "title": "ED facility coder", "seats": "2", "requisition": "R-77", "settings": ["facility.ed", "facility.observation"],
        "duties-coding": "80", "duties-auditing": "20", "credentials-0-names": "CCS or RHIT", "credentials-1-names": "CPC",
        "credentials-1-need": "obtain", "credentials-1-within_months": "12", "experience_months": "2 years", "apprentices": "with_conditions",
        "apprentice_conditions": "With six months in an ED", "work_model": "hybrid", "hybrid_days": "2", "places-0-city": "columbus",
        "places-0-state": "OH", "states": ["OH", "IN"], "states_reason": "Payroll", "types": ["full_time", "prn"], "schedule": "evenings",
        "hours_per_week": "36", "pay_min": "$28.50", "pay_max": "36", "pay_unit": "hour", "bonus": "Quarterly", "other_compensation": "None",
        "benefits": ["Paid time off"], "other_benefits": "Gym; Parking", "target": "8", "target_unit": "charts", "target_period": "hour",
        "target_encounter": "ed", "ramp_weeks": "6", "accuracy_pct": "95.5%", "audit_method": "random", "auditor": "Compliance",
        "tools-0-name": "Epic", "tools-0-kind": "ehr", "tools-0-need": "required", "steps-0-label": "Coding test", "steps-0-minutes": "60",
        "steps-0-pass_mark": "80", "steps-0-open_book": "y", "questions-0-text": "How many ED charts an hour?", "questions-0-kind": "number",
        "response_days": "5", "ai_use": "suggests", "ai_note": "E/M levels", "apply_how": "link", "apply_url": "https://acme.example/jobs/7",
        "opens_on": "2026-11-20", "closes_on": "12/20/2026",
    }  # fmt: skip
    page = write(browser, page, **typed)
    shown = boxes_of(browser.open(page.path))
    for name, value in {**typed, "pay_min": "28.50", "experience_months": "24", "accuracy_pct": "95.5", "places-0-city": "Columbus",
                        "closes_on": "2026-12-20", "credentials-0-names": "CCS or RHIT"}.items():  # fmt: skip
        assert sorted(shown.getlist(name)) == sorted([value] if isinstance(value, str) else value), name
    edition = kept(session, draft)
    assert edition.work_model == WorkModel.HYBRID
    assert {(tag.group_no, tag.credential.abbreviation) for tag in edition.credentials} == {
        (1, "CCS"),
        (1, "RHIT"),
        (2, "CPC"),
    }
    assert (edition.steps[0].open_book, edition.steps[0].paid) == (True, False)
    assert edition.benefits == ["Paid time off", "Gym", "Parking"]


def test_a_wrong_box_keeps_what_was_typed_and_saves_the_rest(browse, session, mira, draft):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    page = write(browser, page, status=422, title="New title here", hours_per_week="forty")
    assert "Saved, except what is marked" in page.text
    assert "Write a whole number from 1 to 80" in page.text
    assert boxes_of(page)["hours_per_week"] == "forty"
    edition = kept(session, draft)
    assert (edition.title, edition.hours_per_week) == ("New title here", None)


def test_a_wrong_row_keeps_its_list_as_it_was(browse, session, mira, draft):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    page = write(browser, page, status=422, **{"credentials-0-names": "CPCX"})
    assert "We do not know “CPCX”" in page.text
    assert [tag.credential.abbreviation for tag in kept(session, draft).credentials] == ["CPC"]


@pytest.mark.parametrize(("low", "high"), [("36", "28"), ("10", "100")])
def test_a_range_that_contradicts_itself_is_marked_and_not_kept(browse, session, mira, draft, low, high):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    write(browser, page, status=422, pay_min=low, pay_max=high)
    assert (kept(session, draft).pay_min, kept(session, draft).pay_max) == (28, 36)


def test_what_is_missing_stops_sending_but_not_saving(browse, session, mira, draft):
    browser = browse(mira)
    page = write(browser, browser.open(f"/employer/postings/{draft.id}/edit"), closes_on="")
    assert "State laws ask for a closing date." in page.text
    page = browser.send(f"/employer/postings/{draft.id}/submission")
    assert "Not sent yet" in page.text
    session.expire_all()
    assert by_id(session, draft.id).status == Status.DRAFT


def test_the_margin_names_wording_with_its_reason(browse, mira, draft):
    browser = browse(mira)
    page = write(browser, browser.open(f"/employer/postings/{draft.id}/edit"), ai_note="For digital natives")
    assert "Wording to look at" in page.text
    assert "digital natives" in page.text


def test_two_people_saving_lose_nothing_and_overwrite_nothing(browse, session, mira, draft):
    one, two = browse(mira), browse(mira)
    mine = one.open(f"/employer/postings/{draft.id}/edit")
    theirs = two.open(f"/employer/postings/{draft.id}/edit")
    write(two, theirs, title="Theirs came first")
    page = write(one, mine, status=409, title="Mine came second", hours_per_week="36")
    assert "A colleague saved this posting" in page.text
    assert boxes_of(page)["title"] == "Mine came second"
    assert kept(session, draft).title == "Theirs came first"
    write(one, page)
    assert (kept(session, draft).title, kept(session, draft).hours_per_week) == ("Mine came second", 36)


def test_a_second_press_of_save_is_no_collision(browse, mira, draft):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    write(browser, page, title="Pressed twice by mistake")
    assert "Saved." in write(browser, page, title="Pressed twice by mistake").text


def test_what_is_typed_after_somebody_sent_it_is_shown_again(browse, session, mira, draft):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    browser.send(f"/employer/postings/{draft.id}/submission")
    page = write(browser, page, status=409, title="Too late for this")
    assert boxes_of(page)["title"] == "Too late for this"
    assert kept(session, draft).title == "Colorectal surgery coder"


def test_saving_while_typing_answers_with_the_version_and_the_margin(browse, session, mira, draft):
    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    told = write(browser, page, autosave=True, title="Saved while typing", closes_on="").response.get_json()
    assert told["version"] == kept(session, draft).version
    assert told["fields"] == {"version": str(told["version"])}
    assert ["closes_on", "State laws ask for a closing date."] in told["problems"]
    assert "State laws ask" in told["swap"]["margin"]


def test_questions_stay_as_they_were_asked_once_somebody_applied(
    browse, session, mira, a_posting, an_application
):
    posting = a_posting("live")
    an_application(posting)
    browser = browse(mira)
    page = browser.send(f"/employer/postings/{posting.id}/change")
    assert "Somebody has applied" in page.text
    write(browser, page, **{"questions-0-text": "A new question?", "questions-0-kind": "text"})
    assert kept(session, posting).questions == []


def test_the_database_has_the_last_word_when_two_save_in_one_instant(
    browse, session, mira, draft, monkeypatch
):
    from sqlalchemy.orm.exc import StaleDataError

    from jobboard.web.employers import editing

    def too_late(*words: object, **more: object) -> None:
        monkeypatch.undo()
        raise StaleDataError

    browser = browse(mira)
    page = browser.open(f"/employer/postings/{draft.id}/edit")
    monkeypatch.setattr(editing, "save", too_late)
    page = write(browser, page, status=409, title="Mine, in the same instant")
    assert "A colleague saved this posting" in page.text
    assert "You differ in: Title." in page.text
    assert boxes_of(page)["title"] == "Mine, in the same instant"
