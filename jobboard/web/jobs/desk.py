"""The public desk: what anyone may read, search engines too. Who keeps a page for strangers asks each time if it stands."""

from flask import Response, current_app, request, session

from jobboard.web.door import Desk, open_to_all, someone
from jobboard.web.strangers import will_be_kept

desk = Desk("jobs", __name__, door=open_to_all)
# A browser that shows what it kept without asking would show a job that was closed a moment ago; to ask costs a 304.
KEPT = "public, no-cache"


@desk.after_request
def keep(response: Response) -> Response:
    """Pages without a person in them may be kept on the way, and answer 304 while unchanged.

    Whoever carries a session cookie may have a message waiting in the page, so theirs is kept by nobody; nor is a page
    with a form that is sent back, which begins a session.
    """
    if request.method not in ("GET", "HEAD") or response.status_code not in (200, 410):
        return response
    if someone() or session.modified or current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        response.headers["Cache-Control"] = "no-store"
        return response
    response.headers["Cache-Control"] = KEPT
    if response.status_code == 200:
        response.add_etag()
        if not will_be_kept():  # then whoever has it already is told so at the end
            response.make_conditional(request)
    return response
