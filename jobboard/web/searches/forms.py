"""What people write about a saved search, and where letters go for those without an account."""

from typing import Any

from wtforms import HiddenField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired

from jobboard.domain.errors import Invalid
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.mornings import ZONES
from jobboard.domain.searches.wish import LONGEST_NAME
from jobboard.web.account.forms import AccountForm, choice, email_field
from jobboard.web.typed import one_line

RHYTHMS = [choice(rhythm.value, rhythm.label) for rhythm in Rhythm]
PLACES = [choice(zone, label) for zone, label in ZONES.items()]


def rhythm_field(choices: list[Any]) -> RadioField:
    return RadioField(
        "Emails about new jobs",
        choices=choices,
        default=Rhythm.DAILY.value,
        validators=[InputRequired("Choose how often.")],
    )


def zone_field() -> SelectField:
    return SelectField(
        "Your time zone",
        choices=PLACES,
        description="Morning emails come at seven o’clock there.",
        validators=[InputRequired("Choose your time zone.")],
    )


class SearchForm(AccountForm):
    """One of a person's searches."""

    name = StringField(
        "Name",
        filters=[one_line],
        validators=[InputRequired("Give the search a name you will know it by.")],
        render_kw={"maxlength": LONGEST_NAME, "autocomplete": "off"},
    )
    rhythm = rhythm_field(RHYTHMS)
    zone = zone_field()

    def take(self, refusal: Invalid) -> None:
        """Show what the domain found wrong beside the boxes it is about."""
        for name, sentences in refusal.problems.items():
            self[name].errors = [*self[name].errors, *sentences]


class GuestForm(AccountForm):
    """Letters for an address without an account. `asked` is the query string of the search."""

    asked = HiddenField()
    email = email_field(autocomplete="email")
    rhythm = rhythm_field([each for each in RHYTHMS if each.value != Rhythm.NONE])
    zone = zone_field()
