"""What a coder has sent, where it stands as both sides see it, and the way back out."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.applications import finding
from jobboard.domain.applications.application import Application
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.web import resumes
from jobboard.web.applicants.course import course, row
from jobboard.web.applicants.desk import desk
from jobboard.web.door import find, me
from jobboard.web.jobs.sheet import sheet


@desk.get("/applications")
def index() -> ResponseReturnValue:
    rows = [row(sent, clock.now()) for sent in finding.of_coder(db.session, me().id)]
    parts = [("Under way", [each for each in rows if each.is_open])]
    parts += [("Over", [each for each in rows if not each.is_open])]
    return render_template("applicants/applications.html", parts=[part for part in parts if part[1]])


@desk.get("/applications/<id:id>")
def show(id: str) -> ResponseReturnValue:
    sent = mine(id, to="see")
    edition = finding.edition_answered(db.session, sent)
    return render_template(
        "applicants/application.html",
        sent=sent,
        edition=edition,
        sheet=sheet(sent.posting, edition, clock.now()),
        course=course(finding.diary(db.session, id), sent),
        listed=sent.posting.is_listed(clock.now()),
    )


@desk.post("/applications/<id:id>/withdrawal")
def withdraw(id: str) -> ResponseReturnValue:
    sent = mine(id, to="withdraw")
    db.session.add(sent.withdraw(by=me(), at=clock.now()))
    db.session.commit()
    flash("Withdrawn. The employer sees that, and nothing more is asked of you.")
    return redirect(url_for(".show", id=id))


@desk.get("/applications/<id:id>/resume")
def resume(id: str) -> ResponseReturnValue:
    return resumes.send(mine(id, to="see").resume)


def mine(id: str, *, to: str) -> Application:
    """An application of this coder's own. Those of others do not exist at this desk, whatever seat somebody holds."""
    sent = find(Application, id, to="see")
    if sent.coder_id != me().id:
        raise NotThere
    return find(Application, id, to=to)
