"""The searches a person keeps: all of them, a new one by one press, and the way back to each."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.searches import finding
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.saving import MOST_SEARCHES, save
from jobboard.extensions import db
from jobboard.search.engine import PAGE_SIZE
from jobboard.search.keeping import query_of
from jobboard.web.door import find, me
from jobboard.web.jobs import phrases
from jobboard.web.searches.asking import asked_by, found
from jobboard.web.searches.desk import desk


@desk.get("")
def index() -> ResponseReturnValue:
    kept = finding.of_owner(db.session, me().id)
    return render_template(
        "searches/index.html",
        kept=kept,
        new=news_of(kept),
        refused=finding.suppressed(db.session, me().email),
        most=MOST_SEARCHES,
    )


@desk.post("")
def keep() -> ResponseReturnValue:
    """One press on the results: kept under its own words, with a letter every morning, until its owner says otherwise."""
    asked = asked_by(request.form.get("asked", ""))
    kept = finding.kept_already(db.session, me().id, asked.kept)
    if kept is None:
        wish = asked.wish(Rhythm.DAILY, home_zone() or asked.zone)
        kept, line = save(wish, by=me(), at=clock.now(), held=held(), change=newest_change())
        db.session.add_all([kept, line])
    id = kept.id
    db.session.commit()
    flash("Saved. Say here how often emails come.")
    return redirect(url_for(".edit", id=id))


@desk.post("/<id:id>/opening")
def open(id: str) -> ResponseReturnValue:
    """To the jobs of the search; what counts as new begins now."""
    kept = find(SavedSearch, id, to="open")
    kept.open(at=clock.now())
    path = query_of(kept.asked).url(url_for("jobs.results"))
    db.session.commit()
    return redirect(path)


def news_of(kept: Sequence[SavedSearch]) -> dict[str, str]:
    """Search id -> '3 new jobs' since its owner last looked, of the newest twenty; empty when there are none."""
    newest = {search.id: found(query_of(search.asked).but(sort="newest")).ids for search in kept}
    listed = finding.first_listed(db.session, {id for ids in newest.values() for id in ids})
    many = {one.id: sum(listed[id] > one.seen_at for id in newest[one.id] if id in listed) for one in kept}
    return {id: said(count) if count else "" for id, count in many.items()}


def said(count: int) -> str:
    return f"{PAGE_SIZE} or more new jobs" if count == PAGE_SIZE else phrases.counted(count, "new job")


def held() -> int:
    return len(finding.of_owner(db.session, me().id))


def home_zone() -> str:
    """The zone this person chose last, if ever."""
    return next((search.timezone for search in finding.of_owner(db.session, me().id)), "")


def newest_change() -> int:
    return finding.news(db.session, clock.now()).change
