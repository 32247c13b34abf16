"""Landing pages: the jobs of one or two plain choices, under an address that people can read."""

from typing import Any

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes import tree
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.engine import Result
from jobboard.search.index.engine import Index
from jobboard.search.landing.facts import Facts, Middle, facts
from jobboard.search.landing.names import Named, named
from jobboard.search.landing.page import FEWEST, Landing
from jobboard.search.landing.ways import Ways
from jobboard.web.jobs import listing, phrases
from jobboard.web.jobs.addresses import landing_path, whole
from jobboard.web.jobs.breadcrumbs import breadcrumbs
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.headings import heading, short, small
from jobboard.web.jobs.nearby import asked, hiring, near, places
from jobboard.web.searching import index_now, keeper
from jobboard.web.strangers import alike_for_strangers


@desk.get("/jobs/<any(remote):work>")
@desk.get("/jobs/from/<state>")
@desk.get("/jobs/family/<family>")
@desk.get("/jobs/credential/<credential>")
@desk.get("/jobs/credential/<credential>/from/<state>")
@desk.get("/jobs/credential/<credential>/<any(remote):work>")
@desk.get("/jobs/specialty/<specialty>")
@desk.get("/jobs/specialty/<specialty>/<any(remote):work>")
@desk.get("/jobs/specialty/<specialty>/with/<credential>")
@desk.get("/jobs/specialty/<specialty>/from/<state>")
@alike_for_strangers
def landing(**asked: str) -> ResponseReturnValue:
    page = named(db.session, asked)
    if page is None:
        raise NotThere
    now = clock.now()
    result = BoardEngine(db.session, keeper()).found(page.landing.query, now, why=False)
    return shown(page, result, index_now())


def shown(page: Named, result: Result, index: Index | None) -> ResponseReturnValue:
    """The page; the search instead where too few of a state's jobs name it; a word and a way on where there are too few."""
    if result.total < FEWEST:
        return render_template("jobs/landing_thin.html", **words(page, result), noindex=True), 404
    if index is None:
        return render_template("jobs/landing.html", **words(page, result), facts=None, near=[])
    with index.lock:
        ways = Ways(index, clock.now())
        stands, found, beside = ways.is_one(page.landing), facts(ways, page.landing), near(ways, page)
    if not stands:
        return redirect(page.landing.query.url(url_for("jobs.results")))
    return render_template("jobs/landing.html", **words(page, result), **figures(page, found), near=beside)


def words(page: Named, result: Result) -> dict[str, Any]:
    """What can be said by the search alone."""
    canonical, crumbs = whole(landing_path(page.landing, page.state_slug)), trail(page)
    query = page.landing.query
    return {
        "page": page,
        "heading": heading(page),
        "total": result.total,
        "counted": f"{result.total:,} {small(heading(page))}",
        "cards": listing.drawn(result.ids, {}),
        "search_url": query.url(url_for("jobs.results")),
        "parameters": query.url("").removeprefix("?"),
        "feed_url": query.url(url_for("jobs.feed")),
        "crumbs": crumbs,
        "canonical": canonical,
        "markup": breadcrumbs(crumbs, heading(page), canonical),
    }


def trail(page: Named) -> list[tuple[str, str]]:
    """From all jobs down to the page of its first choice, or of the families above it."""
    crumbs = [("Jobs", url_for("jobs.results")), ("By kind", url_for("jobs.browse"))]
    above = tree.above(db.session, page.family) if page.family else []
    crumbs += [(one.label, landing_path(Landing(family=one.slug))) for one in above]
    first, *more = page.landing.kinds
    if more:
        crumbs.append((short(page, first), landing_path(page.landing.alone(first))))
    return crumbs


def figures(page: Named, found: Facts) -> dict[str, Any]:
    """What its jobs come to, in words and numbers; every count leads to the search that holds as many."""
    pay = found.pay
    return {
        "facts": found,
        "at": f"at {phrases.counted(found.hiring, 'employer')}",
        "paid": paid(found.pay, found.jobs),
        "places": places(page, found),
        "asked": asked(page, found),
        "hiring": hiring(page, found),
        "pay": pay
        and {
            "text": phrases.figures(pay.low, pay.high),
            "unit": "an hour",
            "note": f"about {phrases.figures(phrases.yearly(pay.low), phrases.yearly(pay.high))} a year",
            "low": phrases.figures(pay.low, pay.low),
            "high": phrases.figures(pay.high, pay.high),
        },
    }


def paid(pay: Middle | None, jobs: int) -> str:
    """Three in four begin above the one end and three in four stop below the other, so half or more lie between."""
    if pay is None:
        return ""
    which = "of them" if pay.jobs == jobs else f"of the {pay.jobs:,} that pay by time"
    return f"At least half {which} pay between {phrases.figures(pay.low, pay.low)} and {phrases.figures(pay.high, pay.high)} an hour."
