"""Signing up, as a coder or for an employer. A known address is answered like a new one; only its owner is told."""

from collections.abc import Callable
from datetime import datetime

from flask import redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from werkzeug.exceptions import ServiceUnavailable

from jobboard import clock
from jobboard.domain.accounts import finding, signing_up
from jobboard.domain.accounts.attempt import Kind
from jobboard.domain.accounts.employer import EmployerKind
from jobboard.domain.accounts.signing_up import Company, Person
from jobboard.domain.accounts.user import Audience, User
from jobboard.extensions import db
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import CoderSignUpForm, EmployerSignUpForm, choice
from jobboard.web.account.hashing import hashed
from jobboard.web.account.limits import TOO_MANY, knock

Opening = Callable[[Person, datetime], User]
RACES = 3
EASTERN = "America/New_York"


def coder_page(form: CoderSignUpForm) -> str:
    return render_template("account/sign_up_coder.html", form=form)


def employer_page(form: EmployerSignUpForm) -> str:
    return render_template("account/sign_up_employer.html", form=form)


@desk.get("/sign-up")
def sign_up() -> ResponseReturnValue:
    return render_template("account/sign_up.html")


@desk.get("/sign-up/coder")
def coder_sign_up() -> ResponseReturnValue:
    return coder_page(CoderSignUpForm())


@desk.post("/sign-up/coder")
def sign_up_coder() -> ResponseReturnValue:
    form = CoderSignUpForm()
    if not form.validate() or not open_account(form, a_coder):
        return coder_page(form), form.status
    return redirect(url_for("account.confirmations"))


@desk.get("/sign-up/employer")
def employer_sign_up() -> ResponseReturnValue:
    return employer_page(employer_form())


@desk.post("/sign-up/employer")
def sign_up_employer() -> ResponseReturnValue:
    form = employer_form()
    if not form.validate() or not open_account(form, an_employer(form)):
        return employer_page(form), form.status
    return redirect(url_for("account.confirmations"))


def employer_form() -> EmployerSignUpForm:
    form = EmployerSignUpForm()
    offices = [choice(state.code, state.name) for state in finding.states(db.session)]
    form.state.choices = [choice("", "Choose"), *offices]
    return form


def a_coder(person: Person, at: datetime) -> User:
    return signing_up.sign_up(db.session, person, Audience.CODER, at=at)


def an_employer(form: EmployerSignUpForm) -> Opening:
    company = Company(
        name=form.text("company"),
        kind=EmployerKind(form.kind.data),
        website=form.website.data,
        state=form.text("state"),
        timezone=finding.main_timezone(db.session, form.text("state")) or EASTERN,
    )
    return lambda person, at: signing_up.sign_up_employer(db.session, person, company, at=at)


def open_account(form: CoderSignUpForm | EmployerSignUpForm, make: Opening) -> bool:
    """Hash first, then write in one short transaction. False when there were too many tries, and the form says so."""
    tried = knock(Kind.SIGN_UP_ADDRESS, Kind.SIGN_UP_ACCOUNT, email=form.text("email"))
    if tried.spent == Kind.SIGN_UP_ADDRESS:
        form.refuse(TOO_MANY, 429)
        return False
    person = Person(form.text("email"), form.text("name"), hashed(form.text("password")))
    if not tried.is_too_many:
        write(person, make)
    session["mailed_to"] = person.email
    return True


def write(person: Person, make: Opening) -> None:
    """One address, one account, also when two sign up with it at once: the later is treated as known."""
    for _ in range(RACES):
        try:
            known = finding.by_email(db.session, person.email)
            if known is None:
                make(person, clock.now())
            else:
                db.session.add(signing_up.sign_up_again(known, at=clock.now()))
            db.session.commit()
            return
        except IntegrityError:
            db.session.rollback()
    raise ServiceUnavailable(retry_after=5)
