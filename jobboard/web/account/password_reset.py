"""A forgotten password: a link by email, a new password, and every browser signed out."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts import finding, signing_up
from jobboard.domain.accounts.attempt import Kind
from jobboard.extensions import db
from jobboard.web.account import links, signing_in
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import EmailForm, NewPasswordForm
from jobboard.web.account.hashing import hashed
from jobboard.web.account.limits import TOO_MANY, knock

SENT = "If there is an account with this address, a link to choose a new password is on its way. It works for one hour."


@desk.get("/password-reset")
def password_reset() -> ResponseReturnValue:
    return render_template("account/password_reset.html", form=EmailForm())


@desk.post("/password-reset")
def ask_for_reset() -> ResponseReturnValue:
    form = EmailForm()
    if not form.validate() or not send_link(form):
        return render_template("account/password_reset.html", form=form), form.status
    flash(SENT)
    return redirect(url_for(".log_in"))


def send_link(form: EmailForm) -> bool:
    tried = knock(Kind.RESET_ADDRESS, Kind.RESET_ACCOUNT, email=form.text("email"))
    if tried.spent == Kind.RESET_ADDRESS:
        form.refuse(TOO_MANY, 429)
        return False
    user = finding.by_email(db.session, form.text("email"))
    if user and user.active and not tried.is_too_many:
        db.session.add(user.note("ask_for_reset", at=clock.now()))
    db.session.commit()
    return True


@desk.get("/password-reset/<token>")
def new_password(token: str) -> ResponseReturnValue:
    opened = links.open_reset(token)
    if opened.user is None:
        return over(opened)
    return page(NewPasswordForm(), opened, token)


@desk.post("/password-reset/<token>")
def reset_password(token: str) -> ResponseReturnValue:
    opened = links.open_reset(token)
    if opened.user is None:
        return over(opened)
    form = NewPasswordForm()
    form.about = (opened.user.name, opened.user.email)
    if not form.validate() or knock_failed(form):
        return page(form, opened, token), form.status
    db.session.commit()
    return set_password(token, hashed(form.text("password")))


def set_password(token: str, fresh: str) -> ResponseReturnValue:
    """In one short transaction, with the link asked for once more: of two at once, one wins."""
    opened = links.open_reset(token)
    user = finding.lock_user(db.session, opened.user.id) if opened.user else None
    if user is None or links.open_reset(token).user is None:
        return over(opened)
    if user.confirmed_at is None:
        db.session.add(signing_up.confirm(user, at=clock.now()))
    signing_in.end_everywhere(user)
    db.session.add(user.reset_password(fresh, at=clock.now()))
    db.session.commit()
    flash("Your new password is set, and every browser was logged out. Log in with it.")
    return redirect(url_for(".log_in"))


def knock_failed(form: NewPasswordForm) -> bool:
    if knock(Kind.RESET_ADDRESS).is_too_many:
        form.refuse(TOO_MANY, 429)
    return bool(form.form_errors)


def page(form: NewPasswordForm, opened: links.Opened, token: str) -> str:
    return render_template("account/new_password.html", form=form, person=opened.user, token=token)


def over(opened: links.Opened) -> ResponseReturnValue:
    return render_template("account/link_is_over.html", expired=opened.expired, purpose="reset"), 410
