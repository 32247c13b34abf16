"""Why a posting is closed: readers and the board's own numbers depend on an honest answer."""

from wtforms import Form
from wtforms.validators import InputRequired

from jobboard.domain.postings.terms import CloseReason
from jobboard.web.employers.editor.fields import TermRadios


class ClosingForm(Form):
    reason = TermRadios(
        "Why is it closed?", CloseReason, validators=[InputRequired("Choose why it is closed.")]
    )
