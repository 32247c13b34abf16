"""What an employer does to a posting: each verb its own address, by POST. The answer says what happens next."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.errors import Invalid
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import CloseReason
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.employers.closing import ClosingForm
from jobboard.web.employers.desk import desk

NOT_SENT = "Not sent yet: what is marked is still missing."


@desk.post("/postings/<id:id>/submission")
def submit(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="submit")
    try:
        line = posting.submit(by=me(), at=clock.now())
    except Invalid:
        flash(NOT_SENT, "stop")
        return redirect(url_for(".edit", id=id, marked="yes"))
    published = line.verb == "publish_change"
    db.session.add(line)
    db.session.commit()
    flash("Your change is published." if published else "Sent for review. We answer within one working day.")
    return redirect(url_for(".posting", id=id))


@desk.post("/postings/<id:id>/withdrawal")
def withdraw(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="withdraw")
    db.session.add(posting.withdraw(by=me(), at=clock.now()))
    db.session.commit()
    flash("Taken back. Change what you like, then send it again.")
    return redirect(url_for(".edit", id=id))


@desk.post("/postings/<id:id>/change")
def begin_change(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="begin_change")
    db.session.add(posting.begin_change(by=me(), at=clock.now()))
    db.session.commit()
    flash("You are writing a change. Readers see the approved version until the change is published.")
    return redirect(url_for(".edit", id=id))


@desk.post("/postings/<id:id>/discard")
def discard(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="discard")
    db.session.add(posting.discard(by=me(), at=clock.now()))
    db.session.commit()
    flash("Discarded.")
    return redirect(url_for(".posting", id=id))


@desk.post("/postings/<id:id>/pause")
def pause(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="pause")
    db.session.add(posting.pause(by=me(), at=clock.now()))
    db.session.commit()
    flash("Paused. Nobody can find it or apply until you put it up again.")
    return redirect(url_for(".posting", id=id))


@desk.post("/postings/<id:id>/resumption")
def resume(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="resume")
    db.session.add(posting.resume(by=me(), at=clock.now()))
    db.session.commit()
    flash("It is up again.")
    return redirect(url_for(".posting", id=id))


@desk.post("/postings/<id:id>/confirmation")
def confirm(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="confirm")
    db.session.add(posting.confirm(by=me(), at=clock.now()))
    db.session.commit()
    flash("Thank you. Readers see that it is still open as of today.")
    return redirect(url_for(".posting", id=id))


@desk.get("/postings/<id:id>/closure")
def closing(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="close")
    return render_template("employers/closure.html", posting=posting, form=ClosingForm())


@desk.post("/postings/<id:id>/closure")
def close(id: str) -> ResponseReturnValue:
    posting, form = find(Posting, id, to="close"), ClosingForm(request.form)
    if not form.validate():
        return render_template("employers/closure.html", posting=posting, form=form), 422
    db.session.add(posting.close(by=me(), at=clock.now(), reason=CloseReason(form.reason.data)))
    db.session.commit()
    flash("Closed. Its page now says that it is no longer open.")
    return redirect(url_for(".posting", id=id))


@desk.post("/postings/<id:id>/repost")
def repost(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="repost")
    twin, line = posting.repost(by=me(), at=clock.now())
    db.session.add_all([twin, line])
    db.session.commit()
    flash("A new draft says the same. Give it a closing date, then send it for review.")
    return redirect(url_for(".edit", id=twin.id))
