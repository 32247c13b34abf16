"""Credentials nobody confirmed yet: an admin who has seen one at its owner's says so, and it is shown from then on."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes import finding
from jobboard.domain.codes.credential import Credential
from jobboard.extensions import db
from jobboard.web.admin.desk import desk
from jobboard.web.door import find, me


@desk.get("/credentials")
def credentials() -> ResponseReturnValue:
    found = finding.credentials(db.session)
    return render_template(
        "admin/credentials.html",
        waiting=[one for one in found if not one.confirmed],
        decided=[one for one in found if one.confirmed and one.decided],
        listed=[one for one in found if one.confirmed and not one.decided],
    )


@desk.post("/credentials/<slug>/confirmation")
def confirm(slug: str) -> ResponseReturnValue:
    credential = find(Credential, slug, to="confirm")
    db.session.add(credential.confirm(by=me(), at=clock.now()))
    db.session.commit()
    flash(f"{credential.abbreviation} is confirmed and shown from now on.")
    return redirect(url_for(".credentials"))


@desk.post("/credentials/<slug>/withdrawal")
def withdraw(slug: str) -> ResponseReturnValue:
    credential = find(Credential, slug, to="withdraw")
    db.session.add(credential.withdraw(by=me(), at=clock.now()))
    db.session.commit()
    flash(f"{credential.abbreviation} is not shown any more.", "wait")
    return redirect(url_for(".credentials"))
