"""Stopping letters: one press in a mail program (RFC 8058) or on the page behind the link. It works for ever, and twice."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.saving import KEEP_STOPPED
from jobboard.extensions import csrf, db
from jobboard.web.alerts import links
from jobboard.web.alerts.desk import desk
from jobboard.web.alerts.tokens import search_of

ONE_CLICK = ("List-Unsubscribe", "One-Click")
csrf.exempt(f"{__name__}.stop_letters")


@desk.get("/stop/<token>")
def stop(token: str) -> ResponseReturnValue:
    search = search_of(token, links.STOP)
    if search is None or not search.sends:
        return done(search)
    return render_template("alerts/stop.html", search=search, token=token)


@desk.post("/stop/<token>")
def stop_letters(token: str) -> ResponseReturnValue:
    """The token is the whole proof: mail programs carry no cookie and fill in no form of ours."""
    search = search_of(token, links.STOP, lock=True)
    stopped(search)
    if request.form.get(ONE_CLICK[0]) == ONE_CLICK[1]:
        return "Stopped.", 200, {"Content-Type": "text/plain; charset=utf-8"}
    return done(search)


def stopped(search: SavedSearch | None) -> None:
    """No more letters, whatever the search was before; nothing to do for one that is gone."""
    if search is not None and search.allows("stop"):
        db.session.add(search.stop(at=clock.now()))
        db.session.commit()


def done(search: SavedSearch | None) -> str:
    """Nothing comes any more, and how whoever did not mean it takes it back."""
    return render_template("alerts/stopped.html", search=search, keep_days=KEEP_STOPPED.days)
