"""The company page, as its owners write it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form, HiddenField, SelectField, StringField, URLField, ValidationError
from wtforms.validators import Length

from jobboard import clock
from jobboard.domain.accounts import names
from jobboard.domain.accounts.employer import PAGE, Employer, EmployerKind
from jobboard.domain.accounts.website import tidy_website
from jobboard.domain.places import finding as places
from jobboard.domain.postings.wording import Kind, flags
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.employers.desk import desk
from jobboard.web.employers.editor.fields import LineField, ProseField, offered
from jobboard.web.employers.seat import my_employer
from jobboard.web.typed import one_line, several_lines

SIZES = (
    "",
    "1–10 people",
    "11–50 people",
    "51–200 people",
    "201–1,000 people",
    "1,001–5,000 people",
    "More than 5,000 people",
)
ZONES = {
    "America/New_York": "Eastern", "America/Chicago": "Central", "America/Denver": "Mountain", "America/Phoenix": "Arizona",
    "America/Los_Angeles": "Pacific", "America/Anchorage": "Alaska", "Pacific/Honolulu": "Hawaii", "America/Puerto_Rico": "Atlantic",
    "Pacific/Guam": "Guam",
}  # fmt: skip
COLLISION = "A colleague saved this page while you were writing. What you typed is below; save again to put it over theirs."


class CompanyForm(Form):
    version = HiddenField("Version")
    name = StringField("Company name", filters=[one_line])
    kind = SelectField("Kind of employer", choices=offered((kind.value, kind.label) for kind in EmployerKind))
    website = URLField(
        "Website", [Length(max=200, message="Use at most 200 characters.")], filters=[one_line],
        description="With a confirmed email address at the same domain, your postings carry a verified badge.", render_kw={"placeholder": "https://"},
    )  # fmt: skip
    about = ProseField(
        "About", 5000, filters=[several_lines], description="Who you are and how coders work with you. Markdown works. No contact details.",
        render_kw={"rows": "8"},
    )  # fmt: skip
    city = LineField("City", 80)
    state = SelectField("State")
    timezone = SelectField("Time zone", description="Closing dates end at midnight there.")
    size = SelectField("Size")

    def validate_name(self, field: StringField) -> None:
        wrong = names.problem(field.data or "")
        if wrong:
            raise ValidationError(wrong)

    def validate_website(self, field: URLField) -> None:
        try:
            field.data = tidy_website(field.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def validate_about(self, field: ProseField) -> None:
        for flag in flags(field.data or ""):
            if flag.kind == Kind.CONTACT:
                raise ValidationError(
                    f"“{flag.phrase}”: take contact details out. Coders apply on the board or by your link."
                )


@desk.get("/company")
def company() -> ResponseReturnValue:
    employer = find(Employer, my_employer().id, to="edit")
    return page(employer, filled(employer))


@desk.post("/company")
def edit_company() -> ResponseReturnValue:
    employer = find(Employer, my_employer().id, to="edit")
    form = filled(employer, sent=True)
    if not form.validate():
        return page(employer, form), 422
    if form.version.data != str(employer.version):
        form.form_errors.append(COLLISION)
        return page(employer, form), 409
    db.session.add(employer.edit(words(form), by=me(), at=clock.now()))
    db.session.commit()
    flash("The company page is saved. Readers see it at once.")
    return redirect(url_for(".company", employer=employer.slug))


def filled(employer: Employer, *, sent: bool = False) -> CompanyForm:
    kept = {name: getattr(employer, name) for name in PAGE} | {"version": str(employer.version)}
    form = CompanyForm(request.form) if sent else CompanyForm(data=kept)
    form.state.choices = offered(
        [("", "Choose"), *((state.code, state.name) for state in places.states(db.session))]
    )
    form.timezone.choices = offered(({employer.timezone: employer.timezone} | ZONES).items())
    form.size.choices = offered((size, size or "Not said") for size in dict.fromkeys((*SIZES, employer.size)))
    return form


def words(form: CompanyForm) -> dict[str, Any]:
    typed = {name: form[name].data for name in PAGE}
    return typed | {"kind": EmployerKind(typed["kind"]), "state": typed["state"] or None}


def page(employer: Employer, form: CompanyForm) -> str:
    form.version.data = str(employer.version)
    return render_template("employers/company.html", employer=employer, form=form)
