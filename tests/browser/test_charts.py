"""What only a browser can tell of charts: that words really have the room that was reckoned for them, on any screen."""

import pytest

from tests.browser.conftest import WIDE

SMALLEST = {"width": 320, "height": 700}
TROUBLE = """() => [...document.querySelectorAll(".chart-drawing")].flatMap(drawing => {
  const edge = drawing.getBoundingClientRect(), faults = [];
  const words = [...drawing.querySelectorAll("text")].map(one =>
    ({said: one.textContent, box: one.getBoundingClientRect(), size: parseFloat(getComputedStyle(one).fontSize)}));
  words.forEach(({said, box, size}, n) => {
    if (size < 12) faults.push(`${said} is ${size} px`);
    if (box.left < edge.left - 1 || box.right > edge.right + 1) faults.push(`${said} sticks out`);
    for (const other of words.slice(n + 1)) {
      const across = box.left < other.box.right && other.box.left < box.right;
      if (across && box.top < other.box.bottom - 4 && other.box.top < box.bottom - 4) faults.push(`${said} over ${other.said}`);
    }
  });
  return faults;
})"""


@pytest.mark.parametrize("size", [SMALLEST, WIDE], ids=["320 px", "1280 px"])
def test_the_words_of_charts_neither_collide_nor_stick_out(visit, size):
    page = visit(size=size).open("/dev/components")
    assert page.locator(".chart-drawing text").count() > 100
    assert page.evaluate(TROUBLE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_unfold_their_numbers_and_have_names(visit, scheme):
    page = visit(scheme=scheme).open("/dev/components")
    first = page.locator("figure.chart").first
    first.get_by_text("Show the numbers").click()
    rows = first.locator("tbody tr").all_inner_texts()
    assert rows == ["Non-facility (office)\t16.32\t8.33\t3.36\t28.01", "Facility\t16.32\t8.33\t3.36\t28.01"]
    assert page.locator("svg.chart-drawing:not([aria-labelledby])").count() == 0
