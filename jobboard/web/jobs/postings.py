"""One posting's page: for readers while it is listed, gone for good after; before that only for those who may see it."""

from typing import Any

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.applications import finding as applications
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from jobboard.search import overview
from jobboard.web.door import find, someone
from jobboard.web.jobs.addresses import posting_path, slug_of, whole
from jobboard.web.jobs.alike import similar_cards
from jobboard.web.jobs.applying import way_to_apply
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.sheet import sheet
from jobboard.web.jobs.structured import job_posting


@desk.get("/jobs/<id:id>")
@desk.get("/jobs/<id:id>/<slug>")
def posting(id: str, slug: str = "") -> ResponseReturnValue:
    ended = overview.ended(db.session, id, clock.now())
    if ended is not None:
        return gone(ended)
    thing = find(Posting, id, to="see")
    title = (thing.live_edition or thing.edition).title
    if slug != slug_of(title):
        return redirect(posting_path(id, title), 301 if thing.is_listed(clock.now()) else 302)
    return render_template("jobs/posting.html", posting=thing, **page_of(thing))


def page_of(posting: Posting) -> dict[str, Any]:
    """Everything the page shows. What is not listed is for its makers' eyes: no markup for search engines, no way to apply."""
    now, person = clock.now(), someone()
    listed = posting.is_listed(now)
    edition = (posting.live_edition if listed else None) or posting.edition
    seen = sheet(posting, edition, now)
    canonical = whole(posting_path(posting.id, edition.title))
    return {
        "sheet": seen,
        "edition": edition,
        "listed": listed,
        "noindex": not listed,
        "canonical": canonical,
        "markup": job_posting(posting, edition, seen, canonical) if listed else None,
        "apply": way_to_apply(posting, edition, earlier(posting)) if listed else None,
        "similar": similar_cards(edition.id) if listed else [],
        "is_member": bool(person and person.seat_at(posting.employer_id)),
    }


def earlier(posting: Posting) -> Any:
    person = someone()
    if person is None or not person.is_coder:
        return None
    return applications.earlier(db.session, coder_id=person.id, posting_id=posting.id)


def gone(edition_id: str) -> ResponseReturnValue:
    """It was listed once: search engines drop it at once, people see what is like it. None of its words are shown."""
    return render_template("jobs/gone.html", cards=similar_cards(edition_id), noindex=True), 410
