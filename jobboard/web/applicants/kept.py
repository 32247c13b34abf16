"""The resumes a coder keeps on the board: where each went, and a way to delete what nobody needs."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from jobboard.domain.applications import finding
from jobboard.domain.applications.resume import Resume
from jobboard.domain.errors import NotNow
from jobboard.extensions import db
from jobboard.resumes import store
from jobboard.web import resumes
from jobboard.web.applicants.desk import desk
from jobboard.web.door import find, me

NEEDED = "This resume went out with an application, so it stays as long as the application does."


@desk.get("/resumes")
def kept() -> ResponseReturnValue:
    found = finding.resumes_of(db.session, me().id)
    return render_template(
        "applicants/resumes.html", kept=found, uses=finding.uses_of_resumes(db.session, me().id)
    )


@desk.get("/resumes/<id:id>")
def kept_resume(id: str) -> ResponseReturnValue:
    return resumes.send(find(Resume, id, to="see"))


@desk.post("/resumes/<id:id>/deletion")
def delete(id: str) -> ResponseReturnValue:
    resume = find(Resume, id, to="delete")
    if id in finding.uses_of_resumes(db.session, me().id):
        raise NotNow(NEEDED)
    name, stored_name = resume.shown_name, resume.stored_name
    db.session.delete(resume)
    try:
        db.session.commit()
    except IntegrityError as error:
        raise NotNow(NEEDED) from error
    store.discard(resumes.folder(), stored_name)
    flash(f"Deleted: {name}. The file is gone from here.")
    return redirect(url_for(".kept"))
