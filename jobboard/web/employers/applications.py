"""Applications as the employer reads them: by date, never by a score; each answer is told to the coder."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.applications import finding
from jobboard.domain.applications.application import Application
from jobboard.domain.applications.lifecycle import NotChosenReason, Stage
from jobboard.domain.diary import Event
from jobboard.domain.postings.finding import people_in
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.employers.answering import AnswerForm, DeclineForm
from jobboard.web.employers.desk import desk
from jobboard.web.employers.history import application_entries
from jobboard.web.resumes import send

UNREAD = "Open the application first: the coder is told that you did."


@desk.get("/postings/<id:id>/applications")
def received(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="see_applications")
    return render_template(
        "employers/applications.html", posting=posting, received=finding.of_posting(db.session, posting.id)
    )


@desk.get("/applications/<id:id>")
def application(id: str) -> ResponseReturnValue:
    return page(find(Application, id, to="see"), AnswerForm(), DeclineForm())


@desk.get("/applications/<id:id>/resume")
def resume_file(id: str) -> ResponseReturnValue:
    application = find(Application, id, to="see")
    if application.stage == Stage.SENT:
        flash(UNREAD, "wait")
        return redirect(url_for(".application", id=id))
    return send(application.resume)


@desk.post("/applications/<id:id>/opening")
def open(id: str) -> ResponseReturnValue:
    application = find(Application, id, to="open")
    db.session.add(application.open(by=me(), at=clock.now()))
    db.session.commit()
    flash("Opened. The coder sees that you are reading it.")
    return redirect(url_for(".application", id=id))


@desk.post("/applications/<id:id>/conversation")
def start_conversation(id: str) -> ResponseReturnValue:
    return answered(find(Application, id, to="start_conversation"), "start_conversation")


@desk.post("/applications/<id:id>/interview")
def invite_to_interview(id: str) -> ResponseReturnValue:
    return answered(find(Application, id, to="invite_to_interview"), "invite_to_interview")


@desk.post("/applications/<id:id>/offer")
def make_offer(id: str) -> ResponseReturnValue:
    return answered(find(Application, id, to="make_offer"), "make_offer")


@desk.post("/applications/<id:id>/hire")
def hire(id: str) -> ResponseReturnValue:
    return answered(find(Application, id, to="hire"), "hire")


@desk.post("/applications/<id:id>/refusal")
def decline(id: str) -> ResponseReturnValue:
    application, form = find(Application, id, to="decline"), DeclineForm(request.form)
    if not form.validate():
        return page(application, AnswerForm(), form), 422
    reason, message, name = NotChosenReason(form.reason.data), form.message.data or "", application.coder.name
    db.session.add(application.decline(by=me(), at=clock.now(), reason=reason, message=message))
    db.session.commit()
    flash(f"{name} is told, with the reason.")
    return redirect(url_for(".received", id=application.posting_id))


def answered(application: Application, verb: str) -> ResponseReturnValue:
    """Say a verb of the conversation, with a message or without; the coder gets a letter."""
    form, name = AnswerForm(request.form), application.coder.name
    if not form.validate():
        return page(application, form, DeclineForm()), 422
    line: Event = getattr(application, verb)(by=me(), at=clock.now(), message=form.message.data or "")
    db.session.add(line)
    db.session.commit()
    flash(f"{name} is told by email: {application.stage.label.lower()}.")
    return redirect(url_for(".application", id=application.id))


def page(application: Application, form: AnswerForm, refusal: DeclineForm) -> str:
    lines = finding.diary(db.session, application.id)
    history = application_entries(lines, people_in(db.session, lines), application.posting.employer.timezone)
    return render_template(
        "employers/application.html", application=application, form=form, refusal=refusal, history=history
    )
