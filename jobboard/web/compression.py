"""Public pages and the site's own files travel compressed. A page made for one person never does: it holds a token that
must not be measured by its length."""

import gzip
from functools import lru_cache

from flask import Flask, Response, request
from werkzeug.wsgi import FileWrapper

from jobboard.web.files import ENDPOINTS
from jobboard.web.headers import varies

SHORTEST = 1024  # below this it gains nothing
TEXTS = {
    "text/html",
    "text/css",
    "text/javascript",
    "image/svg+xml",
    "application/json",
    "application/feed+json",
    "application/xml",
    "application/atom+xml",
}


def compress(app: Flask) -> None:
    app.after_request(shorten)


def shorten(response: Response) -> Response:
    if not is_for_everybody(response):
        return response
    varies(response, "Accept-Encoding")
    if request.accept_encodings.quality("gzip") <= 0 or "Range" in request.headers:
        return response
    whole = read(response)
    if len(whole) < SHORTEST:
        return response
    response.set_data(pressed(whole, 9 if request.endpoint in ENDPOINTS else 6))
    response.headers["Content-Encoding"] = "gzip"
    response.headers.pop("Accept-Ranges", None)
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)
    return response


def read(response: Response) -> bytes:
    """The whole body; the file it came from is not left open until the answer is gone."""
    source = response.response
    response.direct_passthrough = False
    whole = response.get_data()
    if isinstance(source, FileWrapper):
        source.close()
    return whole


def is_for_everybody(response: Response) -> bool:
    """Text that says the same to all: marked as public, and no cookie comes with it."""
    return (
        request.method in ("GET", "HEAD")  # who asks for the head alone is told what all of it would be
        and response.status_code in (200, 410)
        and response.mimetype in TEXTS
        and bool(response.cache_control.public)
        and "Set-Cookie" not in response.headers
        and "Content-Encoding" not in response.headers
    )


@lru_cache(maxsize=128)
def pressed(whole: bytes, level: int) -> bytes:
    """The site's own files are few and change with a release; a kept page is asked for again and again."""
    return gzip.compress(whole, level, mtime=0)
