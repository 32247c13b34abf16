"""Confirming an email address. Opening the link changes nothing, for programs open links too; the button does."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts import finding, signing_up
from jobboard.domain.accounts.attempt import Kind
from jobboard.extensions import db
from jobboard.web.account import links
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import EmailForm
from jobboard.web.account.limits import TOO_MANY, knock
from jobboard.web.alerts.adopting import adopt_searches


def page(form: EmailForm) -> str:
    return render_template("account/confirmations.html", form=form, mailed_to=session.get("mailed_to"))


@desk.get("/confirmation")
def confirmations() -> ResponseReturnValue:
    return page(EmailForm(email=session.get("mailed_to")))


@desk.post("/confirmation")
def ask_for_confirmation() -> ResponseReturnValue:
    form = EmailForm()
    if not form.validate() or not send_again(form):
        return page(form), form.status
    flash("If an account with this address waits to be confirmed, a new link is on its way.")
    return redirect(url_for(".confirmations"))


def send_again(form: EmailForm) -> bool:
    tried = knock(Kind.CONFIRM_ADDRESS, Kind.CONFIRM_ACCOUNT, email=form.text("email"))
    if tried.spent == Kind.CONFIRM_ADDRESS:
        form.refuse(TOO_MANY, 429)
        return False
    user = finding.by_email(db.session, form.text("email"))
    if user and user.active and user.confirmed_at is None and not tried.is_too_many:
        db.session.add(user.note("ask_for_confirmation", at=clock.now()))
    db.session.commit()
    session["mailed_to"] = form.text("email")
    return True


@desk.get("/confirmation/<token>")
def confirmation(token: str) -> ResponseReturnValue:
    opened = links.open_confirmation(token)
    if opened.user is None:
        return render_template("account/link_is_over.html", expired=opened.expired, purpose="confirm"), 410
    return render_template("account/confirmation.html", person=opened.user, token=token)


@desk.post("/confirmation/<token>")
def confirm(token: str) -> ResponseReturnValue:
    opened = links.open_confirmation(token)
    if opened.user is None:
        return render_template("account/link_is_over.html", expired=opened.expired, purpose="confirm"), 410
    if opened.user.confirmed_at is None:
        db.session.add(signing_up.confirm(opened.user, at=clock.now()))
        adopt_searches(opened.user)
    db.session.commit()
    flash("Your email address is confirmed. Log in with the password you chose.")
    return redirect(url_for(".log_in"))
