"""Somebody without an account asks for letters. Every address is answered alike; only its owner is told more."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.attempt import Kind
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.saving import ask_to_confirm
from jobboard.extensions import db
from jobboard.web.account.limits import TOO_MANY, knock
from jobboard.web.alerts.desk import desk
from jobboard.web.searches.asking import Asked, asked_by
from jobboard.web.searches.forms import GuestForm


@desk.get("/new")
def new() -> ResponseReturnValue:
    asked = asked_by(request.query_string.decode("ascii", "replace"))
    return draw(GuestForm(formdata=None, asked=asked.kept, zone=asked.zone), asked)


@desk.post("")
def ask() -> ResponseReturnValue:
    form = GuestForm()
    if not form.validate() or not written(form):
        return draw(form, asked_by(form.text("asked"))), form.status
    return redirect(url_for(".mailbox"))


@desk.get("/mailbox")
def mailbox() -> ResponseReturnValue:
    return render_template("alerts/mailbox.html")


def written(form: GuestForm) -> bool:
    """Count the try, then write the request down. False when there were too many, and the form says so."""
    email = form.text("email")
    tried = knock(Kind.CONFIRM_ADDRESS, Kind.CONFIRM_ACCOUNT, email=email)
    if tried.spent == Kind.CONFIRM_ADDRESS:
        form.refuse(TOO_MANY, 429)
        return False
    if not tried.is_too_many:
        wish = asked_by(form.text("asked")).wish(Rhythm(form.text("rhythm")), form.text("zone"))
        db.session.add_all(ask_to_confirm(wish, email, at=clock.now()))
    db.session.commit()
    return True


def draw(form: GuestForm, asked: Asked) -> str:
    return render_template("alerts/new.html", form=form, asked=asked)
