"""Whatever stands in an address, the public pages answer plainly: a page, a redirect or a sentence, never a failure."""

import json
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

STRINGS = json.loads((Path(__file__).parent / "hostile_strings.json").read_text(encoding="utf-8"))
PARAMETERS = (
    "q", "specialty", "family", "credential", "setting", "work", "from_state", "type", "pay_min", "pay_unit",
    "experience_max", "apprentice", "employer", "since", "sort", "page",
)  # fmt: skip


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_takes_any_string(app, browse, a_posting, name):
    a_posting("live")
    visitor, turn = app.test_client(), PARAMETERS.index(name)
    for text in STRINGS if name == "q" else STRINGS[turn % 4 :: 4]:
        answer = visitor.get("/jobs.json?" + urlencode({name: text}))
        assert answer.status_code == 200, f"{name}={text!r} answered {answer.status_code}"
    browse(None).open("/jobs?" + urlencode({name: STRINGS[turn]}))


@pytest.mark.parametrize("path", ["/jobs", "/jobs.atom", "/jobs/filters/state"])
def test_every_parameter_at_once_takes_any_string(app, a_posting, path):
    a_posting("live")
    visitor = app.test_client()
    for text in STRINGS[::3]:
        answer = visitor.get(f"{path}?" + urlencode([(name, text) for name in PARAMETERS]))
        assert answer.status_code == 200, f"{text!r} answered {answer.status_code}"


def test_broken_encodings_and_repeated_names_are_answered(browse):
    visitor = browse(None)
    for query in (
        "q=%ff%fe",
        "q=%",
        "q=%zz",
        "%00=1",
        "q=%ed%a0%80",
        "&&&",
        "=",
        "work[]=remote",
        "page=1&page=2&page=x",
    ):
        visitor.open(f"/jobs?{query}")
    visitor.open("/jobs?" + "&".join(["work=remote"] * 500))
    visitor.open("/jobs?" + urlencode([("specialty", f"made-up-{n}") for n in range(500)]))


def test_very_long_words_and_very_deep_pages_are_answered(browse, a_posting):
    a_posting("live")
    visitor = browse(None)
    assert "first 6,000 characters" in visitor.open("/jobs?q=" + "cardiology " * 2000).text
    assert "The list ends before this page" in visitor.open("/jobs?page=9999").text
    visitor.open("/jobs?page=" + "9" * 5000)


def test_any_path_is_answered(app, a_posting):
    posting, visitor = a_posting("live"), app.test_client()
    for text in STRINGS[::3]:
        name = quote(text, safe="")
        assert visitor.get(f"/employers/{name}").status_code in (200, 308, 400, 404)
        assert visitor.get(f"/jobs/{posting.id}/{name}").status_code in (301, 308, 400, 404)
        assert visitor.get(f"/jobs/{name}").status_code in (308, 400, 404)


def test_what_was_typed_is_shown_as_text(browse):
    page = browse(None).open("/jobs?" + urlencode({"q": "<b>bold</b><script>alert(1)</script>"}))
    assert "<b>bold</b>" not in page.source
    assert "<script>alert" not in page.source
