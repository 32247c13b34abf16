"""A guest's address is confirmed by a button: programs open links too, and would confirm what nobody wants."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.finding import by_email
from jobboard.domain.errors import NotNow
from jobboard.domain.searches import finding
from jobboard.domain.searches.lifecycle import State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.saving import CONFIRM_WITHIN, MOST_SEARCHES
from jobboard.extensions import db
from jobboard.web.alerts import links
from jobboard.web.alerts.desk import desk
from jobboard.web.alerts.tokens import over, search_of

FULL = f"This address has {MOST_SEARCHES} saved searches, which is the most. Stop one of them first."


@desk.get("/confirmation/<token>")
def confirmation(token: str) -> ResponseReturnValue:
    search = waiting(token)
    if search is None:
        return over()
    return render_template("alerts/confirmation.html", search=search, token=token)


@desk.post("/confirmation/<token>")
def confirm(token: str) -> ResponseReturnValue:
    search = waiting(token)
    if search is None:
        return over()
    if search.state == State.WAITING:
        db.session.add(begin(search))
    way = url_for("searches.index") if search.owner_id else manage_path(search)
    db.session.commit()
    flash("Confirmed. You hear from us when something new appears.")
    return redirect(way)


def waiting(token: str) -> SavedSearch | None:
    """The guest's search of the token, while its link works. One that was confirmed already may be looked at again."""
    search = search_of(token, links.CONFIRM)
    if search is None or search.state == State.STOPPED or search.saved_at + CONFIRM_WITHIN <= clock.now():
        return None
    return search


def begin(search: SavedSearch) -> object:
    """Letters begin; the address takes letters, for one was just read; an account of that address gets the search."""
    email, now = search.address or "", clock.now()
    if len(finding.of_address(db.session, email, State.ACTIVE)) >= MOST_SEARCHES:
        raise NotNow(FULL)
    line = search.confirm(at=now, change=finding.news(db.session, now).change)
    finding.replace_same(db.session, search)
    finding.lift(db.session, email)
    owner = by_email(db.session, email)
    if owner is not None and owner.active and owner.confirmed_at is not None:
        finding.adopt(db.session, owner)
    return line


def manage_path(search: SavedSearch) -> str:
    return url_for(".kept", token=links.token(links.MANAGE, search.id))
