"""Screens are built from the components, carry no style of their own, and the joined styles are never stale."""

import re

import pytest

from scripts import icons, stylesheet
from tests.house.source import ROOT, named

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PAGES = [path for path in TEMPLATES if "mail" not in path.parts]
COMPONENTS = sorted((ROOT / "templates" / "components").glob("*.html"))
CSS = ROOT / "static" / "css"
SHEETS = [CSS / f"{sheet}.css" for sheet in stylesheet.SHEETS]
SOURCES = [path for path in sorted(CSS.rglob("*.css")) if path not in SHEETS]
SPRITE = {source.stem for source in icons.SOURCES}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(", re.IGNORECASE)
KILOBYTE = 1024


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_the_joined_styles_are_what_the_sources_say(sheet):
    assert sheet.read_text() == stylesheet.stylesheet(sheet.stem), (
        f"Run `python scripts/stylesheet.py` and commit {named(sheet)}."
    )


@pytest.mark.parametrize("file", icons.files(), ids=named)
def test_every_icon_is_where_the_styles_look_for_it(file):
    assert file.read_text() == icons.files()[file], f"Run `python scripts/icons.py` and commit {named(file)}."


def test_every_source_is_joined_into_one_sheet():
    joined = [
        source
        for places in stylesheet.SHEETS.values()
        for place in places
        for source in stylesheet.sources(place)
    ]
    assert sorted(joined) == SOURCES


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_colours_have_their_names_in_tokens_only(path):
    if path.name in ("tokens.css", "print.css"):
        return
    rules = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    assert not COLOUR.findall(rules), (
        f"{named(path)} writes a colour: name it in tokens.css and use the name."
    )


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_no_page_has_style_or_script_inside_it(path):
    text = path.read_text()
    inside = re.findall(
        r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*(?:\bsrc=|application/ld\+json))", text
    )
    assert not inside, f"{named(path)}: {inside}. The content policy refuses it; make a class or a module."


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_icon_asked_for_is_in_the_sprite(path):
    asked = set(re.findall(r'icon\("([a-z0-9-]+)"|icon_name="([a-z0-9-]+)"', path.read_text()))
    missing = {name for pair in asked for name in pair if name} - SPRITE
    assert not missing, (
        f"{named(path)} asks for {missing}: add them to static/vendor/lock.json, then run vendor.py and icons.py."
    )


@pytest.mark.parametrize("path", COMPONENTS, ids=named)
def test_every_component_says_its_inputs_and_is_in_the_list(path):
    assert path.read_text().startswith("{#-"), (
        f"{named(path)} begins without a comment that names its inputs."
    )
    assert path.stem in (ROOT / "docs" / "design.md").read_text(), (
        f"{path.stem} is missing in docs/design.md."
    )


def test_style_and_script_stay_small():
    script = sum(path.stat().st_size for path in (ROOT / "static" / "js").glob("*.js"))
    assert (CSS / "site.css").stat().st_size < 52 * KILOBYTE
    assert all(sheet.stat().st_size < 14 * KILOBYTE for sheet in SHEETS if sheet.stem != "site")
    assert script < 40 * KILOBYTE
