"""Logging in and out."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.extensions import db
from jobboard.web.account import signing_in
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import LogInForm
from jobboard.web.account.next_path import home_of, next_path, wanted_path
from jobboard.web.account.proof import admit
from jobboard.web.door import someone


def page(form: LogInForm) -> str:
    return render_template("account/log_in.html", form=form, wanted=wanted_path())


@desk.get("/log-in")
def log_in() -> ResponseReturnValue:
    person = someone()
    return redirect(next_path(home_of(person))) if person else page(LogInForm())


@desk.post("/log-in")
def begin_session() -> ResponseReturnValue:
    form = LogInForm()
    user = admit(form) if form.validate() else None
    if user is None:
        return page(form), form.status
    onward = next_path(home_of(user))
    signing_in.begin(user)
    db.session.commit()
    return redirect(onward)


@desk.post("/log-out")
def log_out() -> ResponseReturnValue:
    signing_in.end()
    db.session.commit()
    flash("You are logged out.")
    return redirect(url_for("account.log_in"))
