"""Who is hiring: every employer with a listed posting, and each one's own page."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.finding import employer_by_slug
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.search import overview
from jobboard.search.board import BoardEngine
from jobboard.search.query import Query
from jobboard.web.door import someone
from jobboard.web.jobs import listing
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.sheet import verified_because
from jobboard.web.searching import keeper, sums_now


@desk.get("/employers")
def companies() -> ResponseReturnValue:
    hiring = overview.companies(db.session, sums_now().hiring(clock.now()))
    return render_template("jobs/companies.html", hiring=hiring, canonical=whole(url_for(".companies")))


@desk.get("/employers/<slug>")
def company(slug: str) -> ResponseReturnValue:
    employer = employer_by_slug(db.session, slug)
    if employer is None or not (overview.was_approved(db.session, employer.id) or is_of_the_house(employer)):
        raise NotThere
    return render_template("jobs/company.html", employer=employer, **page(employer))


def page(employer: Employer) -> dict[str, Any]:
    """The newest few of its jobs: the search shows the rest."""
    query = Query(employer=(employer.slug,), sort="newest")
    found = BoardEngine(db.session, keeper()).found(query, clock.now(), why=False)
    return {
        "jobs": found.total,
        "cards": listing.shown(found.ids),
        "all_url": query.url(url_for(".results"), sort="best"),
        "verified": verified_because(employer),
        "noindex": not found.total,
        "canonical": whole(url_for(".company", slug=employer.slug)),
    }


def is_of_the_house(employer: Employer) -> bool:
    """Whoever writes the page, and whoever reviews. Readers see it once a first posting was approved: anybody can sign up."""
    person = someone()
    return person is not None and (person.is_moderator or person.seat_at(employer.id) is not None)
