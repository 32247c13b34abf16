"""What somebody without an account is written to about, behind the signed link of each letter."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.errors import NotThere
from jobboard.domain.searches import finding
from jobboard.domain.searches.adopting import need_room
from jobboard.domain.searches.lifecycle import Rhythm, State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.extensions import db
from jobboard.search.keeping import query_of
from jobboard.web.alerts import links
from jobboard.web.alerts.desk import desk
from jobboard.web.alerts.tokens import Over, search_of
from jobboard.web.searches.forms import RHYTHMS


@desk.get("/kept/<token>")
def kept(token: str) -> ResponseReturnValue:
    theirs = all_of(guests_own(token))
    ways = {one.id: query_of(one.asked).url(url_for("jobs.results")) for one in theirs}
    return render_template("alerts/kept.html", kept=theirs, ways=ways, token=token, rhythms=RHYTHMS)


@desk.post("/kept/<token>")
def change(token: str) -> ResponseReturnValue:
    flash(changed(one_of(guests_own(token), request.form.get("search", "")), request.form.get("rhythm", "")))
    db.session.commit()
    return redirect(url_for(".kept", token=token))


def guests_own(token: str) -> SavedSearch:
    """The search the link came with. Raises Over when it is gone or an account's by now: that one is changed there."""
    search = search_of(token, links.MANAGE)
    if search is None or search.address is None:
        raise Over(account=search is not None)
    return search


def all_of(search: SavedSearch) -> list[SavedSearch]:
    """The confirmed searches of the same address."""
    return list(finding.of_address(db.session, search.address or "", State.ACTIVE, State.STOPPED))


def one_of(search: SavedSearch, id: str) -> SavedSearch:
    found = next((one for one in all_of(search) if one.id == id), None)
    if found is None:
        raise NotThere
    return found


def changed(search: SavedSearch, wanted: str) -> str:
    """Say the verb that brings the search to the rhythm that was chosen; what was done, in words."""
    now = clock.now()
    if wanted not in set(Rhythm):
        raise NotThere
    if wanted == Rhythm.NONE:
        if search.state == State.ACTIVE:
            db.session.add(search.stop(at=now))
        return "Stopped: no more emails come for this search."
    if search.state == State.STOPPED:
        need_room(db.session, search)
    board = finding.news(db.session, now)
    db.session.add(search.edit(search.name, Rhythm(wanted), search.timezone, at=now, change=board.change))
    if search.state == State.STOPPED:
        db.session.add(search.resume(at=now, change=board.change))
    return "Saved."
