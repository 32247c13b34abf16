"""Every icon is drawn as a figure of its own, whatever the colors of the screen: the styles cut it out, so only a browser can tell."""

import pytest

from scripts.icons import SOURCES, STROKES

NAMES = [source.stem for source in SOURCES]
LAID = """([names, size]) => {
  document.body.innerHTML = names.map(name => `<p><span class="icon icon-${size} i-${name}"></span></p>`).join("")
}"""


def figures(page, names, size):
    """The picture of each icon, in the order of the names."""
    page.evaluate(LAID, [names, size])
    page.wait_for_load_state("networkidle")
    return [place.screenshot() for place in page.locator(".icon").all()]


@pytest.mark.parametrize("size", STROKES)
def test_every_icon_is_unlike_all_others(visit, size):
    page = visit().open("/terms")
    nothing, *seen = figures(page, ["no-such-name", *NAMES], size)
    assert len(set(seen)) == len(NAMES)
    assert nothing not in seen


@pytest.mark.parametrize(("colors", "scheme"), [("none", "dark"), ("active", "dark"), ("active", "light")])
def test_icons_stand_out_in_other_colors_too(visit, colors, scheme):
    page = visit().open("/terms")
    page.emulate_media(forced_colors=colors, color_scheme=scheme)
    first, second = figures(page, NAMES[:2], "s")
    assert first != second
