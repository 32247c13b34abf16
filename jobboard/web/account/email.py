"""Another email address: asked for with the password, taken once the link mailed to it is used."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from jobboard import clock
from jobboard.domain.accounts import finding
from jobboard.domain.accounts.attempt import Kind
from jobboard.extensions import db
from jobboard.web.account import links, signing_in
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import NewEmailForm
from jobboard.web.account.limits import TOO_MANY, knock
from jobboard.web.account.proof import proves
from jobboard.web.door import me

SENT = "A link is on its way to {}. Your address changes when you use it. It works for two hours."


@desk.get("/account/email")
def email() -> ResponseReturnValue:
    return render_template("account/email.html", form=NewEmailForm())


@desk.post("/account/email")
def ask_for_new_email() -> ResponseReturnValue:
    form = NewEmailForm()
    if not form.validate() or not proves(form, me()) or knocked_too_often(form):
        return render_template("account/email.html", form=form), form.status
    db.session.add(me().note("ask_for_new_email", at=clock.now(), data={"email": form.text("email")}))
    db.session.commit()
    flash(SENT.format(form.text("email")))
    return redirect(url_for(".overview"))


def knocked_too_often(form: NewEmailForm) -> bool:
    if knock(Kind.NEW_EMAIL_ACCOUNT, email=me().email_key).is_too_many:
        form.refuse(TOO_MANY, 429)
    return bool(form.form_errors)


@desk.get("/new-email/<token>")
def new_email(token: str) -> ResponseReturnValue:
    opened = links.open_new_email(token)
    if opened.user is None:
        return over(opened.expired)
    return render_template("account/new_email.html", person=opened.user, email=opened.email, token=token)


@desk.post("/new-email/<token>")
def change_email(token: str) -> ResponseReturnValue:
    opened = links.open_new_email(token)
    user = finding.lock_user(db.session, opened.user.id) if opened.user else None
    if user is None or opened.email is None or not take(opened.email, token):
        return over(opened.expired)
    flash(f"Your email address is now {opened.email}. Log in with it.")
    return redirect(url_for(".log_in"))


def take(email: str, token: str) -> bool:
    """Change the address if the link still holds and nobody took the address meanwhile; commits."""
    user = links.open_new_email(token).user
    if user is None or finding.by_email(db.session, email):
        return False
    db.session.add(user.change_email(email, at=clock.now()))
    signing_in.end_everywhere(user)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return False
    return True


def over(expired: bool) -> ResponseReturnValue:
    return render_template("account/link_is_over.html", expired=expired, purpose="email"), 410
