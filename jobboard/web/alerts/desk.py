"""The desk behind the links we mail, open to whoever holds one: opening a link changes nothing, the buttons do."""

from flask import Response

from jobboard.web.door import Desk, open_to_all

desk = Desk("alerts", __name__, door=open_to_all, url_prefix="/alerts")


@desk.after_request
def keep_private(response: Response) -> Response:
    """Links with tokens leave no trace: not in caches, not in the address another site is told we came from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
