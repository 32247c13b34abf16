"""Nothing is done by a form that was not ours: no token, a stranger's, none that is old, no other way of sending it."""

import pytest

from tests.security.access import rows
from tests.security.somebody import Somebody
from tests.security.somebody import rows as stored
from tests.security.test_access import path_of
from tests.security.town import ROLES

# Mail programs press this one (RFC 8058): they carry no cookie, and the signed token in its address is the whole proof.
BY_MAIL_PROGRAMS = {"alerts.stop_letters"}
PRESSED = sorted(
    {row.endpoint: row for row in rows() if row.method == "POST"}.values(), key=lambda row: row.endpoint
)
GUARDED = [row for row in PRESSED if row.endpoint not in BY_MAIL_PROGRAMS]


def presser(row) -> str:
    """Somebody for whom this would work."""
    able = [
        role
        for role, answer in zip(ROLES, row.answers, strict=True)
        if answer not in ("log-in", "403", "404")
    ]
    return able[0] if able else "owner"


def test_every_form_is_refused_without_our_token(town):
    stranger, wrong = Somebody(town.app), []
    things = {row.thing: town.thing(row.thing) for row in GUARDED if row.thing != "-"}
    before = stored(town.session)
    for row in GUARDED:
        path, thing = path_of(town.app, row, things.get(row.thing, "")), things.get(row.thing, "")
        form, browser = town.form(row.form, thing), town.at[presser(row)].client
        for name, words in {
            "no token": {"data": form},
            "an empty token": {"data": form | {"csrf_token": ""}},
            "a stranger's token": {"data": form | {"csrf_token": stranger.token}},
            "a token in the query": {"data": form, "query_string": {"csrf_token": stranger.token}},
            "JSON": {"json": form},
            "JSON called text": {"data": '{"a": "b"}', "content_type": "text/plain"},
            "a stranger's header": {"data": form, "headers": {"X-CSRFToken": stranger.token}},
        }.items():
            answer = browser.post(path, **words)
            if answer.status_code != 400:
                wrong.append(f"{row.name} with {name}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)
    assert stored(town.session) == before


def test_a_token_from_before_the_log_in_is_worth_nothing_after(app, mira, session):
    from tests import builders

    browser = Somebody(app)
    old = browser.token
    assert browser.post("/log-in", email=mira.email, password=builders.PASSWORD).status_code == 302
    assert browser.client.post("/employer/postings", data={"csrf_token": old}).status_code == 400
    assert not stored(session)["posting"]


def test_on_https_a_form_from_another_site_is_refused_even_with_a_token(tmp_path, monkeypatch):
    """The browser says where a form stood; ours always stands on our own pages."""
    from jobboard import create_app

    monkeypatch.setenv("SITE_URL", "https://jobs.example")
    app = create_app(
        TESTING=True,
        SECRET_KEY="k" * 40,
        DATA_DIR=tmp_path,
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path}/board.sqlite3",
    )
    browser = app.test_client()
    where = {"base_url": "https://jobs.example"}
    page = browser.get("/log-in", **where).text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    for referrer in (
        "https://evil.example/",
        "https://jobs.example.evil.example/",
        "http://jobs.example/",
        None,
    ):
        headers = {"Referer": referrer} if referrer else {}
        answer = browser.post("/log-in", data={"csrf_token": token}, headers=headers, **where)
        assert answer.status_code == 400, f"from {referrer}"
    ours = browser.post(
        "/log-in", data={"csrf_token": token}, headers={"Referer": "https://jobs.example/log-in"}, **where
    )
    assert ours.status_code == 422


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"])
def test_a_get_that_calls_itself_a_post_is_a_get(town, header):
    posting = town.thing("live")
    before = stored(town.session)
    town.at["owner"].get(f"/employer/postings/{posting}/pause?_method=POST", headers={header: "POST"})
    assert stored(town.session) == before
