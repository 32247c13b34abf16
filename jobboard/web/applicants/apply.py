"""Applying: one form, one resume, once for ever."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from werkzeug.exceptions import RequestEntityTooLarge

from jobboard import clock
from jobboard.domain.applications import application, finding
from jobboard.domain.applications.application import answerable, takes_applications
from jobboard.domain.applications.resume import Resume
from jobboard.domain.errors import Invalid
from jobboard.domain.permissions import may
from jobboard.domain.postings import finding as postings
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db, limiter
from jobboard.resumes.refusal import REFUSALS, NotTaken
from jobboard.web import resumes
from jobboard.web.applicants.desk import desk
from jobboard.web.applicants.forms import ANOTHER, ApplicationForm, form_for
from jobboard.web.door import find, me, someone
from jobboard.web.errors import SOMEBODY_FASTER, page

CHOOSE = "Choose a resume to send."


@desk.get("/postings/<id:id>/application")
def apply(id: str) -> ResponseReturnValue:
    if sent := already(id):
        return sent
    posting = find(Posting, id, to="apply")
    form = form_for(answerable(posting, clock.now()), blank=True)
    form.offer(finding.resumes_of(db.session, me().id))
    return draw(posting, form)


@desk.post("/postings/<id:id>/application")
@limiter.limit("60 per hour", key_func=lambda: me().id)
def send(id: str) -> ResponseReturnValue:
    """A resume that passed is kept first and by itself, so that whatever else is wrong, it need not be chosen again."""
    if sent := already(id):
        return sent
    form = form_for(answerable(find(Posting, id, to="apply"), clock.now()))
    chosen = receive(form)
    posting = find(Posting, id, to="apply")
    form.offer(finding.resumes_of(db.session, me().id), chosen)
    if not is_sound(form, posting):
        return draw(posting, form), 422
    return sent_off(posting, form)


def receive(form: ApplicationForm) -> str | None:
    """Take in the file that came with the form. Its id, or that of the one chosen before; what is wrong is noted.

    After a refusal none is chosen: an older resume must not go out in the place of the one that was meant.
    """
    file = form.upload()
    form.validate()
    if file is None:
        return form.chosen()
    try:
        return resumes.take_in(file, me().id)
    except NotTaken as refusal:
        form.refuse_resume(str(refusal))
        return ANOTHER


def is_sound(form: ApplicationForm, posting: Posting) -> bool:
    if not form.errors and form.chosen() is None:
        form.refuse_resume(CHOOSE)
    return form.fits(answerable(posting, clock.now())) and not form.errors


def sent_off(posting: Posting, form: ApplicationForm) -> ResponseReturnValue:
    """Write the application down. When two are sent at the same moment, the second one is told of the first."""
    posting_id, resume = posting.id, find(Resume, form.chosen() or "", to="see")
    answers = [field.data for field in form.answers()]
    try:
        sent, line = application.apply(
            posting, by=me(), at=clock.now(), resume=resume, note=form.note.data or "", answers=answers
        )
        db.session.add(sent)
        db.session.flush()
        db.session.add(line)
        db.session.commit()
    except Invalid as refusal:
        form.take(refusal)
        return draw(posting, form), 422
    except IntegrityError:
        db.session.rollback()
        return already(posting_id) or page(409, SOMEBODY_FASTER)
    flash("Sent. A confirmation is on its way to you by email.")
    return redirect(url_for(".show", id=sent.id))


def already(posting_id: str) -> ResponseReturnValue | None:
    """The way to what was sent before, or None when nothing was."""
    sent = finding.earlier(db.session, coder_id=me().id, posting_id=posting_id)
    if sent is None:
        return None
    flash(f"You applied on {sent.sent_at:%B} {sent.sent_at.day}. One application is sent to a job.", "wait")
    return redirect(url_for(".show", id=sent.id))


def draw(posting: Posting, form: ApplicationForm) -> str:
    return render_template("applicants/apply.html", posting=posting, edition=posting.live_edition, form=form)


@desk.errorhandler(413)
def far_too_large(error: RequestEntityTooLarge) -> ResponseReturnValue:
    """The body was never read. Whoever could have sent it sees the form again, with what to do beside the file."""
    posting = postings.by_id(db.session, (request.view_args or {}).get("id", ""))
    now = clock.now()
    if posting is None or not may(someone(), "apply", posting, now) or not takes_applications(posting, now):
        return page(413, REFUSALS["too_large"])
    form = form_for(answerable(posting, now), blank=True)
    form.offer(finding.resumes_of(db.session, me().id))
    form.refuse_resume(REFUSALS["too_large"])
    return draw(posting, form), 413
