"""What only a browser can tell of the public pages: the way of the keyboard, filters that answer at once, paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from jobboard.domain.postings.parts import Place
from jobboard.domain.postings.terms import WorkModel
from tests.browser.conftest import PHONE, WIDE
from tests.builders import DESCRIPTION

AT_HAND = "[document.activeElement.getAttribute('name'), document.activeElement.innerText]"


@pytest.fixture
def three_jobs(a_posting):
    """Two remote jobs and one on site."""
    a_posting("live", title="Remote stoma coder")
    a_posting("live", title="Remote bowel coder")
    a_posting(
        "live",
        title="Coder at the main campus",
        work_model=WorkModel.ONSITE,
        places=[Place(city="Dayton", state="OH", lat=39.8, lon=-84.2)],
    )


def test_the_keyboard_goes_from_the_search_by_the_filters_to_the_jobs(visit, three_jobs):
    page = visit().open("/jobs?q=44314")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        name, words = page.evaluate(AT_HAND)
        seen.append(name or (words or "").strip())
        if "coder" in seen[-1]:
            break
    assert seen[0] == "Skip to the page"
    places = [seen.index(name) for name in ("q", "Find jobs", "work", "from_state", "Best match", seen[-1])]
    assert places == sorted(places), seen
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == seen[-1]


def test_on_a_phone_the_filters_say_what_is_left_and_lead_to_it(visit, three_jobs):
    visitor = visit(size=PHONE)
    page = visitor.open("/jobs")
    page.locator("#filters > summary").click()
    page.get_by_role("checkbox", name="Remote").click()
    page.get_by_role("button", name="Show 2 jobs").click()
    page.wait_for_function("!document.querySelector('#filters').open")
    assert page.evaluate("document.activeElement.textContent") == "2 jobs"
    assert page.url.endswith("/jobs?work=remote")
    assert page.get_by_role("link", name="Coder at the main campus").count() == 0
    visitor.look()
    page.go_back()
    page.get_by_role("link", name="Coder at the main campus").wait_for()
    assert page.url.endswith("/jobs")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_without_script_the_filters_have_their_button(visit, three_jobs, size):
    visitor = visit(size=size, script=False)
    page = visitor.page
    page.goto(f"{visitor.site}/jobs")
    if size == PHONE:
        page.locator("#filters > summary").click()
    page.get_by_role("checkbox", name="Remote").click()
    page.get_by_role("button", name="Show jobs").click()
    visitor.sees("2 jobs")


def test_a_posting_prints_as_one_page(visit, a_posting):
    posting = a_posting("live", description=f"{DESCRIPTION}\n\n" * 6)
    page = visit().open(f"/jobs/{posting.id}")
    paper = PdfReader(BytesIO(page.pdf(format="Letter"))).pages
    assert len(paper) == 1
    assert "Apply for this job" not in paper[0].extract_text()
