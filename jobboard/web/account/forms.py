"""The shape of what people type about their account. Whether it may be done is asked elsewhere."""

from typing import Any

from flask import current_app
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, RadioField, SelectField, StringField, URLField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from jobboard.domain.accounts import names, passwords
from jobboard.domain.accounts.employer import EmployerKind
from jobboard.domain.accounts.website import tidy_website
from jobboard.web.account.addresses import mail_address


def choice(value: str, label: str) -> Any:
    """One option of a list or of a row of buttons."""
    return SelectChoice(value, label)


KINDS = [choice(kind.value, kind.label) for kind in EmployerKind]


class AccountForm(FlaskForm):  # type: ignore[misc]
    """`status` is how a page with this form answers when something is wrong with it."""

    status = 422

    def text(self, name: str) -> str:
        """What a field says, once the form is valid."""
        return str(self[name].data or "")

    def refuse(self, sentence: str, status: int = 422) -> None:
        self.form_errors.append(sentence)
        self.status = status


def tidied(value: str | None) -> str:
    return names.tidy(value or "")


def is_a_name(form: FlaskForm, field: StringField) -> None:
    wrong = names.problem(field.data or "")
    if wrong:
        raise ValidationError(wrong)


def is_an_address(form: FlaskForm, field: StringField) -> None:
    try:
        field.data = mail_address(field.data or "")
    except ValueError as error:
        raise ValidationError(str(error)) from None


def is_a_website(form: FlaskForm, field: StringField) -> None:
    try:
        field.data = tidy_website(field.data or "")
    except ValueError as error:
        raise ValidationError(str(error)) from None


class IsAGoodPassword:
    """Good enough, given what the form and the person it is for say about them."""

    def __call__(self, form: Any, field: PasswordField) -> None:
        said = [form[name].data or "" for name in ("name", "email", "company") if name in form]
        about = (str(current_app.config["SITE_NAME"]), *said, *getattr(form, "about", ()))
        wrong = passwords.problems(field.data or "", about)
        if wrong:
            raise ValidationError(" ".join(wrong))


def email_field(label: str = "Email address", autocomplete: str = "username") -> EmailField:
    return EmailField(
        label,
        filters=[tidied],
        validators=[InputRequired("Give your email address."), is_an_address],
        render_kw={
            "autocomplete": autocomplete,
            "spellcheck": "false",
            "autocapitalize": "none",
            "maxlength": "254",
        },
    )


def name_field(label: str, autocomplete: str) -> StringField:
    return StringField(
        label,
        filters=[tidied],
        validators=[InputRequired("Give a name."), is_a_name],
        render_kw={"autocomplete": autocomplete, "maxlength": str(names.LONGEST)},
    )


def new_password_field(label: str = "Password") -> PasswordField:
    return PasswordField(
        label,
        description=f"At least {passwords.MIN} characters, better 15. A few words in a row work well.",
        validators=[InputRequired("Choose a password."), IsAGoodPassword()],
        render_kw={"autocomplete": "new-password", "data-reveal": ""},
    )


def current_password_field(label: str = "Password") -> PasswordField:
    return PasswordField(
        label,
        validators=[InputRequired("Give your password.")],
        render_kw={"autocomplete": "current-password", "data-reveal": ""},
    )


class LogInForm(AccountForm):
    email = email_field()
    password = current_password_field()


class CoderSignUpForm(AccountForm):
    name = name_field("Your name", "name")
    email = email_field()
    password = new_password_field()


class EmployerSignUpForm(AccountForm):
    company = name_field("Company name", "organization")
    kind = RadioField(
        "Kind of employer", choices=KINDS, validators=[InputRequired("Choose the kind of employer.")]
    )
    website = URLField(
        "Website",
        filters=[tidied],
        validators=[Length(max=200, message="Use at most 200 characters."), is_a_website],
        description="With an email address at the same domain, your postings carry a verified badge.",
        render_kw={"autocomplete": "url", "inputmode": "url", "placeholder": "https://"},
    )
    state = SelectField("State", validators=[InputRequired("Choose the state of your main office.")])
    name = name_field("Your name", "name")
    email = email_field("Your work email address")
    password = new_password_field()


class EmailForm(AccountForm):
    """For links we email: a reset, another confirmation."""

    email = email_field()


class NewPasswordForm(AccountForm):
    """From a reset link. `about` are words the password must not lean on."""

    password = new_password_field("New password")
    about: tuple[str, ...] = ()


class ChangePasswordForm(NewPasswordForm):
    current = current_password_field("Current password")


class NameForm(AccountForm):
    name = name_field("Your name", "name")


class NewEmailForm(AccountForm):
    email = email_field("New email address", "email")
    current = current_password_field("Current password")


class JoinForm(AccountForm):
    """An invited person without an account: the invitation already proves the address."""

    name = name_field("Your name", "name")
    password = new_password_field()
    about: tuple[str, ...] = ()
