"""What programs read: the Atom feed of any search, the rules for robots, the search description."""

from flask import Response, jsonify, render_template, request, url_for

from jobboard import clock
from jobboard.extensions import db
from jobboard.search import parameters
from jobboard.search.board import BoardEngine
from jobboard.web.jobs import listing, phrases
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.headlines import headline
from jobboard.web.jobs.matched import reasons_of
from jobboard.web.jobs.results import newest
from jobboard.web.searching import keeper
from jobboard.web.strangers import alike_for_strangers

PRIVATE = (
    "/me/",
    "/employer/",
    "/moderation",
    "/account",
    "/alerts",
    "/log-in",
    "/sign-up",
    "/password-reset",
    "/jobs.json",
    "/jobs/suggest",
    "/jobs/filters/",
    "/codes.json",
)


@desk.get("/jobs.atom")
@alike_for_strangers
def feed() -> Response:
    """The newest postings of a search, with the parameters of the results page. It says its address as it was understood: what
    was refused as patient data is not said again."""
    result = newest()
    cards = listing.shown(result.ids, result.reasons)
    words = {
        "title": headline(result),
        "page_url": whole(result.reading.query.url(url_for(".results"))),
        "feed_url": whole(result.reading.query.url(url_for(".feed"), sort="best")),
        "why": reasons_of(result),
    }
    return xml("jobs/feed.atom.xml", "application/atom+xml", cards=cards, whole=whole, **words)


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


@desk.get("/jobs/suggestions.json")
def suggestions() -> Response:
    """What a browser's search box offers while somebody types: the text, what it may become, what each is, where it leads."""
    query, _ = parameters.read({"q": request.args.getlist("q")})
    found = BoardEngine(db.session, keeper()).suggest(query.q, clock.now())
    labels = [one.label for one in found]
    notes = [
        one.kind if one.jobs is None else f"{one.kind}, {phrases.counted(one.jobs, 'job')}" for one in found
    ]
    answer = jsonify([query.q, labels, notes, [whole(one.query.url(url_for(".results"))) for one in found]])
    answer.mimetype = "application/x-suggestions+json"
    return answer


def xml(template: str, mimetype: str, **words: object) -> Response:
    """Characters that XML cannot carry at all are left out; everything else is escaped by the template."""
    text = render_template(template, **words)
    sound = "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
    return Response(sound, content_type=f"{mimetype}; charset=utf-8")
