"""The whole of a long filter is one press away: in place with script, on a page of its own without."""

import pytest
from playwright.sync_api import expect

from jobboard.domain.postings.terms import WorkModel
from tests.browser.conftest import PHONE, WIDE
from tests.search.chance import in_every_one_of

STATES = ["AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DE", "FL", "TX"]


@pytest.fixture
def jobs(a_posting):
    """A job in each of ten states, and one in the last of them alone."""
    for title, states in (("Traveling coder", STATES), ("Campus coder", STATES[-1:])):
        a_posting("live", title=title, work_model=WorkModel.ONSITE, all_states=False, places=in_every_one_of(states))  # fmt: skip


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_long_filter_opens_in_place_and_stays_open_when_something_is_chosen(visit, jobs, size):
    visitor = visit(size=size)
    page = visitor.open("/jobs")
    if size == PHONE:
        page.locator("#filters > summary").click()
    page.get_by_text("Place of work, tools, employer").click()
    expect(page.get_by_role("checkbox", name="Florida")).to_have_count(0)
    page.get_by_role("link", name="All 10 states").press("Enter")
    expect(page.get_by_role("checkbox", name="Alabama")).to_be_focused()
    visitor.look()
    page.get_by_role("checkbox", name="Florida").check()
    page.wait_for_url("**/jobs?state=FL")
    expect(page.get_by_role("checkbox", name="Florida")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Florida")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Arkansas")).to_be_visible()
    page.get_by_role("checkbox", name="Florida").uncheck()
    page.wait_for_url("**/jobs")
    expect(page.get_by_role("checkbox", name="Florida")).to_be_focused()
    visitor.look()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_without_script_it_is_a_page_that_keeps_what_else_was_asked(visit, jobs, size):
    visitor = visit(size=size, script=False)
    page = visitor.open("/jobs?q=traveling&work=onsite&state=TX")
    if size == PHONE:
        page.locator("#filters > summary").click()
    page.get_by_role("link", name="All 10 states").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose states with a place of work")
    expect(page.get_by_role("checkbox", name="Texas")).to_be_checked()
    visitor.look()
    page.get_by_role("checkbox", name="Texas").uncheck()
    page.get_by_role("checkbox", name="Florida").check()
    page.get_by_role("button", name="Show jobs").click()
    page.wait_for_url("**/jobs?q=traveling&work=onsite&state=FL")
    visitor.sees("1 job")
