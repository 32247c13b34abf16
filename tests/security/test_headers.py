"""What every answer carries, whatever it is; where cookies are set and how; what nobody on the way may keep."""

import re

import pytest

from jobboard import create_app
from tests.security.access import rows
from tests.security.somebody import Somebody
from tests.security.test_access import path_of
from tests.security.town import ROLES

POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
}  # fmt: skip
EVERYWHERE = {
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY"},
    "Referrer-Policy": {"strict-origin-when-cross-origin", "same-origin"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "Cross-Origin-Resource-Policy": {"same-origin"},
}
ODD = (
    "/static/css/base.css", "/static/none.css", "/static/../app.py", "/nowhere", "/jobs/x", "/jobs//", "//evil.example/", "/jobs?q=%ff",
    "/sign-up/", "/%00", "/employers/%0d%0aX:y",
)  # fmt: skip
PUBLIC = ("/", "/jobs", "/jobs?q=44314", "/jobs.json", "/jobs.atom", "/sitemap.xml", "/robots.txt", "/opensearch.xml", "/employers",
          "/employers/acme-health", "/about", "/how-we-review", "/privacy", "/terms")  # fmt: skip


def missing(answer) -> list[str]:
    """The headers that are not there, or not as they have to be."""
    found = [name for name, good in EVERYWHERE.items() if answer.headers.get(name) not in good]
    policy = set(answer.headers.get("Content-Security-Policy", "").split("; "))
    sandboxed = {"default-src 'none'", "frame-ancestors 'none'", "sandbox"} <= policy
    if not (policy >= POLICY or sandboxed) or "unsafe" in str(policy) or "*" in str(policy):
        found.append("Content-Security-Policy")
    if "camera=()" not in answer.headers.get("Permissions-Policy", ""):
        found.append("Permissions-Policy")
    if answer.headers.get("Set-Cookie") and answer.headers.get("Cache-Control") != "no-store":
        found.append("Cache-Control: no-store beside a cookie")
    return found


def test_every_answer_carries_the_headers(town):
    wrong, counted = [], 0
    for row in rows():
        thing = "" if row.thing == "-" else town.thing(row.thing)
        path = path_of(town.app, row, thing)
        for role in {"visitor", "other", ROLES[row.answers.index(min(row.answers))]}:
            answer, counted = town.at[role].client.open(path, method=row.method), counted + 1
            wrong += [f"{row.name} {role} ({answer.status_code}): {name}" for name in missing(answer)]
            if role != "visitor" and answer.headers.get("Cache-Control") != "no-store":
                wrong.append(f"{row.name} {role} ({answer.status_code}): may be kept on the way")
    assert not wrong, "\n".join(wrong)
    assert counted > 200


@pytest.mark.parametrize("path", ODD)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "DELETE"])
def test_so_does_every_failure(app, path, method):
    answer = app.test_client().open(path, method=method, buffered=True)
    answer.close()
    assert answer.status_code < 500
    assert not missing(answer)


def test_so_does_the_page_that_says_something_broke(app, monkeypatch):
    from jobboard.web.jobs import front

    def broken():
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(front, "board_now", broken)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.config, "TESTING", False)
    answer = app.test_client().get("/")
    assert answer.status_code == 500
    assert not missing(answer)
    assert "a secret" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", PUBLIC)
def test_a_visitor_of_public_pages_gets_no_cookie(app, session, a_posting, path):
    a_posting("live")
    answer = app.test_client().get(path)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" in answer.headers["Vary"]


def test_what_differs_by_who_asks_is_kept_by_nobody(town):
    """A cache in between that ignores Vary must not hand Mira's page to a visitor."""
    town.thing("live")
    for path in PUBLIC:
        for role in ("owner", "other", "moderator"):
            theirs = town.at[role].get(path)
            assert theirs.headers["Cache-Control"] == "no-store", f"{path} for the {role}"


def test_the_cookie_cannot_be_read_sent_elsewhere_or_made_by_a_neighbor(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://jobs.example")
    app = create_app(
        TESTING=True,
        SECRET_KEY="k" * 40,
        DATA_DIR=tmp_path,
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path}/board.sqlite3",
    )
    answer = app.test_client().get("/log-in", base_url="https://jobs.example")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]


def test_nothing_of_a_session_can_be_read_from_its_cookie(app, mira):
    browser = Somebody(app, mira)
    kept = browser.client.get_cookie("session").decoded_value
    assert not re.search(r"mira|sandoval|acme", kept, re.IGNORECASE)
