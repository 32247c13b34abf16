"""What programs read: the Atom feed of any search, the sitemap, the rules for robots, the search description."""

from flask import Response, render_template, request, url_for

from jobboard import clock
from jobboard.extensions import db
from jobboard.search import overview
from jobboard.web.jobs import listing
from jobboard.web.jobs.addresses import posting_path, whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.pages import PAGES
from jobboard.web.jobs.results import answer, headline

MOST_ADDRESSES = 45_000  # a sitemap may hold 50,000
PRIVATE = (
    "/me/",
    "/employer/",
    "/moderation",
    "/account",
    "/log-in",
    "/sign-up",
    "/password-reset",
    "/jobs.json",
    "/codes.json",
)


@desk.get("/jobs.atom")
def feed() -> Response:
    """The newest postings of a search, with the parameters of the results page."""
    result, _ = answer(sort="newest", page=1)
    cards = listing.shown(result.ids, result.reasons)
    path = result.reading.query.url(url_for(".results"))
    words = {
        "title": headline(result),
        "page_url": whole(path),
        "feed_url": whole(request.full_path.rstrip("?")),
    }
    return xml("jobs/feed.atom.xml", "application/atom+xml", cards=cards, whole=whole, **words)


@desk.get("/sitemap.xml")
def sitemap() -> Response:
    now = clock.now()
    postings = [
        (whole(posting_path(posting.id, posting.title)), posting.changed_at)
        for posting in overview.addresses(db.session, now, MOST_ADDRESSES)
    ]
    companies = [whole(url_for(".company", slug=e.slug)) for e, _ in overview.companies(db.session, now)]
    pages = [whole(url_for(f".{name}")) for name in ("home", "results", "companies", *PAGES)]
    pages.append(whole(url_for("codes.index")))
    return xml("jobs/sitemap.xml", "application/xml", postings=postings, pages=pages + companies)


@desk.get("/robots.txt")
def robots() -> Response:
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PRIVATE),
        f"Sitemap: {whole(url_for('.sitemap'))}",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@desk.get("/opensearch.xml")
def opensearch() -> Response:
    return xml("jobs/opensearch.xml", "application/opensearchdescription+xml", whole=whole)


def xml(template: str, mimetype: str, **words: object) -> Response:
    """Characters that XML cannot carry at all are left out; everything else is escaped by the template."""
    text = render_template(template, **words)
    sound = "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
    return Response(sound, content_type=f"{mimetype}; charset=utf-8")
