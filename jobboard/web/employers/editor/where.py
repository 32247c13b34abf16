"""Section "Where and when": work model, places, states, types of employment, hours, dates."""

from typing import Any

from wtforms import BooleanField, Form, SelectField

from jobboard.domain.postings.parts import Place, StateTag, TypeTag
from jobboard.domain.postings.terms import EmploymentType, Schedule, WorkModel
from jobboard.web.employers.editor.book import Book
from jobboard.web.employers.editor.fields import (
    DayField,
    LineField,
    ListChecks,
    TermChecks,
    TermField,
    TermRadios,
    WholeNumberField,
)
from jobboard.web.employers.editor.rows import RowForm, RowsField, WrongError

MOST_PLACES = 12


class PlaceRow(RowForm):
    counts = ("city",)
    city = LineField("City", 80)
    state = SelectField("State", validate_choice=False)


class WhereSection(Form):
    book: Book
    made: dict[str, Any]

    work_model = TermRadios("Work model", WorkModel)
    hybrid_days = WholeNumberField("Days on site each week", 1, 6)
    places = RowsField(PlaceRow, "Places of work", MOST_PLACES)
    all_states = BooleanField("All states")
    states = ListChecks("States a remote coder may live in")
    states_reason = LineField(
        "Why other states are out", 300, description="For example: “We run payroll in these states only.”"
    )
    types = TermChecks("Type of employment", EmploymentType)
    schedule = TermField("Schedule", Schedule, blank="Not said")
    hours_per_week = WholeNumberField("Hours a week", 1, 80)
    opens_on = DayField("Opens", description="Empty: as soon as it is approved.")
    closes_on = DayField("Closes", description="The last day a coder can apply. At most 120 days ahead.")

    def validate_types(self, field: TermChecks) -> None:
        self.made["types"] = [TypeTag(type=kind) for kind in dict.fromkeys(field.data or ())]

    def validate_states(self, field: ListChecks) -> None:
        known = [code for code in dict.fromkeys(field.data or ()) if code in self.book.states]
        self.made["states"] = [StateTag(state=code) for code in sorted(known)]

    def validate_places(self, field: RowsField) -> None:
        self.made["places"] = field.settle(self._place, key=lambda place: (place.city, place.state))

    def _place(self, row: PlaceRow) -> Place:
        state = row.state.data or ""
        if state not in self.book.states:
            raise WrongError("state", "Choose the state.")
        city = self.book.city(row.city.data or "", state)
        if city is None:
            raise WrongError(
                "city",
                f"We do not find this city in {self.book.states[state].name}. Check the spelling, or name the nearest larger one.",
            )
        return Place(city=city.name, state=state, lat=city.lat, lon=city.lon)
