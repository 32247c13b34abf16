"""What a coder sends to a posting: a resume, a note, and answers to the questions of its live edition."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import Field, HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length

from jobboard.domain.applications.application import LONGEST_NOTE
from jobboard.domain.applications.resume import Resume
from jobboard.domain.errors import Invalid
from jobboard.domain.postings.edition import Edition
from jobboard.web.applicants.answers import field_for
from jobboard.web.typed import several_lines

NO_PATIENTS = "Never patient data: no charts, no screenshots, nothing that could identify a patient."
ANOTHER = "another"
CHANGED = "The employer changed this posting while you wrote. Read it again, then send."


class ApplicationForm(FlaskForm):  # type: ignore[misc]
    """`kept` chooses among resumes the board has already; `resume` brings another one. `edition` is the wording answered to."""

    edition = HiddenField()
    kept = RadioField("Resume", validate_choice=False)
    resume = FileField("Resume file", description=f"PDF or Word (DOCX), up to 5 MB. {NO_PATIENTS}")
    note = TextAreaField(
        "Note to the employer",
        description=f"What of your work fits this desk. {NO_PATIENTS}",
        filters=[several_lines],
        validators=[Length(max=LONGEST_NOTE, message=f"Keep the note within {LONGEST_NOTE:,} characters.")],
    )

    def answers(self) -> list[Field]:
        """The fields of the questions, in their order."""
        return [field for field in self if field.name.startswith("answer_")]

    def upload(self) -> FileStorage | None:
        """The file that was sent, if one was: browsers send an empty one for an empty box."""
        file = self.resume.data
        return file if isinstance(file, FileStorage) and file.filename else None

    def offer(self, resumes: Sequence[Resume], chosen: str | None = None) -> None:
        """Offer what is kept already; the newest unless the coder chose."""
        self.kept.choices = [SelectChoice(resume.id, resume.shown_name) for resume in resumes]
        self.kept.choices.append(SelectChoice(ANOTHER, "Another file"))
        known = {resume.id for resume in resumes}
        wanted = chosen or self.kept.data
        self.kept.data = (
            wanted if wanted in known or wanted == ANOTHER else (resumes[0].id if resumes else ANOTHER)
        )

    def chosen(self) -> str | None:
        return None if self.kept.data == ANOTHER else self.kept.data

    def fits(self, edition: Edition) -> bool:
        """Whether the answers are to what the posting asks now."""
        if self.edition.data == edition.id:
            return True
        self.form_errors.append(CHANGED)
        return False

    def refuse_resume(self, sentence: str) -> None:
        self.resume.errors = [*self.resume.errors, sentence]

    def take(self, refusal: Invalid) -> None:
        for name, sentences in refusal.problems.items():
            self[name].errors = [*self[name].errors, *sentences]


def form_for(edition: Edition, *, blank: bool = False) -> ApplicationForm:
    """The form for one edition, filled from the request unless `blank`."""
    questions = {f"answer_{question.position}": field_for(question) for question in edition.questions}
    kind = type("ApplicationFormOfOneEdition", (ApplicationForm,), questions)
    filled: ApplicationForm = kind(formdata=None, edition=edition.id) if blank else kind()
    return filled
