"""The page that takes a pasted list of codes. Nothing of it stands in an address before it is known to be codes alone."""

from collections.abc import Sequence
from dataclasses import replace

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import InputRequired

from jobboard import clock
from jobboard.domain.tracking.reading import Reading, Refused, read
from jobboard.extensions import db, limiter
from jobboard.search.understanding.code_list import TOO_MANY_RANGES, Line, as_typed, of_codes, of_ranges
from jobboard.search.understanding.known_codes import MOST_CODES
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.phrases import counted
from jobboard.web.typed import several_lines

MOST_LINES, LONGEST, MOST_NAMED = 1000, 60_000, 8
TOO_LONG = (
    f"A list has at most {MOST_LINES:,} lines and {LONGEST:,} characters. Send the codes that matter most."
)
NOTHING = "There is no code in the list that this board knows."


class CodeListForm(FlaskForm):  # type: ignore[misc]
    codes = TextAreaField(
        "Codes, with counts if you have them",
        filters=[several_lines],
        validators=[InputRequired("Paste a list of codes.")],
        render_kw={"rows": 12, "spellcheck": "false", "autocapitalize": "characters", "autocomplete": "off"},
    )


@desk.get("/jobs/code-list")
def code_list() -> ResponseReturnValue:
    return draw(CodeListForm(formdata=None))


@desk.post("/jobs/code-list")
@limiter.limit("120 per hour")
def search_code_list() -> ResponseReturnValue:
    form = CodeListForm()
    reading = what_is_said(form)
    lines, reading = with_ranges(form, reading) if reading else ([], None)
    if reading is None or not may_be_searched(form, reading, lines):
        return draw(form), 422
    codes, more = as_typed(lines)
    say_what_is_left_out(reading, more)
    return redirect(url_for(".results", q=codes))


def draw(form: CodeListForm) -> str:
    return render_template(
        "jobs/code_list.html", form=form, canonical=whole(url_for(".code_list")), most=MOST_CODES
    )


def what_is_said(form: CodeListForm) -> Reading | None:
    """What the lines say; None when there is nothing to read, and the form says why."""
    if not form.validate():
        return None
    text = form.codes.data or ""
    if len(text) > LONGEST or len(text.splitlines()) > MOST_LINES:
        form.codes.errors, form.codes.data = [TOO_LONG], ""
        return None
    today = clock.now().date()
    return read(db.session, text, day=today, today=today)


def with_ranges(form: CodeListForm, reading: Reading) -> tuple[list[Line], Reading]:
    """The codes, and the ranges among the lines that nothing else was made of; and what is still refused."""
    text = (form.codes.data or "").splitlines()
    wrong = {one.number: text[one.number - 1] for one in reading.refused}
    ranges, more = of_ranges(db.session, wrong, clock.now().date()) if wrong else ([], [])
    read = {line.number for line in ranges}
    refused = [
        Refused(one.number, TOO_MANY_RANGES if one.number in more else one.sentence)
        for one in reading.refused
        if one.number not in read
    ]
    return [*of_codes(reading.good), *ranges], replace(reading, refused=refused)


def may_be_searched(form: CodeListForm, reading: Reading, lines: Sequence[Line]) -> bool:
    """Patient data is refused, and not sent back; so is a list without a single code."""
    if reading.warnings:
        form.codes.errors, form.codes.data = (
            reading.warnings,
            without_patients(form.codes.data or "", reading),
        )
    elif not lines:
        form.codes.errors = [
            NOTHING,
            *(f"Line {one.number}: {one.sentence}" for one in reading.refused[:MOST_NAMED]),
        ]
    return not form.codes.errors


def without_patients(text: str, reading: Reading) -> str:
    if reading.columns:
        return ""
    return "\n".join(
        "" if number in reading.patient else line for number, line in enumerate(text.split("\n"), 1)
    )


def say_what_is_left_out(reading: Reading, more: int) -> None:
    if reading.refused:
        named = " ".join(f"Line {one.number}: {one.sentence}" for one in reading.refused[:MOST_NAMED])
        others = len(reading.refused) - MOST_NAMED
        flash(f"Left out: {named}" + (f" And {counted(others, 'other line')}." if others > 0 else ""), "wait")
    if more:
        flash(f"A search takes {MOST_CODES} codes; the other {more:,} are left out.", "wait")
