"""The lists themselves: all of a person's, a new one, its name and settings, its end."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.errors import Invalid
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.procedure_list import ProcedureList, Site, begin
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.tracking.desk import desk
from jobboard.web.tracking.forms import ListForm
from jobboard.web.tracking.totals import overview

TAKEN = "You have a list of this name already."


@desk.get("")
def index() -> ResponseReturnValue:
    return render_template("tracking/index.html", **overview(db.session, me().id))


@desk.get("/new")
def new() -> ResponseReturnValue:
    return draw(ListForm(formdata=None, site=Site.FACILITY.value))


@desk.post("")
def begin_list() -> ResponseReturnValue:
    form = ListForm()
    begun = written(form, None) if form.validate() else None
    if begun is None:
        return draw(form), 422
    db.session.commit()
    flash("The list is ready. Add what you have done.")
    return redirect(url_for(".lines", id=begun.id))


@desk.get("/<id:id>/edit")
def edit(id: str) -> ResponseReturnValue:
    kept = find(ProcedureList, id, to="edit")
    specialty = finding.specialty_by_id(db.session, kept.specialty_id)
    said = {"name": kept.name, "zip_code": kept.zip_code, "site": kept.site.value}
    return draw(ListForm(formdata=None, **said, specialty=specialty.slug if specialty else ""), kept)


@desk.post("/<id:id>/edit")
def edit_list(id: str) -> ResponseReturnValue:
    kept, form = find(ProcedureList, id, to="edit"), ListForm()
    if not (form.validate() and written(form, kept)):
        return draw(form, kept), 422
    db.session.commit()
    flash("Saved.")
    return redirect(url_for(".show", id=id))


@desk.get("/<id:id>/deletion")
def deletion(id: str) -> ResponseReturnValue:
    kept = find(ProcedureList, id, to="delete")
    entries = finding.number_of_entries(db.session, id, finding.Period())
    return render_template("tracking/deletion.html", kept=kept, entries=entries)


@desk.post("/<id:id>/deletion")
def delete_list(id: str) -> ResponseReturnValue:
    kept = find(ProcedureList, id, to="delete")
    db.session.add(kept.line("delete", by=me(), at=clock.now()))
    finding.clear(db.session, kept)
    db.session.delete(kept)
    db.session.commit()
    flash("The list and everything in it is deleted.")
    return redirect(url_for(".index"))


def written(form: ListForm, kept: ProcedureList | None) -> ProcedureList | None:
    """Write what the form says, to a new list when there is none; the caller commits. None: the form says why not."""
    said = form.settings()
    if finding.name_is_taken(db.session, me().id, said.name, but=kept.id if kept else None):
        form.take(Invalid({"name": [TAKEN]}))
        return None
    try:
        if kept is None:
            held = len(finding.lists_of(db.session, me().id))
            kept, line = begin(said, by=me(), at=clock.now(), held=held)
            db.session.add(kept)
        else:
            line = kept.edit(said, by=me(), at=clock.now())
    except Invalid as refusal:
        form.take(refusal)
        return None
    db.session.add(line)
    return kept


def draw(form: ListForm, kept: ProcedureList | None = None) -> str:
    return render_template("tracking/list_form.html", form=form, kept=kept)
