"""A person's mailbox takes letters again: proved by the link in one, said by a button."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.finding import by_id
from jobboard.domain.accounts.user import User
from jobboard.domain.searches import finding
from jobboard.domain.searches.saving import lift
from jobboard.extensions import db
from jobboard.web.alerts import links
from jobboard.web.alerts.desk import desk
from jobboard.web.alerts.tokens import Over


@desk.get("/address/<token>")
def address(token: str) -> ResponseReturnValue:
    return render_template("alerts/address.html", person=person_of(token), token=token)


@desk.post("/address/<token>")
def take_letters(token: str) -> ResponseReturnValue:
    person = person_of(token)
    finding.lift(db.session, person.email)
    db.session.add(lift(person, at=clock.now()))
    db.session.commit()
    flash("Emails about new jobs go to your address again.")
    return redirect(url_for("searches.index"))


def person_of(token: str) -> User:
    """Whose link it is. Raises Over when it is not ours, was used, or the person has another address by now."""
    person = by_id(db.session, links.named_in(token))
    refused = finding.suppressed(db.session, person.email) if person and person.active else None
    if person is None or refused is None:
        raise Over(account=True)
    if not links.is_ours(token, links.ADDRESS, *links.refusal_of(person, refused)):
        raise Over(account=True)
    return person
