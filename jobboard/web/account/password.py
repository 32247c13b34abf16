"""Changing the password, known: every other browser is signed out, and a letter says so."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.extensions import db
from jobboard.web.account import signing_in
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import ChangePasswordForm
from jobboard.web.account.hashing import hashed
from jobboard.web.account.proof import proves
from jobboard.web.door import me


@desk.get("/account/password")
def password() -> ResponseReturnValue:
    return render_template("account/password.html", form=ChangePasswordForm())


@desk.post("/account/password")
def change_password() -> ResponseReturnValue:
    form = ChangePasswordForm()
    form.about = (me().name, me().email)
    if not form.validate() or not proves(form, me()):
        return render_template("account/password.html", form=form), form.status
    db.session.commit()
    fresh = hashed(form.text("password"))
    line = me().change_password(fresh, at=clock.now())
    db.session.add(line)
    signing_in.begin_alone(me())
    db.session.commit()
    flash("Your new password is set. Every other browser was logged out.")
    return redirect(url_for(".overview"))
