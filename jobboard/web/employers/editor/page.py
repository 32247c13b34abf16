"""The page the editor stands on: the form as opened or as typed, the margin beside it."""

from datetime import datetime
from typing import Any

from flask import render_template

from jobboard import clock
from jobboard.domain.applications.finding import count_of_posting
from jobboard.domain.postings.dates import start_of_day
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.requirements import problems
from jobboard.domain.postings.terms import Encounter, FeeSide
from jobboard.extensions import db
from jobboard.web.employers.editor.buttons import Pressed
from jobboard.web.employers.editor.desk import cell
from jobboard.web.employers.editor.form import SECTIONS, EditorForm
from jobboard.web.employers.editor.linter import margin
from jobboard.web.employers.editor.measure import KNOWN_TOOLS
from jobboard.web.employers.editor.saving import Outcome
from jobboard.web.ui import day, moment

SAVED, NOTHING = Outcome(), Pressed()


def editor_page(
    posting: Posting,
    form: EditorForm,
    *,
    outcome: Outcome = SAVED,
    pressed: Pressed = NOTHING,
    marked: bool = False,
) -> str:
    """`form` is drawn with a blank row in each list and with the version that is kept now."""
    form.offer_rows()
    form.version.data = str(posting.edition.version)
    return render_template(
        "employers/edit.html",
        posting=posting,
        form=form,
        sections={part.anchor: part.title for part in SECTIONS},
        margin=margin(posting, clock.now(), form.errors),
        outcome=outcome,
        theirs=[form[name].label.text for name in outcome.theirs],
        pressed=pressed,
        families=picker_rows(form),
        sides=list(FeeSide),
        encounters=list(Encounter),
        cell=cell,
        known_tools=KNOWN_TOOLS,
        credentials=list(form.book.credentials.values()),
        chosen_names=", ".join(
            form.book.specialties[slug].name
            for slug in form.specialties.data or ()
            if slug in form.book.specialties
        ),
        marked=marked,
        saved=saved_text(posting),
        locked=count_of_posting(db.session, posting.id) > 0,
    )


def picker_rows(form: EditorForm) -> list[dict[str, Any]]:
    """The rows of the tag picker, from what stands in the form."""
    return [picker_row(form, entry.form) for entry in form.families if entry.form.is_typed]


def picker_row(form: EditorForm, row: Any) -> dict[str, Any]:
    family = form.book.families.get(row.slug.data or "")
    said = [sentence for field in row for sentence in field.errors]
    return {
        "slug": row.slug.data,
        "label": family.label if family else row.slug.data,
        "set_label": family.set_label if family else "",
        "span": family.span if family else "",
        "need": row.need.data.value if row.need.data else "required",
        "share": row.share._value(),
        "error": " ".join(said),
    }


def mark_missing(form: EditorForm, posting: Posting, now: datetime) -> None:
    """Put what stops sending beside its box, as if it had been typed wrong."""
    found = problems(posting.edition, today=start_of_day(now, posting.employer.timezone))
    for term, sentences in found.items():
        if term == "duties":
            form.duties.form.form_errors.extend(sentences)
        else:
            form[term].errors = [*form[term].errors, *sentences]


def saved_text(posting: Posting) -> str:
    """'Saved 10:42 AM EST' for today, the day otherwise, as the employer's clock says."""
    zone = posting.employer.timezone
    at, today = start_of_day(posting.edition.saved_at, zone), start_of_day(clock.now(), zone)
    said = moment(posting.edition.saved_at, zone).split(", ")[2]
    return f"Saved {said}" if at == today else f"Saved {day(posting.edition.saved_at, zone)}"
