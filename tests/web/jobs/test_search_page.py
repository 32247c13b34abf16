"""The results page says why a job was found, and has the button that keeps the search beside the number of jobs."""

import pytest

from tests.builders import DESCRIPTION


@pytest.fixture
def page(browse, a_posting):
    """The results page of a search as a guest sees it; one job is listed."""
    a_posting("live", title="Night auditor", description=f"{DESCRIPTION}\n\nSays walrus.")
    return lambda q: browse(None).open(f"/jobs?q={q}").source


def test_why_words_found_a_job_stands_on_its_card_without_the_color_of_codes(page):
    text = page("walrus")
    assert "“walrus” in the description" in text
    assert "is-mine" not in text


def test_a_code_has_its_color_and_words_beside_it_their_own_line(page):
    text = page("44314+walrus")
    assert "covered by 44300–44346" in text
    assert "“walrus” in the description" in text
    assert '<li class="is-mine">' in text


def test_what_the_title_says_needs_no_line(page):
    assert "in the details" not in page("auditor")


def test_the_search_is_kept_from_beside_the_number_of_jobs(browse, amir, a_posting):
    a_posting("live")
    for person, label in ((None, "Get alerts"), (amir, "Save search")):
        text = browse(person).open("/jobs?q=44314").source
        assert text.index("<h2") < text.index(label) < text.index('<ol class="cards"')


def test_where_nothing_is_found_a_line_says_what_would_find_some(page):
    text = page("auditor&work=onsite")
    assert "What would find some" in text
    assert "Any work model, not only On site" in text


@pytest.mark.parametrize(("asked", "says"), [("", False), ("&or_remote=yes", True)])
def test_jobs_from_home_in_the_state_of_a_place_are_a_choice_of_the_form(page, asked, says):
    text = page(f"&near=Columbus,+OH{asked}")
    ticked = '<input type="checkbox" name="or_remote" value="yes" checked>'
    assert "Or remote, open to OH" in text
    assert (ticked in text) is says


def test_a_code_without_a_job_is_not_asked_to_be_spelled_otherwise(browse, a_posting):
    assert "specialty that codes it" in browse(None).open("/jobs?q=44314").text
    assert "how it is spelled" in browse(None).open("/jobs?q=xyzzyq").text
