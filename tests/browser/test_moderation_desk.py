"""Olga decides with the keyboard: one key approves, a number is a reason, and the next posting is already there."""

import pytest

from tests.browser.conftest import PHONE, WIDE


@pytest.fixture
def olgas(visit, olga, a_posting, clock):
    a_posting(
        "in_review", title="Oldest colorectal coder", description="Message us on WhatsApp to begin. " * 12
    )
    clock.tick(hours=1)
    a_posting("in_review", title="Second colorectal coder")

    def begin(**kind):
        moderator = visit(**kind).log_in(olga.email)
        moderator.open("/moderation")
        return moderator

    return begin


def test_a_number_is_a_reason_and_a_letter_sends_it(olgas):
    moderator = olgas()
    moderator.sees("elsewhere: “WhatsApp”")
    page = moderator.page
    assert not page.get_by_label("Contact details in the text").is_visible()
    page.keyboard.press("1")
    assert page.get_by_label("Contact details in the text").is_checked()
    assert page.get_by_text("Take contact details out of the text").is_visible()
    moderator.look()
    with page.expect_navigation():
        page.keyboard.press("s")
    moderator.look()
    moderator.sees("Sent back: “Oldest colorectal coder”")
    moderator.sees("Second colorectal coder")
    with page.expect_navigation():
        page.keyboard.press("a")
    moderator.look()
    moderator.sees("Approved: “Second colorectal coder”")


def test_typing_a_note_decides_nothing_and_the_keys_can_be_turned_off(olgas):
    page = olgas().page
    page.keyboard.press("r")
    assert page.locator("#against").get_attribute("open") is not None, "a rejection asks for its reason first"
    page.locator("[name=note]").press_sequentially("a car")
    assert page.locator("[name=note]").input_value() == "a car"
    page.get_by_role("button", name="Turn shortcuts off").click()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert "Oldest colorectal coder" in page.locator("article").first.inner_text()


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (PHONE, "light")])
def test_the_desk_is_sound_on_every_screen(olgas, size, scheme):
    moderator = olgas(size=size, scheme=scheme)
    evidence = moderator.page.locator("#evidence-title").bounding_box()
    assert evidence["y"] < size["height"], "the evidence is seen first"
    moderator.open("/moderation/decisions")
