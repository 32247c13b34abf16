"""The shape of what people write about their lists and entries."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp

from jobboard import clock
from jobboard.domain.codes.finding import specialties
from jobboard.domain.codes.payment import locality_at
from jobboard.domain.errors import Invalid
from jobboard.domain.tracking.entry import MOST_TIMES
from jobboard.domain.tracking.finding import specialty_by_slug
from jobboard.domain.tracking.privacy import is_long_ago
from jobboard.domain.tracking.procedure_list import LONGEST_NAME, Settings, Site
from jobboard.extensions import db
from jobboard.web.typed import one_line, several_lines

NO_PATIENTS = "Never patient data: only codes, counts, dates and modifiers belong here."
NO_DATE = "Give a date, such as 2026-11-03."
SITES = [SelectChoice(site.value, site.label) for site in Site]


def is_a_known_zip(form: FlaskForm, field: StringField) -> None:
    if field.data and locality_at(db.session, field.data) is None:
        raise ValidationError("Medicare has no payment locality for this ZIP code.")


def is_a_day_to_keep(form: FlaskForm, field: DateField) -> None:
    """What is no day at all was said already."""
    today = clock.now().date()
    if field.data is None:
        return
    if field.data > today:
        raise ValidationError("This date is in the future.")
    if is_long_ago(field.data, today):
        raise ValidationError("This date is too long ago to be kept.")


class WhereForm(FlaskForm):  # type: ignore[misc]
    """Where the work is done and what it is compared with."""

    zip_code = StringField(
        "ZIP code of the practice",
        description="For payment where you work. Empty: the national payment.",
        filters=[one_line],
        validators=[Optional(), Regexp(r"[0-9]{5}\Z", message="A ZIP code has five digits."), is_a_known_zip],
        render_kw={"inputmode": "numeric", "autocomplete": "postal-code", "maxlength": 5},
    )
    site = SelectField(
        "Where it is done",
        choices=SITES,
        validators=[InputRequired("Choose one.")],
        default=Site.FACILITY.value,
    )
    specialty = SelectField("Compare with", default="")

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        known = [SelectChoice(one.slug, one.name) for one in specialties(db.session)]
        self.specialty.choices = [SelectChoice("", "No specialty"), *known]


class ListForm(WhereForm):
    name = StringField(
        "Name of the list",
        description=f"A team, a room, a month. {NO_PATIENTS}",
        filters=[one_line],
        validators=[
            InputRequired("Give the list a name."),
            Length(max=LONGEST_NAME, message=f"Keep the name within {LONGEST_NAME} characters."),
        ],
        render_kw={"autocomplete": "off", "maxlength": LONGEST_NAME},
    )

    def settings(self) -> Settings:
        """What the form says, once it is valid."""
        specialty = specialty_by_slug(db.session, self.specialty.data or "")
        id = specialty.id if specialty else None
        return Settings(self.name.data or "", self.zip_code.data or "", Site(self.site.data), id)

    def take(self, refusal: Invalid) -> None:
        for name, sentences in refusal.problems.items():
            self[name].errors = [*self[name].errors, *sentences]


class LookForm(WhereForm):
    """How the numbers are looked at: sent in the address, changes nothing, so it carries no token."""

    class Meta:
        csrf = False

    since = DateField("From", validators=[Optional()])
    until = DateField("To", validators=[Optional()])


class LinesForm(FlaskForm):  # type: ignore[misc]
    """Lines typed or pasted, or a file. `batch` names this sending, so that two presses are one."""

    batch = HiddenField()
    lines = TextAreaField(
        "Codes, a line each",
        filters=[several_lines],
        render_kw={"rows": 10, "spellcheck": "false", "autocapitalize": "characters", "autocomplete": "off"},
    )
    file = FileField("Or a CSV file")
    day = DateField("Date of lines without one", validators=[InputRequired(NO_DATE), is_a_day_to_keep])
    leave_out = BooleanField("Add the lines that can be read, and leave the others out")


class EntryForm(FlaskForm):  # type: ignore[misc]
    code = StringField(
        "Code",
        description="With its modifiers, such as 45378-53.",
        filters=[one_line],
        validators=[InputRequired("Give a code."), Length(max=40, message="This is longer than any code.")],
        render_kw={"autocomplete": "off", "maxlength": 40},
    )
    times = IntegerField(
        "Count",
        validators=[
            InputRequired("Give a count."),
            NumberRange(1, MOST_TIMES, message=f"A count is a whole number from 1 to {MOST_TIMES:,}."),
        ],
        render_kw={"inputmode": "numeric"},
    )
    day = DateField("Date", validators=[InputRequired(NO_DATE), is_a_day_to_keep])
