"""Bad input at the editor: a sentence beside the box or a plain page, never an error, and the board as it was."""

import pytest
from werkzeug.datastructures import MultiDict

from jobboard.domain.postings.finding import by_id
from tests.web.employers.writing import boxes_of, write

NASTY = (
    "\x00", "a\x00b", "<script>alert(1)</script>", "{{ 7*7 }}", "'; DROP TABLE posting; --", "9" * 2000, "-1", "1e999", "NaN", "sNaN",
    "Infinity", "٣", "²", "0x10", "\u202egpj.exe", "😀" * 200, "\r\nSet-Cookie: a=b", "../../etc/passwd", "9999-12-31", "0001-01-01", "None", "null",
    "%s%n", "=1+1", "javascript:alert(1)", "http://[", "https://user:pass@example.com/", "//evil.example", "http://" + "a" * 400,
)  # fmt: skip
LIKE_ROWS = (
    "families-²-slug",
    "families-99999999999999999999-slug",
    "tools-0-name-name",
    "tools--1-name",
    "credentials-0",
    "a" * 5000,
    "\x00",
    "steps-1e3-label",
)


@pytest.fixture
def editing(browse, mira, a_posting):
    draft = a_posting("draft")
    browser = browse(mira)
    return browser, browser.open(f"/employer/postings/{draft.id}/edit"), draft


@pytest.mark.parametrize("value", NASTY)
def test_one_nasty_value_in_every_box_at_once(session, editing, value):
    browser, page, draft = editing
    names = [name for name in boxes_of(page) if name not in ("csrf_token", "version")]
    names += [
        "types",
        "benefits",
        "states",
        "settings",
        "specialties",
        "families-picked",
        "families-typed",
        "steps-0-open_book",
    ]
    page = write(browser, page, status=None, **dict.fromkeys(names, value))
    assert page.status in (200, 422)
    session.expire_all()
    assert by_id(session, draft.id).version >= 1
    browser.open(f"/employer/postings/{draft.id}/preview")
    browser.open(f"/employer/postings/{draft.id}")
    browser.open("/employer/postings")


@pytest.mark.parametrize("name", LIKE_ROWS)
def test_names_that_only_look_like_rows_are_passed_over(editing, name):
    browser, page, _ = editing
    assert write(browser, page, status=None, **{name: "x"}).status in (200, 422)


@pytest.mark.parametrize("remove", ["-1", "x", "99999", "²", "0-slug", ".*"])
def test_removing_a_row_that_is_not_there_removes_nothing(session, editing, remove):
    browser, page, draft = editing
    write(browser, page, **{"families-remove": remove})
    session.expire_all()
    assert len(by_id(session, draft.id).edition.families) == 1


def test_ten_thousand_rows_are_too_many_and_said_so(editing):
    browser, page, _ = editing
    fields = boxes_of(page)
    many = MultiDict([*fields.items(multi=True), *((f"tools-{n}-name", "x") for n in range(9000))])
    response = browser._ask("post", page.path, True, data=many)
    page = browser._read(response, 422)
    assert "At most 20 rows fit here." in page.text


def test_too_much_text_is_a_page_that_says_so(editing):
    browser, page, _ = editing
    write(browser, page, status=413, description="x" * 300_000)


def test_a_text_over_its_limit_is_kept_on_the_page(editing):
    browser, page, _ = editing
    page = write(browser, page, status=422, description="y" * 30_000)
    assert "Use at most 20,000 characters." in page.text
    assert len(boxes_of(page)["description"].strip()) == 30_000


def test_the_same_row_twice_is_named(editing):
    browser, page, _ = editing
    rows = {"tools-0-name": "Epic", "tools-1-name": "epic", "tools-0-kind": "ehr", "tools-1-kind": "ehr"}
    page = write(browser, page, status=422, **rows)
    assert "This is in the list already." in page.text


def test_a_city_that_is_not_there_is_explained(editing):
    browser, page, _ = editing
    page = write(browser, page, status=422, **{"places-0-city": "Gotham", "places-0-state": "OH"})
    assert "We do not find this city in Ohio." in page.text


def test_an_empty_form_changes_no_words(session, editing):
    browser, _, draft = editing
    before = by_id(session, draft.id).edition.title
    browser.send(f"/employer/postings/{draft.id}/edit", status=None)
    session.expire_all()
    assert by_id(session, draft.id).edition.title == before


@pytest.mark.parametrize("id", ["x", "0" * 26, "../admin", "%00", "z" * 400])
def test_an_unknown_posting_is_not_found(browse, mira, id):
    browser = browse(mira)
    browser.open(f"/employer/postings/{id}/edit", status=404)
    browser.send(f"/employer/postings/{id}/submission", status=404)
