"""The tracker's desk, for everybody who is signed in: each sees their own lists and nobody else's."""

from typing import Any

from flask import current_app, request

from jobboard.domain.accounts.finding import lock_user
from jobboard.extensions import db
from jobboard.web.door import Desk, me, signed_in_only

desk = Desk("tracking", __name__, door=signed_in_only, url_prefix="/me/procedures")

UPLOADS = {"tracking.add_entries"}
LARGEST_FILE = 1024 * 1024


@desk.url_value_preprocessor
def allow_for_a_file(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Twice the largest file, so that one somewhat too large is refused beside its box, with nothing else lost."""
    if endpoint in UPLOADS and request.method == "POST":
        request.max_content_length = 2 * LARGEST_FILE + current_app.config["MAX_CONTENT_LENGTH"]


@desk.before_request
def one_after_another() -> None:
    """What one person changes in their lists, in however many windows, happens one thing at a time."""
    if request.method == "POST":
        lock_user(db.session, me().id)
