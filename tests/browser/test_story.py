"""One posting's whole life, as the people of the board live it, in a real browser.

Mira signs up and posts a colorectal surgery job tagged with the family of 44314; Olga asks for a change; Mira makes it;
Olga approves; Amir searches 44314, sees why the job came up, and applies; Mira answers; Amir sees it.
"""

import re
from datetime import timedelta

import pytest

from jobboard.extensions import db
from jobboard.work.outbox import deliver
from tests.browser.conftest import PHONE, WIDE
from tests.builders import DESCRIPTION, PASSWORD
from tests.resumes.samples import a_pdf


@pytest.fixture
def post(app, clock, letters):
    """`post("mira@...", "words")`: deliver what is owed; the letter to that address that says those words."""

    def arrived(address: str, words: str):
        with app.app_context():
            deliver(db.session, clock.now)
        theirs = [letter for letter in letters if letter.to.email == address]
        said = [letter for letter in theirs if words in f"{letter.subject}\n{letter.text}"]
        assert said, f"No letter to {address} says {words!r}: {[letter.subject for letter in theirs]}"
        return said[-1]

    return arrived


def link_in(letter, site: str) -> str:
    """The first link of a letter that leads to more than the front page, on the running board."""
    path = re.search(r"https?://localhost(/[^\s>]+)", letter.text).group(1)
    return site + path


def sign_up(mira, site, post) -> None:
    mira.open("/sign-up")
    mira.open("/sign-up/employer")
    page = mira.page
    page.get_by_label("Company name").fill("Cedar Ridge Surgical Group")
    page.get_by_label("Physician group").check()
    page.get_by_label("Website").fill("https://cedarridge.example.com")
    page.locator("[name=state]").select_option("OH")
    page.get_by_label("Your name").fill("Mira Sandoval")
    page.get_by_label("email address", exact=False).fill("mira@cedarridge.example.com")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    mira.press("Create the account")
    mira.open(link_in(post("mira@cedarridge.example.com", "/confirmation/"), site))
    mira.press("Confirm this address")
    mira.log_in("mira@cedarridge.example.com")


def write_posting(mira, closes_on) -> None:
    mira.open("/employer/postings")
    mira.press("New posting")
    page = mira.page
    page.locator("[name=title]").fill("Colorectal surgery coder")
    page.locator("textarea[name=description]").fill(DESCRIPTION)
    page.locator("[name=settings][value='professional.outpatient_surgery']").check()
    page.get_by_label("Type a specialty, press Enter").press_sequentially("colorectal")
    page.keyboard.press("Enter")
    page.locator("[name=families-typed]").press_sequentially("44314", delay=20)
    page.get_by_role("listbox").get_by_role("option").first.click()
    page.locator("[name=families-0-share]").fill("60")
    page.locator("[name=duties-coding]").fill("100")
    page.locator("[name=credentials-0-names]").fill("CPC or CCS-P")
    page.locator("[name=experience_months]").fill("24")
    page.locator("[name=apprentices][value=no]").check()
    page.locator("[name=work_model][value=remote]").check()
    page.locator("[name=all_states]").check()
    page.locator("[name=types][value=full_time]").check()
    page.locator("[name=closes_on]").fill(closes_on.isoformat())
    page.locator("[name=pay_min]").fill("28")
    page.locator("[name=pay_max]").fill("36")
    page.locator("[name=pay_unit][value=hour]").check()
    page.locator("[name=benefits][value='Health insurance']").check()
    page.locator("[name=other_compensation]").fill("None")
    page.locator("[name=response_days]").fill("5")
    page.locator("[name=ai_use][value=none]").check()
    mira.press("Save and preview")
    mira.sees("Enterostomy and stoma revision")
    mira.press("Send for review")


def test_a_posting_from_sign_up_to_an_answered_application(visit, site, post, clock, olga, amir, tmp_path):
    mira = visit()
    sign_up(mira, site, post)
    write_posting(mira, clock.now().date() + timedelta(days=30))
    mira.sees("In review")

    moderator = visit().log_in(olga.email)
    moderator.open("/moderation")
    moderator.sees("Colorectal surgery coder")
    moderator.page.keyboard.press("c")
    moderator.page.get_by_label("Pay or its unit").check()
    moderator.page.locator("[name=note]").fill("Is the range for new hires too?")
    moderator.press("Ask for changes")

    post("mira@cedarridge.example.com", "Is the range for new hires too?")
    mira.open("/employer/postings")
    mira.sees("Is the range for new hires too?")
    mira.press("Colorectal surgery coder", role="link")
    mira.press("Edit", role="link")
    mira.page.locator("[name=pay_min]").fill("30")
    mira.press("Save and preview")
    mira.press("Send for review")

    moderator.open("/moderation")
    moderator.press("Approve")
    post("mira@cedarridge.example.com", "Live now")

    coder = visit(PHONE)
    coder.open("/")
    coder.page.locator("#search").fill("44314")
    coder.page.locator("#search").press("Enter")
    coder.page.wait_for_url("**/jobs?*")
    coder.look()
    coder.sees("covered by 44300–44346, Enterostomy and stoma revision")
    coder.press("Colorectal surgery coder", role="link")
    coder.sees("$30–$36 per hour")
    coder.log_in(amir.email)
    coder.open("/jobs?q=44314")
    coder.press("Colorectal surgery coder", role="link")
    coder.open(coder.page.get_by_role("link", name=re.compile("^Apply")).first.get_attribute("href"))
    resume = tmp_path / "amir.pdf"
    resume.write_bytes(a_pdf())
    coder.page.locator("[name=resume]").set_input_files(resume)
    coder.page.locator("[name=note]").fill(
        "Four years of profee cardiology, two of them with a colorectal desk beside it."
    )
    coder.press("Send the application")
    post(amir.email, "Colorectal surgery coder")

    mira.open("/employer/postings")
    mira.press("Colorectal surgery coder", role="link")
    mira.page.get_by_role("main").get_by_role(
        "link", name=re.compile("application", re.IGNORECASE)
    ).first.click()
    mira.look()
    mira.press("Amir Haddad", role="link")
    mira.press("Open the application")
    mira.sees("Four years of profee cardiology")
    mira.page.locator("[name=message]").first.fill("Are you free on Thursday at ten?")
    mira.press("Start a conversation")

    post(amir.email, "Are you free on Thursday at ten?")
    coder.open("/me/applications")
    coder.sees("In conversation")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "390"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_public_pages_are_sound_in_light_and_dark(visit, a_posting, size, scheme):
    posting = a_posting("live")
    visitor = visit(size, scheme)
    for path in (
        "/",
        "/jobs",
        "/jobs?q=44314",
        f"/jobs/{posting.id}",
        "/employers/acme-health",
        "/jobs?q=nothing-like-it",
        "/nowhere",
    ):
        visitor.faults.clear()
        visitor.page.goto(visitor.site + path)
        visitor.faults = [fault for fault in visitor.faults if "404" not in fault]
        visitor.look()


def test_the_search_works_without_script(visit, a_posting):
    a_posting("live")
    visitor = visit(script=False)
    visitor.page.goto(visitor.site + "/")
    visitor.page.get_by_role("searchbox").first.fill("44314")
    visitor.page.get_by_role("button", name="Find jobs").click()
    visitor.sees("covered by 44300–44346")
    visitor.page.get_by_role("checkbox", name="Remote").click()
    visitor.page.get_by_role("button", name="Show jobs").click()
    visitor.sees("Colorectal surgery coder")
