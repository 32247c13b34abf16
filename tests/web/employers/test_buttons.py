"""The buttons inside the editor work without script: rows come and go, a typed code adds its family, words are asked about."""

import pytest

from jobboard.domain.codes.finding import chain, family_by_slug
from jobboard.domain.postings.finding import by_id
from tests.web.employers.writing import boxes_of, write


@pytest.fixture
def draft(a_posting):
    return a_posting("draft", families=[])


@pytest.fixture
def editing(browse, mira, draft):
    browser = browse(mira)
    return browser, browser.open(f"/employer/postings/{draft.id}/edit")


def families(session, draft) -> list[str]:
    session.expire_all()
    return [tag.family.slug for tag in by_id(session, draft.id).edition.families]


@pytest.mark.parametrize("typed", ["44314", " 44314-52 ", "i25.10", "J1885"])
def test_a_typed_code_adds_its_narrowest_family(session, editing, draft, typed):
    browser, page = editing
    write(browser, page, **{"families-typed": typed, "families-add": "yes"})
    assert families(session, draft) == [chain(session, typed.strip())[0].slug]


def test_a_code_left_in_the_box_is_added_by_save(session, editing, draft):
    browser, page = editing
    write(browser, page, **{"families-typed": "44314"})
    assert families(session, draft) == [chain(session, "44314")[0].slug]


def test_words_that_fit_several_families_are_asked_about(session, editing, draft):
    browser, page = editing
    page = write(
        browser, page, **{"families-typed": "colon", "families-add": "yes"}, title="Kept while choosing"
    )
    assert "Which family do you mean?" in page.text
    assert boxes_of(page)["title"] == "Kept while choosing"
    picked = page.all(".//input[@name='families-picked']")[-1].get("value")
    write(browser, page, **{"families-picked": picked, "families-add": "yes"})
    assert families(session, draft) == [picked]


def test_words_that_fit_nothing_say_what_to_do(editing):
    browser, page = editing
    page = write(browser, page, **{"families-typed": "xyzzy plugh", "families-add": "yes"})
    assert "No code family matches “xyzzy plugh”" in page.text
    assert boxes_of(page)["families-typed"] == "xyzzy plugh"


def test_the_same_family_twice_is_there_once(session, editing, draft):
    browser, page = editing
    for _ in range(2):
        page = write(browser, page, **{"families-typed": "44314", "families-add": "yes"})
    assert len(families(session, draft)) == 1


def test_share_and_need_are_kept_and_a_row_can_go(session, editing, draft):
    browser, page = editing
    page = write(browser, page, **{"families-typed": "44314", "families-add": "yes"})
    page = write(browser, page, **{"families-0-share": "40", "families-0-need": "preferred"})
    tag = by_id(session, draft.id).edition.families[0]
    assert (tag.share, tag.need) == (40, "preferred")
    write(browser, page, **{"families-remove": "0"})
    assert families(session, draft) == []


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("credentials", {"credentials-0-names": "CPC"}),
        ("tools", {"tools-0-name": "Epic", "tools-0-kind": "ehr", "tools-0-need": "required"}),
        ("steps", {"steps-0-label": "Talk"}),
        ("questions", {"questions-0-text": "Why us?", "questions-0-kind": "text"}),
        ("places", {"places-0-city": "Columbus", "places-0-state": "OH"}),
    ],
)
def test_add_saves_and_offers_a_blank_row_and_remove_takes_one_away(session, editing, draft, name, rows):
    browser, page = editing
    page = write(browser, page, **rows, **{f"{name}-add": "yes"})
    assert page.response.request.url.endswith("/edit")
    assert f"{next(iter(rows)).replace('-0-', '-1-')}" in boxes_of(page)
    session.expire_all()
    assert len(getattr(by_id(session, draft.id).edition, name)) == 1
    write(browser, page, **{f"{name}-remove": "0"})
    session.expire_all()
    assert getattr(by_id(session, draft.id).edition, name) == []


def test_the_tag_picker_is_answered_with_families_and_reasons(browse, session, mira):
    found = browse(mira).open("/employer/families.json?q=44314").response.get_json()
    assert found[0]["slug"] == chain(session, "44314")[0].slug
    assert set(found[0]) == {"slug", "label", "set", "kind", "ranges", "why"}
    assert family_by_slug(session, found[0]["slug"]) is not None


@pytest.mark.parametrize(
    "words", ["", "   ", "%", "_", "\x00", "x" * 5000, "'; DROP TABLE posting", "😀", "99999999999999999999"]
)
def test_the_tag_picker_survives_anything(browse, mira, words):
    browser = browse(mira)
    assert isinstance(
        browser.open("/employer/families.json", query_string={"q": words}).response.get_json(), list
    )
