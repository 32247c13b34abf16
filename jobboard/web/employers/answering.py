"""What goes with an answer to a coder: a message, and for a no the requirement it was about."""

from wtforms import Form, SelectField
from wtforms.validators import InputRequired

from jobboard.domain.applications.lifecycle import NotChosenReason
from jobboard.web.employers.editor.fields import ProseField, offered, terms
from jobboard.web.typed import several_lines

LONGEST_MESSAGE = 4000
LONGEST_REASON = 500
CHOOSE_REASON = "Choose a reason: the coder is told which requirement it was about."


class AnswerForm(Form):
    message = ProseField(
        "Message", LONGEST_MESSAGE, filters=[several_lines], render_kw={"rows": "5"},
        description="Goes into the letter to the coder. How to reach you, and what happens next.",
    )  # fmt: skip


class DeclineForm(Form):
    """Stands on one page with the other answer, so its message has an id of its own."""

    reason = SelectField(
        "Which requirement was it about?",
        choices=offered([("", "Choose"), *terms(NotChosenReason)]),
        validators=[InputRequired(CHOOSE_REASON)],
    )
    message = ProseField(
        "A word to the coder", LONGEST_REASON, filters=[several_lines], id="refusal-message",
        description="Goes into the letter with the reason.", render_kw={"rows": "3"},
    )  # fmt: skip
