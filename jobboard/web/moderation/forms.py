"""What a moderator sends with a decision."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length

from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.posting import Posting
from jobboard.web.typed import several_lines

LONGEST_NOTE = 2000


def seen(posting: Posting) -> str:
    """What was on the screen: this wording of this edition."""
    return f"{posting.edition.id}.{posting.edition.version}"


class VerdictForm(FlaskForm):  # type: ignore[misc]
    """`seen` tells which wording the moderator read. An employer can take a posting back and send another one meanwhile."""

    seen = HiddenField()
    reasons = SelectMultipleField(
        "Reasons",
        choices=[SelectChoice(reason.value, reason.short) for reason in Reason],
        validate_choice=False,  # what is not in the list is not a reason; without any the domain refuses
    )
    note = TextAreaField(
        "Note to the employer",
        description="What exactly, and what would be right. Never patient data.",
        filters=[several_lines],
        validators=[Length(max=LONGEST_NOTE, message=f"Keep the note within {LONGEST_NOTE:,} characters.")],
    )

    def put_first(self, pointed_at: Sequence[str]) -> None:
        """The reasons that the evidence leads to on top of the list, what weighs most first."""
        ordered = [Reason(value) for value in pointed_at] + [
            reason for reason in Reason if reason.value not in pointed_at
        ]
        self.reasons.choices = [SelectChoice(reason.value, reason.short) for reason in ordered]

    def refuse_if_changed(self, posting: Posting) -> None:
        """Raises NotNow when the posting does not say any more what the moderator read."""
        if self.seen.data != seen(posting):
            raise NotNow(
                "The employer changed this posting while you read it. Look at it again, then decide."
            )

    def reasons_given(self) -> list[Reason]:
        return [reason for reason in Reason if reason.value in (self.reasons.data or ())]

    def take(self, refusal: Invalid) -> None:
        """Show what the domain found wrong beside the fields."""
        for name, sentences in refusal.problems.items():
            self[name].errors = [*self[name].errors, *sentences]
