"""The door to the board: signing up, in and out for everybody, and a person's own account for whoever is signed in."""

from flask import Response

from jobboard.web.door import Desk, open_to_all, signed_in

entrance = Desk("account", __name__, door=open_to_all)
own = Desk("settings", __name__, url_prefix="/account", door=signed_in)


@entrance.after_request
@own.after_request
def keep_private(response: Response) -> Response:
    """Links with tokens leave no trace: not in caches, not in the address another site is told we came from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
