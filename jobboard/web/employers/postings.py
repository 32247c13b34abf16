"""Postings as their makers see them: the list by what needs doing, one posting with its history, the preview."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.applications import finding as applications
from jobboard.domain.postings import finding
from jobboard.domain.postings.beginning import first_terms
from jobboard.domain.postings.posting import Posting, draft
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.employers.board import stage_of
from jobboard.web.employers.desk import desk
from jobboard.web.employers.editor.linter import margin
from jobboard.web.employers.history import asked_for, entries
from jobboard.web.employers.outdated import outdated
from jobboard.web.employers.overview import overview
from jobboard.web.employers.seat import my_employer
from jobboard.web.jobs.sheet import sheet

BEGUN = "A draft is begun. It is saved while you type, and only you and your colleagues see it."
BEGUN_AS_LAST = (
    "A draft is begun. Benefits, tools, states and hiring steps are as in your last posting: check them."
)


@desk.get("")
def door() -> ResponseReturnValue:
    return redirect(url_for(".index"))


@desk.get("/postings")
def index() -> ResponseReturnValue:
    return render_template("employers/index.html", **overview(my_employer(), clock.now()))


@desk.post("/postings")
def new() -> ResponseReturnValue:
    employer = find(Employer, my_employer().id, to="post")
    last = finding.last_sent(db.session, employer.id)
    posting, line = draft(employer, by=me(), at=clock.now())
    posting.edition.write(first_terms(employer, last, clock.now()), at=clock.now())
    db.session.add_all([posting, line])
    db.session.commit()
    flash(BEGUN_AS_LAST if last else BEGUN)
    return redirect(url_for(".edit", id=posting.id))


@desk.get("/postings/<id:id>")
def posting(id: str) -> ResponseReturnValue:
    posting, now = find(Posting, id, to="see_applications"), clock.now()
    lines = finding.diary(db.session, posting.id)
    words = {
        "received": applications.of_posting(db.session, posting.id),
        "stage_now": stage_of(posting, now),
        "margin": margin(posting, now) if posting.is_editable else None,
        "history": entries(lines, finding.people_in(db.session, lines), posting),
        "asked": asked_for(posting, lines),
        "outdated": outdated(db.session, posting, now),
    }
    return render_template("employers/posting.html", posting=posting, **words)


@desk.get("/postings/<id:id>/preview")
def preview(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="see_applications")
    now = clock.now()
    shown = sheet(posting, posting.edition, now)
    left = margin(posting, now) if posting.is_editable else None
    return render_template("employers/preview.html", posting=posting, sheet=shown, margin=left)
