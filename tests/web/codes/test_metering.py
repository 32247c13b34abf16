"""The meter of code pages: off by default; when it is on, it counts each page once and never closes the first."""

import pytest

from jobboard import config
from jobboard.web.codes import metering


@pytest.fixture
def metered(app, monkeypatch):
    def switch_on(guest: int = 0, member: int = 0):
        monkeypatch.setitem(app.config, "CODE_VIEWS_GUEST", guest)
        monkeypatch.setitem(app.config, "CODE_VIEWS_MEMBER", member)

    return switch_on


def opened(app, *pages):
    """What one new visitor's meter says at each page, one after the other."""
    readings, cookie = [], {}
    for page in pages:
        with app.test_request_context():
            from flask import session

            session.update(cookie)
            readings.append(metering.read(page))
            cookie = dict(session)
    return readings


def test_there_is_no_meter_until_a_setting_says_so(app):
    assert opened(app, "cpt/44314") == [None]


def test_a_page_past_the_limit_is_not_whole(app, metered):
    metered(guest=2)
    readings = opened(app, "cpt/1", "cpt/2", "cpt/3")
    assert [(r.whole, r.left) for r in readings] == [(True, 1), (True, 0), (False, 0)]


def test_a_page_read_again_is_not_counted_again(app, metered):
    metered(guest=2)
    readings = opened(app, "cpt/1", "cpt/1", "cpt/2", "cpt/3", "cpt/1")
    assert [(r.whole, r.left) for r in readings] == [(True, 1), (True, 1), (True, 0), (False, 0), (True, 0)]


def test_every_visitor_has_a_count_of_their_own(app, metered):
    metered(guest=1)
    assert all(opened(app, f"cpt/{n}")[0].whole for n in range(3))


@pytest.mark.parametrize("given", ["-1", "many", "1.5", "٣"])
def test_a_limit_that_is_no_number_is_refused_at_the_start(monkeypatch, given):
    monkeypatch.setenv("CODE_VIEWS_GUEST", given)
    with pytest.raises(config.Refusal):
        config.settings()


def test_a_visitor_past_the_limit_keeps_the_name_the_families_and_the_jobs(browse, metered, a_posting):
    metered(guest=1)
    a_posting("live")
    browser = browse(None)
    first = browser.open("/codes/cpt/99213")
    assert "0 of 1 detailed code pages left today" in first.text
    assert first.all(".//data[@data-fact]")
    closed = browser.open("/codes/cpt/44314")
    assert "44314" in closed.text
    assert "Enterostomy" in closed.text
    assert "1 open job" in closed.text
    assert "Sign up" in closed.text
    assert "16.32" not in closed.text
    assert not closed.all(".//data[@data-fact]")
    assert browser.open("/codes/cpt/99213").all(".//data[@data-fact]")


def test_a_member_has_a_count_of_their_own(browse, metered, amir):
    metered(guest=1, member=2)
    browser = browse(amir)
    assert "1 of 2 detailed code pages left today" in browser.open("/codes/cpt/44314").text
    browser.open("/codes/cpt/99213")
    closed = browser.open("/codes/cpt/45378")
    assert "A member may open 2 code pages" in closed.text
    assert not closed.all(".//data[@data-fact]")


def test_a_page_that_is_counted_is_kept_by_nobody_on_the_way(app, metered):
    assert "public" in app.test_client().get("/codes/cpt/44314").headers["Cache-Control"]
    metered(guest=1)
    client = app.test_client()
    for _ in range(2):
        assert client.get("/codes/cpt/44314").headers["Cache-Control"] == "no-store"
    assert client.get("/codes/cpt/44314").status_code == 200


def test_the_first_page_of_somebody_without_a_cookie_is_always_whole(app, metered):
    metered(guest=1)
    for _ in range(3):
        assert b'data-fact="work"' in app.test_client().get("/codes/cpt/44314").data
