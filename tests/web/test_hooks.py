"""What stands before every request is only what has something to do there."""

from jobboard.web.house import IDLE


def test_no_idle_hook_of_a_library_stands_before_a_request(app):
    assert not [hook for hook in app.before_request_funcs[None] if hook.__module__ in IDLE]


def test_a_page_with_a_limit_keeps_it(app, session, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", False)
    client = app.test_client()
    answers = [client.post("/jobs/code-list", data={"codes": ""}).status_code for _ in range(121)]
    assert answers[-1] == 429
    assert 429 not in answers[:120]
