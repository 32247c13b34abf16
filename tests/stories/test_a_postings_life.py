"""Whole lives through the real doors, without a browser's script: what a page offers is what is pressed."""

from datetime import timedelta
from io import BytesIO

import pytest

from tests import builders
from tests.browsing import Browser, Page
from tests.resumes.samples import a_pdf
from tests.web.employers.writing import write


def press(browser: Browser, page: Page, label: str, **fields: object) -> Page:
    """Send the form on `page` whose button says `label`, hidden boxes included. Fails when it is not offered."""
    for form in page.all(".//form"):
        for button in form.iter("button"):
            if label in "".join(button.itertext()):
                hidden = {
                    box.get("name"): box.get("value")
                    for box in form.iter("input")
                    if box.get("type") == "hidden"
                }
                hidden.pop("csrf_token", None)
                return browser.send(button.get("formaction") or form.get("action"), **hidden, **fields)
    raise AssertionError(f"{page.path} offers no button {label!r}")


def link(page: Page, words: str) -> str:
    found = [a.get("href") for a in page.all(".//a[@href]") if words in "".join(a.itertext())]
    assert found, f"{page.path} has no link {words!r}"
    return found[0]


@pytest.fixture
def written(clock, session):
    """Every box Mira fills in, by its name in the editor."""
    return {
        "title": "Colorectal surgery coder",
        "description": builders.DESCRIPTION,
        "settings": ["professional.outpatient_surgery"],
        "specialties": ["colorectal-surgery"],
        "families-typed": "44314",
        "families-add": "yes",
        "duties-coding": "100",
        "credentials-0-names": "CPC or CCS-P",
        "credentials-0-need": "required",
        "experience_months": "24",
        "apprentices": "no",
        "work_model": "remote",
        "all_states": "y",
        "types": ["full_time"],
        "closes_on": (clock.now().date() + timedelta(days=30)).isoformat(),
        "pay_min": "28",
        "pay_max": "36",
        "pay_unit": "hour",
        "benefits": ["Health insurance"],
        "other_compensation": "None",
        "response_days": "5",
        "ai_use": "none",
    }


def test_a_posting_from_draft_to_an_answered_application(
    browse, app, written, mira, olga, amir, letters, clock
):
    hiring, judging, seeking = browse(mira), browse(olga), browse(amir)

    page = press(hiring, hiring.open("/employer/postings"), "New posting")
    page = write(hiring, page, **written)
    assert "Enterostomy and stoma revision" in page.source
    desk = page.path.removesuffix("/edit")
    assert "In review" in press(hiring, hiring.open(f"{desk}/preview"), "Send for review").text
    assert "Colorectal" not in seeking.open("/jobs?q=44314").text

    queue = judging.open("/moderation")
    press(judging, queue, "Ask for changes", reasons="pay_unclear", note="Is the range for new hires too?")
    assert "Is the range for new hires too?" in hiring.open("/employer/postings").text
    write(hiring, hiring.open(f"{desk}/edit"), pay_min="30")
    press(hiring, hiring.open(f"{desk}/preview"), "Send for review")
    press(judging, judging.open("/moderation"), "Approve")

    results = seeking.open("/jobs?q=44314")
    assert "covered by 44300–44346" in results.text
    sheet = seeking.open(link(results, "Colorectal surgery coder"))
    assert "$30–$36 per hour" in sheet.text
    form = seeking.open(link(sheet, "Apply"))
    resume = (BytesIO(a_pdf()), "amir.pdf")
    press(seeking, form, "Send the application", note="Two years beside a colorectal desk.", resume=resume)

    received = hiring.open(f"{desk}/applications")
    one = press(hiring, hiring.open(link(received, "Amir Haddad")), "Open the application")
    assert "Two years beside a colorectal desk." in one.text
    press(hiring, one, "Start a conversation", message="Are you free on Thursday at ten?")
    assert "In conversation" in seeking.open("/me/applications").text

    builders.deliver(app)
    to_amir = [letter.text for letter in letters if letter.to.email == amir.email]
    assert any("Are you free on Thursday at ten?" in text for text in to_amir)


def test_what_is_over_is_gone_from_every_public_page(browse, mira, a_posting, clock):
    posting = a_posting("live", title="Pelvic floor canary coder")
    visitor, hiring = browse(None), browse(mira)
    places = (
        "/jobs",
        "/jobs?q=44314",
        "/jobs?q=canary",
        "/employers/acme-health",
        "/jobs.atom",
        "/sitemap-postings-1.xml",
        "/jobs.json",
    )
    address = f"/jobs/{posting.id}"
    assert all(posting.id in visitor.open(place).source for place in places)
    page = hiring.open(f"/employer/postings/{posting.id}/closure")
    press(hiring, page, "Close", reason="filled_here")
    assert not [place for place in places if posting.id in visitor.open(place, status=None).source]
    assert "canary" not in visitor.open(address, status=410).source


def test_a_rival_sees_nothing_of_what_is_not_public(browse, rolf, a_posting, an_application):
    draft, application = a_posting("draft"), an_application()
    rival = browse(rolf)
    for path in ("", "/edit", "/preview", "/applications", "/closure"):
        rival.open(f"/employer/postings/{draft.id}{path}", status=404)
    rival.open(f"/employer/applications/{application.id}", status=404)
    rival.open(f"/employer/applications/{application.id}/resume", status=404)
