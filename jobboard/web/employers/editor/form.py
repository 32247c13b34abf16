"""The whole form: seven sections in one, from an edition to its boxes and from sound boxes back to terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField

from jobboard.domain.postings.edition import SCALARS, Edition
from jobboard.domain.postings.terms import ApplyHow
from jobboard.web.employers.editor.book import Book, open_book
from jobboard.web.employers.editor.boxes import boxes
from jobboard.web.employers.editor.desk import DeskSection
from jobboard.web.employers.editor.fields import offered
from jobboard.web.employers.editor.hiring import HiringSection
from jobboard.web.employers.editor.job import JobSection
from jobboard.web.employers.editor.measure import MeasureSection
from jobboard.web.employers.editor.needs import NeedsSection
from jobboard.web.employers.editor.pay import PaySection
from jobboard.web.employers.editor.rows import RowsField
from jobboard.web.employers.editor.where import WhereSection


@dataclass(frozen=True)
class Section:
    """A part of the page: its anchor, its title, and the names of its terms in the order of the page."""

    anchor: str
    title: str
    terms: tuple[str, ...]


SECTIONS = (
    Section("the-job", "The job", ("title", "description", "seats", "requisition")),
    Section("the-desk", "The desk", ("settings", "specialties", "families", "duties")),
    Section("needs", "Requirements", ("credentials", "experience_months", "apprentices", "apprentice_conditions")),
    Section("where", "Where and when", (
        "work_model", "hybrid_days", "places", "all_states", "states", "states_reason", "types", "schedule", "hours_per_week",
        "opens_on", "closes_on",
    )),
    Section("pay", "Pay", ("pay_min", "pay_max", "pay_unit", "benefits", "other_benefits", "other_compensation", "bonus")),
    Section("measure", "How work is measured", (
        "target", "target_unit", "target_period", "target_encounter", "ramp_weeks", "accuracy_pct", "audit_method", "auditor", "tools",
    )),
    Section("hiring", "Hiring", ("response_days", "ai_use", "ai_note", "apply_how", "apply_url", "steps", "questions")),
)  # fmt: skip
NEVER_EMPTY = {"seats": 1, "apply_how": ApplyHow.HERE}


class EditorForm(
    JobSection, DeskSection, NeedsSection, WhereSection, PaySection, MeasureSection, HiringSection
):
    """Fields are named as the terms of an edition. `version` is the one that was opened."""

    version = HiddenField("Version")

    def __init__(
        self, book: Book, typed: MultiDict[str, str] | None = None, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(typed, data=data)
        self.book, self.made = book, {}
        self.specialties.choices = offered((slug, one.name) for slug, one in book.specialties.items())
        self.states.choices = offered((code, state.name) for code, state in book.states.items())
        self._name_states()

    def validate(self, extra_validators: Any = None) -> bool:
        self.made.clear()
        super().validate(extra_validators)
        self.settle_duties()
        self.settle_benefits()
        return not self.errors

    def terms(self) -> dict[str, Any]:
        """What was typed soundly, by term. A box with a mistake, and a box that was not sent, are left out."""
        scalars = {
            field.name: NEVER_EMPTY.get(field.name) if field.data is None else field.data
            for field in self
            if field.name in SCALARS
            and field.name != "benefits"
            and not field.errors
            and self._was_sent(field)
        }
        if "apply_url" in scalars:
            scalars["apply_url"] = scalars["apply_url"] or None
        lists = {name: parts for name, parts in self.made.items() if not self[name].errors}
        return scalars | lists

    def offer_rows(self) -> None:
        for field in self:
            if isinstance(field, RowsField) and field.name != "families":
                field.offer_a_row()
        self._name_states()

    def _was_sent(self, field: Any) -> bool:
        return bool(field.raw_data) or field.type == "BooleanField"

    def _name_states(self) -> None:
        states = offered([("", "State"), *((code, state.name) for code, state in self.book.states.items())])
        for place in self.places:
            place.form.state.choices = states


def as_typed(session: Session, edition: Edition, typed: MultiDict[str, str]) -> EditorForm:
    """The form of an edition as it was sent, checked."""
    slugs = [
        value for name, value in typed.items() if name.startswith("families-") and name.endswith("-slug")
    ]
    form = EditorForm(open_book(session, slugs, edition.credentials), typed)
    form.validate()
    return form


def opened(session: Session, edition: Edition) -> EditorForm:
    """The form as the edition fills it."""
    book = open_book(session, [tag.family.slug for tag in edition.families], edition.credentials)
    return EditorForm(book, data=boxes(edition))
