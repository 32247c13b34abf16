"""The desk of a person's saved searches, for everybody who is signed in."""

from flask import request

from jobboard.domain.accounts.finding import lock_user
from jobboard.extensions import db
from jobboard.web.door import Desk, me, signed_in_only

desk = Desk("searches", __name__, door=signed_in_only, url_prefix="/me/searches")


@desk.before_request
def one_after_another() -> None:
    """What one person changes in their searches, in however many windows, happens one thing at a time."""
    if request.method == "POST":
        lock_user(db.session, me().id)
