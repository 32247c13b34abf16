"""The browsers a person is logged in with: see them, end one, end all others."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts import finding
from jobboard.domain.accounts.session import UserSession, end_all
from jobboard.extensions import db
from jobboard.web.account import signing_in
from jobboard.web.account.desk import desk
from jobboard.web.door import find, me


@desk.get("/account/sessions")
def sessions() -> ResponseReturnValue:
    return render_template("account/sessions.html", sessions=open_ones(), current=signing_in.current())


@desk.post("/account/sessions/<id:id>/end")
def end_session(id: str) -> ResponseReturnValue:
    session = find(UserSession, id, to="end_session")
    db.session.add(session.end(by=me(), at=clock.now()))
    db.session.commit()
    flash(f"{session.device} is logged out.")
    return redirect(url_for(".sessions"))


@desk.post("/account/sessions/end")
def end_other_sessions() -> ResponseReturnValue:
    here = signing_in.current()
    end_all([row for row in open_ones() if row is not here], at=clock.now())
    db.session.add(me().note("end_other_sessions", at=clock.now()))
    db.session.commit()
    flash("Every other browser is logged out.")
    return redirect(url_for(".sessions"))


def open_ones() -> Sequence[UserSession]:
    return [row for row in finding.unended_sessions_of(db.session, me().id) if row.is_open(me(), clock.now())]
