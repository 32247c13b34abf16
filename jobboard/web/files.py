"""The site's own files, under an address that names their content: browsers keep them for a year and never show an old one.

The name is a folder, so that what files call each other (`./say.js`, `../vendor/...`) holds. An address without it, or with
that of an earlier release, answers with the file as it is now, to be kept for a few minutes.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin

NAMED, PLAIN = "static", "static_plain"
ENDPOINTS = (NAMED, PLAIN)
YEAR = 365 * 24 * 60 * 60
EARLIER = re.compile(r"^[0-9a-f]{12}/")


@lru_cache(maxsize=4)
def name_of(folder: Path) -> str:
    """Twelve characters that stand for the content of every file in the folder."""
    seen = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        seen.update(file.relative_to(folder).as_posix().encode() + b"\0")
        seen.update(hashlib.sha256(file.read_bytes()).digest())
    return seen.hexdigest()[:12]


def open_files(app: Flask) -> None:
    app.add_url_rule("/static/<path:filename>", endpoint=PLAIN, view_func=plain)
    app.after_request(keep_for_long)
    app.session_interface = SessionsOfPages()


class SessionsOfPages(SecureCookieSessionInterface):
    """The files are the same for everybody: no session is written with them, and their answers vary with no cookie."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if request.endpoint not in ENDPOINTS:
            super().save_session(app, session, response)


def plain(filename: str) -> Response:
    return current_app.send_static_file(EARLIER.sub("", filename))


def keep_for_long(response: Response) -> Response:
    """Not while the program is being worked on: there a file changes under its name."""
    if request.endpoint == NAMED and response.status_code in (200, 304) and not current_app.debug:
        response.cache_control.max_age = YEAR
        response.cache_control.public = True
        response.cache_control.immutable = True
    return response
