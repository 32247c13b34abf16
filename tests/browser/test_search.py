"""The search as people use it: what was typed becomes chips, the address says the same, and every way works without script too."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from jobboard.domain.postings.terms import WorkModel
from tests.browser.conftest import PHONE, WIDE
from tests.search.chance import place

MIXED = "44314 remote texas cpc $20"
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])


@pytest.fixture
def jobs(a_posting):
    """Two remote jobs and one on site in Houston."""
    a_posting("live", title="Remote stoma coder")
    a_posting("live", title="Remote bowel denials coder")
    a_posting(
        "live", title="Campus coder", work_model=WorkModel.ONSITE, all_states=False, places=[place("Houston", "TX")]
    )  # fmt: skip


def asked(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def chips(page):
    return [
        " ".join(text.split())
        for text in page.get_by_label("What we understood").locator("li").all_inner_texts()
    ]


@SIZES
def test_what_was_typed_becomes_chips_and_an_address_that_says_the_same(visit, jobs, size):
    visitor = visit(size=size)
    page = visitor.open("/")
    page.get_by_role("combobox", name="Words or a code").fill(MIXED)
    page.get_by_role("combobox", name="Words or a code").press("Enter")
    page.wait_for_url("**/jobs?**")
    expect(page.get_by_label("What we understood")).to_be_visible()
    understood = {"q": "44314", "credential": "cpc", "work": "remote", "from_state": "TX", "pay_min": "20"}
    page.wait_for_function("location.search.includes('from_state=TX')")
    assert asked(page) == understood
    assert chips(page) == [
        "CPT 44314",
        "Credential CPC",
        "Work Remote",
        "From Texas",
        "Pay $20 an hour or more",
    ]
    visitor.look()
    page.get_by_role("link", name="Remove Remote").click()
    page.wait_for_url(lambda url: "work=" not in url)
    understood.pop("work")
    assert asked(page) == understood
    visitor.look()


def test_a_filter_answers_at_once_and_keeps_what_was_understood(visit, jobs):
    visitor = visit()
    page = visitor.open("/jobs?q=44314+cpc")
    page.get_by_role("checkbox", name="Remote").check()
    expect(page.get_by_role("link", name="Remove Remote")).to_be_visible()
    assert asked(page) == {"q": "44314", "credential": "cpc", "work": "remote"}
    expect(page.get_by_role("status")).to_contain_text("2 jobs")
    expect(page.get_by_role("checkbox", name="Remote")).to_be_focused()
    visitor.look()
    page.go_back()
    expect(page.get_by_role("link", name="Remove Remote")).to_have_count(0)
    assert asked(page) == {"q": "44314", "credential": "cpc"}


@SIZES
def test_suggestions_are_taken_by_the_keyboard(visit, jobs, size):
    visitor = visit(size=size)
    page = visitor.open("/jobs")
    box = page.get_by_role("combobox", name="Words or a code")
    box.press_sequentially("remo")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Remote")
    expect(first).to_contain_text("Work model · 2 jobs")
    visitor.look()
    box.press("Escape")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_hidden()
    box.press("ArrowDown")
    expect(first).to_be_visible()
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    page.wait_for_url("**/jobs?work=remote")


def test_enter_looks_for_what_was_typed_where_nothing_is_pointed_at(visit, jobs):
    page = visit().open("/jobs")
    box = page.get_by_role("combobox", name="Words or a code")
    box.press_sequentially("denials")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Enter")
    page.wait_for_url("**/jobs?q=denials")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_families_lead_down_to_one_and_back_to_all(visit, jobs, script):
    visitor = visit(script=script)
    page = visitor.open("/jobs")
    tree = page.get_by_role("navigation", name="Code families")
    for name in ("CPT: Surgery", "Digestive"):
        tree.get_by_role("link", name=name).first.click()
        expect(tree.locator("[aria-current]")).to_contain_text(name)
    visitor.look()
    visitor.sees("3 jobs")
    tree.get_by_role("link", name="All of them").click()
    expect(tree.locator("[aria-current]")).to_have_count(0)
    assert urlsplit(page.url).query == ""


@SIZES
def test_a_list_of_codes_names_what_each_job_leaves_out(visit, jobs, size):
    visitor = visit(size=size)
    page = visitor.open("/jobs")
    page.get_by_role("link", name="Paste a list of codes").click()
    visitor.look()
    page.get_by_label("Codes, with counts").fill("44314 x 3\nJane Doe 44310\nI25.10")
    page.get_by_role("button", name="Find jobs").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 2")
    visitor.faults.clear()  # the browser notes the answer 422
    visitor.look()
    assert "Jane" not in page.url
    page.get_by_label("Codes, with counts").fill("44314 x 3\nI25.10")
    page.get_by_role("button", name="Find jobs").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("3 jobs that cover some of 2 codes")
    visitor.sees("missing I25.10")
    visitor.look()


def test_where_nothing_is_found_it_says_what_would_find_some(visit, jobs):
    visitor = visit(size=PHONE)
    page = visitor.open("/jobs?q=denials&work=onsite")
    visitor.sees("No jobs")
    page.get_by_role("link", name="Any work model, not only On site").click()
    visitor.sees("1 job for")
    visitor.look()


def test_the_last_searches_stand_on_the_front_page_until_they_are_forgotten(visit, jobs, amir):
    visitor = visit()
    visitor.open("/jobs?q=44314+remote")
    page = visitor.open("/")
    page.get_by_role("link", name="44314 · Remote").click()
    page.wait_for_url("**/jobs?q=44314&work=remote")
    page = visitor.open("/")
    page.get_by_role("button", name="Forget them").click()
    expect(page.get_by_role("heading", name="Your last searches")).to_be_hidden()
    visitor.open("/")
    expect(page.get_by_role("heading", name="Your last searches")).to_be_hidden()


def test_whoever_logs_out_leaves_no_searches_behind(visit, jobs, amir):
    visitor = visit().log_in(amir.email)
    visitor.open("/jobs?q=44314")
    page = visitor.open("/")
    expect(page.get_by_role("heading", name="Your last searches")).to_be_visible()
    page.get_by_role("button", name="Log out").first.click()
    page.wait_for_url("**/log-in")
    visitor.open("/")
    expect(page.get_by_role("heading", name="Your last searches")).to_be_hidden()


@SIZES
def test_without_script_the_box_chips_and_orders_work(visit, jobs, size):
    visitor = visit(size=size, script=False)
    page = visitor.open("/jobs")
    page.get_by_label("Words or a code").fill("44314 remote")
    page.get_by_role("button", name="Find jobs").click()
    visitor.sees("2 jobs for 44314")
    page.get_by_role("link", name="Newest").click()
    assert asked(page)["sort"] == "newest"
    page.get_by_role("link", name="Remove Remote").click()
    visitor.sees("3 jobs for 44314")


@SIZES
@pytest.mark.parametrize(
    "path",
    ["/jobs", "/jobs?q=bowel+wizard+stoma", '/jobs?q="stoma+coder"+-bowel', "/jobs?q=denails", "/jobs?page=9", "/jobs?near=Houston,+TX&work=onsite",
     "/jobs?q=44314+I25.10+99213*4", "/jobs/browse", "/jobs/code-list", "/alerts/new?q=44314"],
)  # fmt: skip
def test_every_page_of_the_search_is_sound(visit, jobs, path, size):
    visit(size=size, scheme="dark" if size == PHONE else "light").open(path)
