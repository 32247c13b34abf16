"""The screening questions of a posting as fields of a form, each of its kind."""

import re

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from jobboard.domain.postings.parts import Question
from jobboard.domain.postings.terms import QuestionKind
from jobboard.web.typed import one_line, several_lines

LONGEST_ANSWER = 1000
NUMBER = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d{1,4})?|-?\d{1,9}(\.\d{1,4})?")
ANSWER_IT = "Answer this question: the employer asks it of everybody."


def is_a_number(form: FlaskForm, field: Field) -> None:
    if not NUMBER.fullmatch(field.data or ""):
        raise ValidationError("Write a number, for example 4 or 2.5.")


def field_for(question: Question) -> Field:
    """An unbound field that takes one answer; every question is asked of everybody, so every answer is needed."""
    needed = InputRequired(message=ANSWER_IT)
    if question.kind == QuestionKind.YES_NO:
        choices = [SelectChoice("Yes", "Yes"), SelectChoice("No", "No")]
        return RadioField(question.text, choices=choices, validators=[needed])
    if question.kind == QuestionKind.NUMBER:
        return StringField(
            question.text,
            filters=[one_line],
            validators=[needed, is_a_number],
            render_kw={"inputmode": "decimal", "maxlength": 20},
        )
    longest = Length(max=LONGEST_ANSWER, message=f"Keep the answer within {LONGEST_ANSWER:,} characters.")
    return TextAreaField(
        question.text, filters=[several_lines], validators=[needed, longest], render_kw={"rows": 3}
    )
