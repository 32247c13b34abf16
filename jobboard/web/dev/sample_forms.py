"""A form with a field of every kind: as it opens, and as it comes back with everything wrong."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    FileField,
    Form,
    FormField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired

SIDES = [("professional", "Professional", "Pro"), ("facility", "Facility", "Facility")]
ENCOUNTERS = [(name.lower(), name, name) for name in ("Inpatient", "Emergency", "Clinic")]
CELLS = [f"{side}-{encounter}" for side, *_ in SIDES for encounter, *_ in ENCOUNTERS]
STATES = ["CO", "FL", "GA", "IN", "KY", "MI", "NC", "OH", "PA", "TN", "TX", "WI"]
FILLED_IN = {
    "title": "Colorectal surgery coder",
    "model": "hybrid",
    "settings": ["asc"],
    "states": ["IN", "OH"],
    "cells": ["professional-inpatient"],
    "steps": [{"label": "Coding test", "minutes": 60}, {}],
}


class StepRow(Form):
    label = StringField("Step")
    minutes = IntegerField("Minutes")


class SampleForm(FlaskForm):  # type: ignore[misc]
    title = StringField(
        "Title", [DataRequired()], description="As a coder would say it: the work, then the setting."
    )
    pay_min = IntegerField("Pay from", [DataRequired()])
    pay_max = IntegerField("Pay to", [DataRequired()])
    unit = SelectField("Paid per", choices={"hour": "hour", "year": "year", "chart": "chart"})
    closes = DateField("Closing date", [DataRequired()], description="The last day people can apply.")
    model = RadioField(
        "Work model",
        [DataRequired()],
        choices={"onsite": "Onsite", "hybrid": "Hybrid", "remote": "Remote"},
    )
    settings = SelectMultipleField(
        "Settings",
        choices={"inpatient": "Inpatient", "asc": "Ambulatory surgery center", "clinic": "Clinic E/M"},
    )
    description = TextAreaField(
        "Description", [DataRequired()], description="Markdown. Never put patient data here."
    )
    resume = FileField(
        "Resume", [DataRequired()], description="PDF or DOCX, 5 MB at most. Never attach charts."
    )
    password = PasswordField("Password", [DataRequired()], description="At least 15 characters.")
    terms = BooleanField("Send me a letter when the employer answers")
    states = SelectMultipleField(
        "States a remote coder may live in", choices=dict(zip(STATES, STATES, strict=True))
    )
    cells = SelectMultipleField("Settings of the desk", choices=dict(zip(CELLS, CELLS, strict=True)))
    steps = FieldList(FormField(StepRow), "Steps of hiring", min_entries=2, max_entries=4)


def shown() -> dict[str, Any]:
    """One form as it opens, one that came back with everything wrong, and what their tables are made of."""
    fresh = SampleForm(
        formdata=None,
        prefix="fresh-",
        data=FILLED_IN,
    )
    wrong = SampleForm(formdata=None, prefix="wrong-")
    wrong.title.errors = ["Give the posting a title."]
    wrong.pay_max.errors = ["$34,000 an hour: did you mean per year?"]
    wrong.model.errors = ["Say where the work is done."]
    wrong.description.errors = ["Describe the work in at least a few sentences."]
    wrong.terms.errors = ["Tick this to go on."]
    wrong.states.errors = ["Choose the states, or any state."]
    wrong.cells.errors = ["Choose at least one."]
    wrong.steps.errors = ["This list is not saved yet: look at the marked rows."]
    wrong.steps[0].form.minutes.errors = ["Write a whole number from 1 to 480."]
    return {"form": fresh, "wrong": wrong, "sides": SIDES, "encounters": ENCOUNTERS}
