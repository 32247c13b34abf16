"""The component page shows every component there is, as sound HTML, and the pages for failures need nobody's database."""

import re

import pytest
from flask import Flask
from sqlalchemy import event

from jobboard.extensions import db
from jobboard.web.errors import page
from tests.house.source import ROOT

FURNITURE = {
    "flashes",
    "site_nav",
    "wordmark",
    "error_summary",
    "icon",
    "when",
    "page_head",
}  # base.html and others draw these
SCREENS = ["", "/home", "/results", "/posting"]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_sample_screens_are_sound_pages(browse, screen):
    browse(None).open(f"/dev/components{screen}")


def test_every_component_is_shown():
    shown = "".join(path.read_text() for path in (ROOT / "templates" / "dev").glob("*.html"))
    used = set(re.findall(r'from "components/(\w+)\.html"', shown))
    there = {path.stem for path in (ROOT / "templates" / "components").glob("*.html")}
    assert there - used - FURNITURE == set(), "Show it in templates/dev/components.html, in every state."


def test_the_sample_picker_finds_families(browse):
    found = browse(None).client.get("/dev/components/families?q=44314").get_json()
    assert [family["slug"] for family in found] == ["cpt-44300"]


@pytest.mark.parametrize("code", [400, 403, 404, 409, 410, 413, 429, 500, 503])
def test_every_failure_says_what_to_do_next(app: Flask, code: int):
    with app.test_request_context("/nowhere"):
        body, status, _ = page(code, "")
    assert status == code
    assert re.search(r"<h1>[^<]+</h1>", body)
    assert 'class="btn btn-primary"' in body


@pytest.mark.parametrize("code", [500, 503])
def test_the_page_for_our_own_failure_asks_nothing_of_the_database(app: Flask, code: int):
    asked: list[str] = []
    with app.test_request_context("/nowhere"):
        event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
        page(code, "")
    assert asked == []
