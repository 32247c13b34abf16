"""What stands before every request is only what has something to do there."""

import pytest

from jobboard.extensions import limiter
from jobboard.web.account import signing_in
from jobboard.web.house import IDLE
from jobboard.web.jobs import results


def test_no_idle_hook_of_a_library_stands_before_a_request(app):
    assert not [hook for hook in app.before_request_funcs[None] if hook.__module__ in IDLE]


@pytest.fixture
def limits():
    """Counted in this process, so by the tests before this one and for those behind it too."""
    limiter.reset()
    yield
    limiter.reset()


def test_a_page_with_a_limit_keeps_it(app, session, limits, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", False)
    client = app.test_client()
    answers = [client.post("/jobs/code-list", data={"codes": ""}).status_code for _ in range(121)]
    assert answers[-1] == 429
    assert 429 not in answers[:120]


def test_whose_request_it_is_is_asked_before_anything_else(browse, amir, a_posting, monkeypatch):
    """Noting that a session is in use commits: nothing of the view may be under way by then."""
    a_posting("live")
    browser, order = browse(amir), []
    for module, name in ((signing_in, "touch"), (results, "answer")):
        does = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda *asked, name=name, does=does: order.append(name) or does(*asked)
        )
    browser.open("/jobs")
    assert order == ["touch", "answer"]


def test_nobody_is_asked_for_where_no_session_came(app, session, monkeypatch):
    monkeypatch.setattr(signing_in.finding, "session_by_secret", None)
    assert app.test_client().get("/jobs").status_code == 200
