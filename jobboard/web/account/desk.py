"""The door to the board: signing up, in and out for everybody; under /account, what is a person's own."""

from flask import Response, request

from jobboard.web.door import Desk, me


def own_or_open() -> None:
    """Everything under /account is for whoever is signed in; the rest is the way there."""
    if f"{request.path}/".startswith("/account/"):
        me()


desk = Desk("account", __name__, door=own_or_open)


@desk.after_request
def keep_private(response: Response) -> Response:
    """Links with tokens leave no trace: not in caches, not in the address another site is told we came from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
