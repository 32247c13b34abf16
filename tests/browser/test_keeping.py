"""A search is kept: by a guest with letters that are asked for twice and stopped by one press, by a coder with one press."""

import re

import pytest
from playwright.sync_api import expect

from jobboard.web.alerts import links
from tests import builders
from tests.browser.conftest import PHONE, WIDE
from tests.web.alerts.test_guests import only, path_to


def link_in(letters, path):
    """The address of the last letter that leads to `path`, as a path."""
    (*_, letter) = [one for one in letters if path in one.text]
    return re.search(rf"http://[^/\s]+({path}/\w+)", letter.text).group(1)


@pytest.mark.parametrize(
    ("size", "script"), [(WIDE, True), (PHONE, True), (PHONE, False)], ids=["wide", "phone", "plain"]
)
def test_a_guest_asks_for_letters_confirms_and_stops_them_by_a_button(
    visit, app, session, letters, a_posting, size, script
):
    a_posting("live", title="First stoma coder")
    visitor = visit(size=size, script=script)
    visitor.open("/jobs?q=44314&work=remote")
    visitor.press("Get alerts", role="link")
    visitor.sees("44314, Remote")
    visitor.page.get_by_label("Email address").fill("guest@example.com")
    visitor.press("Email me new jobs")
    builders.deliver(app)
    visitor.open(link_in(letters, "/alerts/confirmation"))
    visitor.press("Yes, write to me")
    visitor.sees("Your emails about new jobs")
    expect(visitor.page.get_by_label("Emails for 44314, Remote")).to_have_value("daily")
    stop = path_to(app, links.STOP, only(session).id)
    visitor.open(stop)
    visitor.press("Stop the emails")
    visitor.sees("These emails have stopped")
    visitor.open(stop)
    visitor.sees("These emails have stopped")


def test_a_coder_keeps_a_search_by_one_press(visit, amir, a_posting):
    a_posting("live", title="First stoma coder")
    visitor = visit().log_in(amir.email)
    visitor.open("/jobs?q=44314")
    visitor.press("Save search")
    visitor.sees("44314")
    visitor.open("/me/searches")
    visitor.sees("44314")
