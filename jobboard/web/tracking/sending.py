"""Adding to a list: lines typed or pasted, or a file. All of it is kept, or nothing until the person says what to leave out."""

import re

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from jobboard import clock
from jobboard.domain.base import ALPHABET, ID_LENGTH, new_id
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.entry import add
from jobboard.domain.tracking.procedure_list import ProcedureList
from jobboard.domain.tracking.reading import Reading, read
from jobboard.extensions import db, limiter
from jobboard.web.door import find, me
from jobboard.web.errors import page
from jobboard.web.tracking.desk import desk
from jobboard.web.tracking.forms import LinesForm
from jobboard.web.tracking.upload import TOO_LARGE, Unreadable, text_of

MOST_LINES = 2000
# A longer file would keep everybody else from writing for more than a moment.
MOST_FILE_LINES = 5000
EMPTY = "Write a line, or choose a file."
BOTH = "Send the lines or a file, not both at once."
TOO_MANY = f"At most {MOST_LINES:,} lines can be pasted at once. Send them in parts, or as a file."
TOO_LONG = f"A file has at most {MOST_FILE_LINES:,} lines. Send it in parts."
ALREADY = "These lines are in the list already: they were sent a moment ago."
BATCH = re.compile(f"[{ALPHABET}]{{{ID_LENGTH}}}")


@desk.get("/<id:id>/lines")
def lines(id: str) -> ResponseReturnValue:
    kept = find(ProcedureList, id, to="add_entries")
    return draw(kept, LinesForm(formdata=None, batch=new_id(), day=clock.now().date()))


@desk.post("/<id:id>/lines")
@limiter.limit("240 per hour", key_func=lambda: me().id)
def add_entries(id: str) -> ResponseReturnValue:
    kept, form = find(ProcedureList, id, to="add_entries"), LinesForm()
    reading = what_is_said(form)
    if reading is None or not may_be_kept(form, reading):
        return draw(kept, form, reading), 422
    return keep(kept, form, reading)


def what_is_said(form: LinesForm) -> Reading | None:
    """What the lines or the file say; None when they cannot be read at all, and the form says why."""
    file = form.file.data if isinstance(form.file.data, FileStorage) and form.file.data.filename else None
    if not form.validate():
        return None
    try:
        text = text_of(file) if file else form.lines.data or ""
    except Unreadable as refusal:
        form.file.errors = [str(refusal)]
        return None
    if wrong := wrong_length(form.lines.data or "", file, text):
        (form.file if file else form.lines).errors = [wrong]
        return None
    today = clock.now().date()
    reading = read(db.session, text, day=form.day.data or today, today=today)
    if file and not reading.is_sound and len(text.splitlines()) <= MOST_LINES:
        form.lines.data = without_patients(text, reading)
    return reading


def wrong_length(typed: str, file: FileStorage | None, text: str) -> str | None:
    if file and typed:
        return BOTH
    if not text.strip():
        return EMPTY
    if len(text.splitlines()) > (MOST_FILE_LINES if file else MOST_LINES):
        return TOO_LONG if file else TOO_MANY
    return None


def without_patients(text: str, reading: Reading) -> str:
    """A refused file's lines for the box, to be mended there; what looks like patient data is not sent back."""
    if reading.columns:
        return ""
    rows = text.lstrip("\ufeff").splitlines()
    return "\n".join("" if number in reading.patient else row for number, row in enumerate(rows, 1))


def may_be_kept(form: LinesForm, reading: Reading) -> bool:
    return bool(reading.good) and (reading.is_sound or bool(form.leave_out.data))


def keep(kept: ProcedureList, form: LinesForm, reading: Reading) -> ResponseReturnValue:
    """Write the entries down, once however often the button is pressed."""
    sent = form.batch.data or ""
    batch = sent if BATCH.fullmatch(sent) else new_id()
    list_id = kept.id  # after the commit another window may have deleted the list
    if finding.has_batch(db.session, list_id, batch):
        flash(ALREADY, "wait")
        return redirect(url_for(".show", id=list_id))
    held = finding.count_of(db.session, me().id)
    entries, line = add(kept, reading.good, batch=batch, held=held, by=me(), at=clock.now())
    db.session.add_all([*entries, line])
    db.session.commit()
    times = sum(one.times for one in reading.good)
    flash(f"Added: {len(entries):,} {'entry' if len(entries) == 1 else 'entries'}, {times:,} in all.")
    return redirect(url_for(".show", id=list_id))


def draw(kept: ProcedureList, form: LinesForm, reading: Reading | None = None) -> str:
    return render_template("tracking/lines.html", kept=kept, form=form, reading=reading)


@desk.errorhandler(413)
def far_too_large(error: RequestEntityTooLarge) -> ResponseReturnValue:
    return page(413, TOO_LARGE)
