"""An invitation to a seat: taken by whoever it was mailed to, with the account they have or a new one."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from jobboard import clock
from jobboard.domain.accounts import finding, seats, signing_up
from jobboard.domain.accounts.attempt import Kind
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.member import Invitation
from jobboard.domain.accounts.session import hash_of
from jobboard.domain.accounts.signing_up import Person
from jobboard.domain.accounts.user import User
from jobboard.extensions import db
from jobboard.web.account import signing_in
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import JoinForm
from jobboard.web.account.hashing import hashed
from jobboard.web.account.limits import TOO_MANY, knock
from jobboard.web.door import me, someone


@desk.get("/invitations/<token>")
def invitation(token: str) -> ResponseReturnValue:
    found = opened(token)
    return page(found, token, JoinForm()) if found else over()


@desk.post("/invitations/<token>")
def take_seat(token: str) -> ResponseReturnValue:
    found = opened(token, lock=True)
    if found is None:
        return over()
    employer = found.employer
    sit_down(found, me())
    db.session.commit()
    return welcome(employer)


@desk.post("/invitations/<token>/account")
def sign_up_invited(token: str) -> ResponseReturnValue:
    found, form = opened(token), JoinForm()
    if found is None:
        return over()
    form.about = (found.email_key, found.employer.name)
    if finding.by_email(db.session, found.email_key) or not form.validate() or knock_failed(form):
        return page(found, token, form), form.status
    return join(token, form.text("name"), hashed(form.text("password")))


def join(token: str, name: str, password: str) -> ResponseReturnValue:
    """A new account in its seat; the mailed link has proved the address."""
    found = opened(token, lock=True)
    if found is None:
        return over()
    person = Person(found.email_key, name, password)
    try:
        user = signing_up.sign_up_invited(db.session, person, at=clock.now())
    except IntegrityError:
        db.session.rollback()
        return redirect(url_for(".invitation", token=token))
    employer = found.employer
    sit_down(found, user)
    signing_in.begin(user)
    db.session.commit()
    return welcome(employer)


def welcome(employer: Employer) -> ResponseReturnValue:
    flash(f"Welcome to {employer.name}.")
    return redirect(url_for("employers.index", employer=employer.slug))


def sit_down(found: Invitation, user: User) -> None:
    past = finding.seat_ever(db.session, user.id, found.employer_id)
    seat, line = seats.take_seat(found, user, past, at=clock.now())
    db.session.add_all([seat, line])


def opened(token: str, *, lock: bool = False) -> Invitation | None:
    found = finding.invitation_by_token(db.session, hash_of(token), lock=lock)
    return found if found and found.is_open(clock.now()) else None


def knock_failed(form: JoinForm) -> bool:
    if knock(Kind.SIGN_UP_ADDRESS).is_too_many:
        form.refuse(TOO_MANY, 429)
    return bool(form.form_errors)


def page(found: Invitation, token: str, form: JoinForm) -> str:
    known = finding.by_email(db.session, found.email_key)
    mine = someone() is not None and known is someone()
    here = url_for(".invitation", token=token)
    return render_template(
        "account/invitation.html", invitation=found, token=token, form=form, known=known, mine=mine, here=here
    )


def over() -> ResponseReturnValue:
    return render_template("account/link_is_over.html", expired=True, purpose="invitation"), 410
