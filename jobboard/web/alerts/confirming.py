"""A guest's address is confirmed by a button: programs open links too, and would confirm what nobody wants."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.finding import by_email
from jobboard.domain.accounts.user import User
from jobboard.domain.searches import finding
from jobboard.domain.searches.adopting import need_room, replace_same
from jobboard.domain.searches.lifecycle import State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.saving import CONFIRM_WITHIN
from jobboard.extensions import db
from jobboard.web.alerts import links
from jobboard.web.alerts.adopting import adopt_searches
from jobboard.web.alerts.desk import desk
from jobboard.web.alerts.tokens import Over, search_of


@desk.get("/confirmation/<token>")
def confirmation(token: str) -> ResponseReturnValue:
    return render_template("alerts/confirmation.html", search=waiting(token), token=token)


@desk.post("/confirmation/<token>")
def confirm(token: str) -> ResponseReturnValue:
    search = waiting(token)
    if search.state == State.WAITING:
        db.session.add(begin(search))
    way = url_for("searches.index") if search.owner_id or owner_of(search) else manage_path(search)
    db.session.commit()
    flash("Confirmed. You hear from us when something new appears.")
    return redirect(way)


def waiting(token: str) -> SavedSearch:
    """The guest's search of the token. Raises Over when its link works no longer; one confirmed already may be looked at."""
    search = search_of(token, links.CONFIRM)
    if search is None or search.state == State.STOPPED or search.saved_at + CONFIRM_WITHIN <= clock.now():
        raise Over
    return search


def begin(search: SavedSearch) -> object:
    """Letters begin; the address takes letters, for one was just read; an account of that address gets the search."""
    email, now, owner = search.address or "", clock.now(), owner_of(search)
    need_room(db.session, search, owner)
    line = search.confirm(at=now, change=finding.news(db.session, now).change)
    replace_same(db.session, search)
    finding.lift(db.session, email)
    if owner is not None:
        adopt_searches(owner)
    return line


def owner_of(search: SavedSearch) -> User | None:
    """Whose account has the address of a guest's search, once that account is confirmed itself."""
    person = by_email(db.session, search.address or "")
    return person if person and person.active and person.confirmed_at else None


def manage_path(search: SavedSearch) -> str:
    return url_for(".kept", token=links.token(links.MANAGE, search.id))
