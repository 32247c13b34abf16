"""Section "Hiring": the steps with their tests, screening questions, the promise to answer, AI, how to apply."""

from typing import Any
from urllib.parse import urlsplit

from wtforms import BooleanField, Form, URLField, ValidationError
from wtforms.validators import Length

from jobboard.domain.postings.parts import Question, Step
from jobboard.domain.postings.requirements import is_web_address
from jobboard.domain.postings.terms import AiUse, ApplyHow, QuestionKind
from jobboard.web.employers.editor.fields import LineField, TermField, TermRadios, WholeNumberField, one_line
from jobboard.web.employers.editor.rows import RowForm, RowsField, WrongError

MOST_STEPS = 10
MOST_QUESTIONS = 8


class StepRow(RowForm):
    """A step of hiring; a pass mark makes it a test, minutes alone a timed talk."""

    counts = ("label", "minutes", "pass_mark")
    label = LineField("Step", 120)
    minutes = WholeNumberField("Minutes", 1, 480)
    pass_mark = WholeNumberField("Pass mark, percent", 1, 100)
    open_book = BooleanField("Open book")
    paid = BooleanField("Paid")


class QuestionRow(RowForm):
    counts = ("text",)
    text = LineField("Question", 300)
    kind = TermField("Answer", QuestionKind, blank=None, default=QuestionKind.YES_NO)


class HiringSection(Form):
    made: dict[str, Any]

    response_days = WholeNumberField("You answer every applicant within", 1, 60)
    ai_use = TermRadios("AI in the workflow", AiUse)
    ai_note = LineField("About the AI", 300)
    apply_how = TermRadios("Where coders apply", ApplyHow)
    apply_url = URLField(
        "Address of your application page", [Length(max=300, message="Use at most 300 characters.")], filters=[one_line],
        render_kw={"placeholder": "https://", "inputmode": "url"},
    )  # fmt: skip
    steps = RowsField(StepRow, "Steps", MOST_STEPS)
    questions = RowsField(
        QuestionRow, "Screening questions", MOST_QUESTIONS,
        description="Answered with the application. They cannot be changed once somebody has applied.",
    )  # fmt: skip

    def validate_apply_url(self, field: URLField) -> None:
        if not field.data:
            return
        try:
            sound = (
                is_web_address(field.data) and not urlsplit(field.data).username and field.data.isprintable()
            )
        except ValueError:
            sound = False
        if not sound or any(sign in field.data for sign in ' \\<>"'):
            raise ValidationError("Write the full address, beginning with https://.")

    def validate_steps(self, field: RowsField) -> None:
        made = field.settle(a_step)
        for number, step in enumerate(made, 1):
            step.position = number
        self.made["steps"] = made

    def validate_questions(self, field: RowsField) -> None:
        made = field.settle(a_question, key=lambda question: question.text.casefold())
        for number, question in enumerate(made, 1):
            question.position = number
        self.made["questions"] = made


def a_step(row: StepRow) -> Step:
    if not row.label.data:
        raise WrongError("label", "Say what happens in this step, for example “Coding test”.")
    test = row.pass_mark.data is not None
    return Step(
        label=row.label.data,
        minutes=row.minutes.data,
        pass_mark=row.pass_mark.data,
        open_book=said(row.open_book.data, test),
        paid=said(row.paid.data, test),
    )


def said(ticked: bool, test: bool) -> bool | None:
    """An empty tick says no of a test; of a talk it says nothing."""
    return ticked if ticked or test else None


def a_question(row: QuestionRow) -> Question:
    return Question(text=row.text.data, kind=row.kind.data or QuestionKind.YES_NO)
