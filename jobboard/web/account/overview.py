"""A person's own page: who they are here, where they hold a seat, and the ways to change it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.extensions import db
from jobboard.web.account.desk import desk
from jobboard.web.account.forms import NameForm
from jobboard.web.door import me


@desk.get("/account")
def overview() -> ResponseReturnValue:
    return render_template("account/overview.html", form=NameForm(name=me().name))


@desk.post("/account/name")
def rename() -> ResponseReturnValue:
    form = NameForm()
    if not form.validate():
        return render_template("account/overview.html", form=form), form.status
    if form.text("name") != me().name:
        db.session.add(me().rename(form.text("name"), at=clock.now()))
        db.session.commit()
    flash("Your name is saved.")
    return redirect(url_for(".overview"))
