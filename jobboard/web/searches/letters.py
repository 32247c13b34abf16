"""One saved search: its name, how often letters come, and its end."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.errors import Invalid
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.extensions import db
from jobboard.search.keeping import query_of
from jobboard.search.reading import understand
from jobboard.web.door import find
from jobboard.web.jobs.matched import one_code
from jobboard.web.searches.desk import desk
from jobboard.web.searches.forms import SearchForm
from jobboard.web.searches.kept import newest_change


@desk.get("/<id:id>")
def edit(id: str) -> ResponseReturnValue:
    kept = find(SavedSearch, id, to="edit")
    said = {"name": kept.name, "rhythm": kept.rhythm.value, "zone": kept.timezone}
    return draw(SearchForm(formdata=None, **said), kept)


@desk.post("/<id:id>")
def edit_search(id: str) -> ResponseReturnValue:
    kept, form = find(SavedSearch, id, to="edit"), SearchForm()
    if not (form.validate() and written(form, kept)):
        return draw(form, kept), 422
    db.session.commit()
    flash("Saved.")
    return redirect(url_for(".index"))


@desk.post("/<id:id>/pause")
def stop(id: str) -> ResponseReturnValue:
    kept = find(SavedSearch, id, to="stop")
    db.session.add(kept.stop(at=clock.now()))
    db.session.commit()
    flash("Paused: no emails come for this search until you resume it.")
    return redirect(url_for(".index"))


@desk.post("/<id:id>/resumption")
def resume(id: str) -> ResponseReturnValue:
    kept = find(SavedSearch, id, to="resume")
    db.session.add(kept.resume(at=clock.now(), change=newest_change()))
    db.session.commit()
    flash("Emails come again, about what is published from now on.")
    return redirect(url_for(".index"))


@desk.post("/<id:id>/deletion")
def delete(id: str) -> ResponseReturnValue:
    kept = find(SavedSearch, id, to="delete")
    db.session.add(kept.line("delete", at=clock.now()))
    db.session.delete(kept)
    db.session.commit()
    flash("Deleted, with the record of what was sent for it.")
    return redirect(url_for(".index"))


def written(form: SearchForm, kept: SavedSearch) -> bool:
    """Write what the form says; the caller commits. False when it will not do, and the form says why."""
    rhythm, zone = Rhythm(form.text("rhythm")), form.text("zone")
    try:
        line = kept.edit(form.text("name"), rhythm, zone, at=clock.now(), change=newest_change())
    except Invalid as refusal:
        form.take(refusal)
        return False
    db.session.add(line)
    return True


def draw(form: SearchForm, kept: SavedSearch) -> str:
    query = query_of(kept.asked)
    path, code = (
        query.url(url_for("jobs.results")),
        one_code(understand(db.session, query, clock.now().date())),
    )
    return render_template("searches/edit.html", form=form, kept=kept, path=path, code=code)
