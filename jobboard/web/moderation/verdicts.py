"""What a moderator can do with a posting. Each act is a noun of its own, written down with who and why."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm.exc import StaleDataError

from jobboard import clock
from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.moderation import finding
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.errors import SOMEBODY_FASTER
from jobboard.web.moderation import screen
from jobboard.web.moderation.desk import desk
from jobboard.web.moderation.forms import VerdictForm

TOLD = {
    "ask_for_changes": "Sent back: “{}”. The employer has the reasons and can send it again.",
    "reject": "Rejected: “{}”. The employer has the reasons.",
    "remove": "Removed: “{}”. Readers no longer see it, and the employer has the reasons.",
}


@desk.post("/postings/<id:id>/claim")
def claim(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="claim")
    db.session.add(posting.claim(by=me(), at=clock.now()))
    db.session.commit()
    flash("Yours for half an hour. Colleagues see that you are on it.")
    return redirect(url_for(".show", id=id))


@desk.post("/postings/<id:id>/approval")
def approve(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="approve")
    VerdictForm().refuse_if_changed(posting)
    title = posting.edition.title
    db.session.add(posting.approve(by=me(), at=clock.now()))
    db.session.commit()
    flash(f"Approved: “{title}”. The employer is told.")
    return redirect(url_for(".queue"))


@desk.post("/postings/<id:id>/change-request")
def ask_for_changes(id: str) -> ResponseReturnValue:
    return decide(find(Posting, id, to="ask_for_changes"), "ask_for_changes")


@desk.post("/postings/<id:id>/rejection")
def reject(id: str) -> ResponseReturnValue:
    return decide(find(Posting, id, to="reject"), "reject")


@desk.post("/postings/<id:id>/removal")
def remove(id: str) -> ResponseReturnValue:
    return decide(find(Posting, id, to="remove"), "remove")


def decide(posting: Posting, verb: str) -> ResponseReturnValue:
    """A decision with reasons: said, written down, and the next posting is on the table."""
    form, title = VerdictForm(), posting.edition.title
    if not form.validate():
        return again(posting, form)
    if verb != "remove":  # what is live has been read; writing on in a change must not hold its removal up
        form.refuse_if_changed(posting)
    say = getattr(posting, verb)
    try:
        db.session.add(say(by=me(), at=clock.now(), reasons=form.reasons_given(), note=form.note.data))
    except Invalid as refusal:
        form.take(refusal)
        return again(posting, form)
    db.session.commit()
    flash(TOLD[verb].format(title))
    return redirect(url_for(".queue"))


def again(posting: Posting, form: VerdictForm) -> ResponseReturnValue:
    return screen.draw(posting, finding.queue(db.session), form), 422


@desk.errorhandler(NotNow)
@desk.errorhandler(StaleDataError)
def too_late(error: Exception) -> ResponseReturnValue:
    """Somebody was faster, or the posting has moved on: say which, and lead back to the queue."""
    db.session.rollback()
    message = str(error) if isinstance(error, NotNow) else SOMEBODY_FASTER
    return render_template("moderation/too_late.html", message=message), 409
