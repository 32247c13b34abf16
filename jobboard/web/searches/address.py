"""A mailbox that refused our letters: its owner asks for the link that proves it works again."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.attempt import Kind
from jobboard.domain.searches import finding
from jobboard.domain.searches.saving import ask_for_address
from jobboard.extensions import db
from jobboard.web.account.limits import knock
from jobboard.web.door import me
from jobboard.web.searches.desk import desk


@desk.post("/address")
def ask() -> ResponseReturnValue:
    tried = knock(Kind.CONFIRM_ACCOUNT, email=me().email)
    if finding.suppressed(db.session, me().email) and not tried.is_too_many:
        db.session.add(ask_for_address(me(), at=clock.now()))
    db.session.commit()
    if tried.is_too_many:
        flash(
            "We wrote to you several times today. Look into the spam folder, or try again tomorrow.", "wait"
        )
    else:
        flash("An email is on its way. Press the button behind its link, and emails begin again.")
    return redirect(url_for(".index"))
