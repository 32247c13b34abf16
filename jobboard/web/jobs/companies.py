"""Who is hiring: every employer with a listed posting, and each one's own page."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.finding import employer_by_slug
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.search import overview
from jobboard.web.door import someone
from jobboard.web.jobs import listing
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.sheet import verified_because


@desk.get("/employers")
def companies() -> ResponseReturnValue:
    hiring = overview.companies(db.session, clock.now())
    return render_template("jobs/companies.html", hiring=hiring, canonical=whole(url_for(".companies")))


@desk.get("/employers/<slug>")
def company(slug: str) -> ResponseReturnValue:
    employer = employer_by_slug(db.session, slug)
    if employer is None or not (overview.was_approved(db.session, employer.id) or is_of_the_house(employer)):
        raise NotThere
    cards = listing.shown(overview.of_company(db.session, employer.id, clock.now()))
    return render_template(
        "jobs/company.html",
        employer=employer,
        cards=cards,
        verified=verified_because(employer),
        noindex=not cards,
        canonical=whole(url_for(".company", slug=slug)),
    )


def is_of_the_house(employer: Employer) -> bool:
    """Whoever writes the page, and whoever reviews. Readers see it once a first posting was approved: anybody can sign up."""
    person = someone()
    return person is not None and (person.is_moderator or person.seat_at(employer.id) is not None)
