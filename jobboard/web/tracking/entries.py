"""The entries of a list, a page at a time: look, correct one, take one out."""

from math import ceil

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.entry import ProcedureEntry
from jobboard.domain.tracking.finding import Period
from jobboard.domain.tracking.procedure_list import ProcedureList
from jobboard.domain.tracking.reading import Good, read
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.jobs.paging import paged
from jobboard.web.tracking.desk import desk
from jobboard.web.tracking.forms import EntryForm

A_PAGE = 100


@desk.get("/<id:id>/entries")
def entries(id: str) -> ResponseReturnValue:
    kept = find(ProcedureList, id, to="see")
    number = finding.number_of_entries(db.session, id, Period())
    pages = max(1, ceil(number / A_PAGE))
    here = min(max(request.args.get("page", 1, int), 1), pages)
    found = finding.entries_of(db.session, id, Period(), limit=A_PAGE, offset=(here - 1) * A_PAGE)
    pagination = paged(here, pages, lambda page: url_for(".entries", id=id, page=page))
    return render_template("tracking/entries.html", kept=kept, entries=found, number=number, page=pagination)


@desk.get("/entries/<id:id>")
def entry(id: str) -> ResponseReturnValue:
    kept = find(ProcedureEntry, id, to="edit")
    return draw(kept, EntryForm(formdata=None, code=kept.written, times=kept.times, day=kept.done_on))


@desk.post("/entries/<id:id>")
def edit_entry(id: str) -> ResponseReturnValue:
    kept, form = find(ProcedureEntry, id, to="edit"), EntryForm()
    said = meant(form) if form.validate() else None
    if said is None:
        return draw(kept, form), 422
    list_id = kept.list_id  # after the commit another window may have taken the entry out
    db.session.add(kept.edit(said, by=me(), at=clock.now()))
    db.session.commit()
    flash("The entry is changed.")
    return redirect(url_for(".entries", id=list_id))


@desk.post("/entries/<id:id>/removal")
def remove_entry(id: str) -> ResponseReturnValue:
    kept = find(ProcedureEntry, id, to="remove")
    db.session.add(kept.remove(by=me(), at=clock.now()))
    list_id = kept.list_id
    db.session.delete(kept)
    db.session.commit()
    flash("The entry is taken out.")
    return redirect(url_for(".entries", id=list_id))


def meant(form: EntryForm) -> Good | None:
    """The entry the form describes, read by the same rules as a pasted line; None when the form says what is wrong."""
    text = f"code,count\n{form.code.data},{form.times.data}"
    day = form.day.data or clock.now().date()
    reading = read(db.session, text, day=day, today=clock.now().date())
    if reading.is_sound and len(reading.good) == 1:
        return reading.good[0]
    said = [*reading.warnings, *(one.sentence for one in reading.refused)]
    form.code.errors = said or ["Give one code."]
    return None


def draw(kept: ProcedureEntry, form: EntryForm) -> str:
    return render_template("tracking/entry.html", kept=kept, form=form)
