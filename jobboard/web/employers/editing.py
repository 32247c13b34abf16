"""The editor: open it, save what is typed (by button or while typing), press the buttons inside it."""

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm.exc import StaleDataError

from jobboard import clock
from jobboard.domain.applications.finding import count_of_posting
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from jobboard.web.door import find
from jobboard.web.employers.desk import desk
from jobboard.web.employers.editor.buttons import Pressed, press
from jobboard.web.employers.editor.form import EditorForm, as_typed, opened
from jobboard.web.employers.editor.linter import margin
from jobboard.web.employers.editor.page import editor_page, mark_missing, saved_text
from jobboard.web.employers.editor.saving import Outcome, changes, save
from jobboard.web.employers.editor.typed import typed

SENT = "This posting is no longer open for editing: it was sent, closed or taken back meanwhile. What you typed is below."
COLLISION = "A colleague saved this posting while you were writing. Nothing of yours is lost, nothing of theirs is overwritten."


@desk.get("/postings/<id:id>/edit")
def edit(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="edit")
    if not posting.is_editable:
        flash("This posting is not open for editing now.", "wait")
        return redirect(url_for(".posting", id=id))
    form = opened(db.session, posting.edition)
    marked = "marked" in request.args
    if marked:
        mark_missing(form, posting, clock.now())
    return editor_page(posting, form, marked=marked)


@desk.post("/postings/<id:id>/edit")
def write(id: str) -> ResponseReturnValue:
    posting, fields = find(Posting, id, to="edit"), typed(request.form)
    pressed = press(fields, db.session)
    form = as_typed(db.session, posting.edition, fields)
    outcome = keep(posting, form)
    db.session.commit()
    if is_autosave():
        return told(id, form, outcome)
    return after_writing(id, form, outcome, pressed)


def is_autosave() -> bool:
    return request.headers.get("X-Requested-With") == "autosave"


def keep(posting: Posting, form: EditorForm) -> Outcome:
    """Save, and let the database have the last word when two people save in the same instant."""
    locked = count_of_posting(db.session, posting.id) > 0
    try:
        outcome = save(form, posting, at=clock.now(), questions_locked=locked)
        db.session.flush()
    except StaleDataError:
        db.session.rollback()
        theirs = find(Posting, posting.id, to="edit").edition
        return Outcome(saved=False, theirs=tuple(changes(form.terms(), theirs)))
    return outcome


def told(id: str, form: EditorForm, outcome: Outcome) -> ResponseReturnValue:
    """What the page learns after a save while typing."""
    posting = find(Posting, id, to="edit")
    if not outcome.saved:
        return jsonify(message=SENT if outcome.sent else COLLISION + " Press Save to see both."), 409
    said = margin(posting, clock.now(), form.errors)
    unread = [form[name].label.text for name in form.errors]
    return jsonify(
        message=f"Saved, except: {', '.join(unread)}" if unread else saved_text(posting),
        saved_at=posting.edition.saved_at.isoformat(), version=posting.edition.version,
        fields={"version": str(posting.edition.version)}, wrong=form.errors,
        problems=[[one.anchor, one.sentence] for one in said.missing],
        flags=[[one.anchor, one.phrase, one.reason] for one in said.wordings],
        swap={part: render_template(f"employers/editor/_{part}.html", margin=said) for part in ("margin", "left")},
    )  # fmt: skip


def after_writing(id: str, form: EditorForm, outcome: Outcome, pressed: Pressed) -> ResponseReturnValue:
    posting = find(Posting, id, to="edit")
    if not outcome.saved:
        return editor_page(posting, form, outcome=outcome, pressed=pressed), 409
    if form.errors or pressed.choices or pressed.sentence:
        return editor_page(posting, form, outcome=outcome, pressed=pressed), 422 if form.errors else 200
    if request.form.get("then") == "preview":
        return redirect(url_for(".preview", id=id))
    if not pressed.anchor:
        flash("Saved.")
    return redirect(url_for(".edit", id=id, _anchor=pressed.anchor or None))
