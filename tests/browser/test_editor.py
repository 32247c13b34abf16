"""Mira at the editor: what is typed is saved by itself, lists answer the keyboard, and only what matters is asked."""

import re

import pytest

from tests.browser.conftest import PHONE, WIDE


@pytest.fixture
def at_the_editor(visit, mira, a_posting):
    posting = a_posting("draft", specialties=[], families=[], duties=[])

    def begin(**kind):
        writer = visit(**kind).log_in(mira.email)
        writer.open(f"/employer/postings/{posting.id}/edit")
        return writer

    return begin


def saved(page) -> None:
    page.get_by_text(re.compile(r"^Saved \d")).first.wait_for()


def test_what_is_typed_is_saved_by_itself_and_the_margin_follows(at_the_editor):
    writer = at_the_editor()
    page = writer.page
    page.locator("[name=title]").fill("Colorectal coder, no accent")
    page.get_by_text("Wording to look at").wait_for()
    saved(page)
    page.reload()
    assert page.locator("[name=title]").input_value() == "Colorectal coder, no accent"


def test_families_and_specialties_are_chosen_by_keyboard_alone(at_the_editor):
    writer = at_the_editor()
    page = writer.page
    page.locator("[name=families-typed]").focus()
    page.keyboard.type("44314", delay=20)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.type("60")
    assert page.locator("[name=families-0-share]").input_value() == "60"
    page.get_by_text("60% of the work named").wait_for()
    page.get_by_label("Type a specialty, press Enter").focus()
    page.keyboard.type("colorec")
    page.keyboard.press("Enter")
    assert page.get_by_label("Colorectal surgery", exact=True).is_checked()
    assert not page.get_by_label("Dermatology", exact=True).is_visible()
    page.get_by_role("button", name="Show all").first.click()
    assert page.get_by_label("Dermatology", exact=True).is_visible()
    writer.look()
    saved(page)


def test_sums_and_the_other_measure_of_pay_are_shown_while_typing(at_the_editor):
    page = at_the_editor().page
    page.locator("[name=duties-coding]").fill("70")
    page.get_by_text("70% of 100: 30 left").wait_for()
    page.locator("[name=duties-auditing]").fill("40")
    page.get_by_text("110%: 10 too much").wait_for()
    page.locator("[name=pay_min]").fill("30")
    page.locator("[name=pay_max]").fill("40")
    page.get_by_text("About $62,400–$83,200 a year at 2,080 hours.").wait_for()


def test_only_what_matters_is_asked_and_without_script_everything_is(at_the_editor):
    page = at_the_editor().page
    page.locator("[name=work_model][value=hybrid]").check()
    assert page.locator("[name=hybrid_days]").is_visible()
    assert not page.locator("[name=all_states]").is_visible()
    page.locator("[name=work_model][value=remote]").check()
    assert not page.locator("[name=hybrid_days]").is_visible()
    assert page.locator("[name=all_states]").is_visible()
    plain = at_the_editor(script=False).page
    for name in ("hybrid_days", "all_states", "apprentice_conditions", "ai_note", "apply_url"):
        assert plain.locator(f"[name={name}]").is_visible(), name


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (PHONE, "light")])
def test_the_desk_is_sound_on_every_screen(at_the_editor, size, scheme):
    writer = at_the_editor(size=size, scheme=scheme)
    writer.open("/employer/postings")
    writer.press("New posting")
