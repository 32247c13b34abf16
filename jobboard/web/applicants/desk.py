"""The coder's desk: applying, and what became of it."""

from typing import Any

from flask import current_app, request

from jobboard.web.door import Desk, coders_only

desk = Desk("applicants", __name__, door=coders_only, url_prefix="/me")

UPLOADS = {"applicants.send"}


@desk.url_value_preprocessor
def allow_for_a_file(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Where a resume is sent, the body may be larger than anywhere else; asked before anything reads the body.

    Twice a resume's size: a file that is somewhat too large is refused beside its field, with nothing of the rest lost.
    """
    if endpoint in UPLOADS and request.method == "POST":
        usual = current_app.config["MAX_CONTENT_LENGTH"]
        request.max_content_length = 2 * current_app.config["RESUME_MAX_BYTES"] + usual
