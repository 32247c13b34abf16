"""The sitemap: an index, and as many sitemaps as it takes to name every public page."""

from collections.abc import Callable, Iterable

from flask import Response, abort, url_for

from jobboard import clock
from jobboard.domain.codes.codeset import CodeSet
from jobboard.extensions import db
from jobboard.search import overview, sitemaps
from jobboard.search.landing.names import state_slug
from jobboard.search.landing.ways import every
from jobboard.search.sitemaps import (
    CREDENTIALS,
    FAMILIES,
    LAST,
    MOST,
    POSTINGS,
    SPECIALTIES,
    Named,
    Piece,
    pieces_of,
)
from jobboard.web.jobs.addresses import landing_path, posting_path, whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.feeds import xml
from jobboard.web.jobs.pages import PAGES
from jobboard.web.kept import while_it_stands, while_loaded
from jobboard.web.searching import index_now, sums_now
from jobboard.web.strangers import alike_for_strangers

PAGE_PIECE = Piece("pages", 1)
LANDING = "landing"
SLUGGED = {FAMILIES: "codes.family", SPECIALTIES: "codes.specialty", CREDENTIALS: "codes.credential"}


@desk.get("/sitemap.xml")
@alike_for_strangers
def sitemap() -> Response:
    figures = while_it_stands("figures", lambda: sums_now().figures(clock.now()))
    loaded = while_loaded("sitemaps", lambda: sitemaps.pieces(db.session))
    pieces = [PAGE_PIECE, *pieces_of(POSTINGS, figures.jobs), *loaded, *landing_pieces()]
    found = [whole(url_for(".sitemap_of", part=piece.part, number=piece.number)) for piece in pieces]
    return xml("jobs/sitemap_index.xml", "application/xml", sitemaps=found)


@desk.get("/sitemap-<part>-<int:number>.xml")
def sitemap_of(part: str, number: int) -> Response:
    piece = Piece(part, number)
    rows = pages() if piece == PAGE_PIECE else landing_rows(number) if part == LANDING else rows_of(piece)
    if not rows:
        abort(404)
    return xml("jobs/sitemap.xml", "application/xml", rows=rows)


def pages() -> list[tuple[str, None]]:
    """The board's own pages and the employers who have a job listed."""
    paths = [url_for(f".{name}") for name in ("home", "results", "browse", "companies", *PAGES)]
    paths.append(url_for("codes.index"))
    for employer, _ in overview.companies(db.session, sums_now().hiring(clock.now())):
        paths.append(url_for(".company", slug=employer.slug))
    return [(whole(path), None) for path in paths]


def landing_pieces() -> list[Piece]:
    """None while nothing is counted: a search engine keeps what it read before."""
    index = index_now()
    count = len(every(index, clock.now())) if index else 0
    return pieces_of(LANDING, count)


def landing_rows(number: int) -> list[tuple[str, object]]:
    """Landing pages, each with the newest change to one of its jobs. Asks to come back later while nothing is counted."""
    index = index_now()
    if index is None:
        abort(503)
    found = every(index, clock.now())[(number - 1) * MOST : number * MOST] if 0 < number <= LAST else []
    slugs = {code: state_slug(name) for code, name in index.catalog.states}
    return [
        (whole(landing_path(way.landing, slugs.get(way.landing.state, ""))), way.changed_at) for way in found
    ]


def rows_of(piece: Piece) -> list[tuple[str, object]]:
    """Address and last change of everything in one sitemap; empty when there is no such sitemap."""
    found = list(postings_of(piece.number) if piece.part == POSTINGS else sitemaps.named(db.session, piece))
    if not found:
        return []
    path = path_of(piece.part)
    return [(whole(path(one)), one.changed_at) for one in found]


def postings_of(number: int) -> Iterable[Named]:
    if not 0 < number <= LAST:
        return ()
    now = clock.now()
    ids = sums_now().oldest(now, (number - 1) * sitemaps.MOST, sitemaps.MOST)
    return sitemaps.postings(db.session, ids, now)


def path_of(part: str) -> Callable[[Named], str]:
    """How a part's things are addressed. Codes go by tens of thousands: their address is built once and filled in."""
    if part == POSTINGS:
        return lambda one: posting_path(one.name, one.title)
    if part in SLUGGED:
        return lambda one: url_for(SLUGGED[part], slug=one.name)
    stem = url_for("codes.code", code_set=CodeSet(part).value, code="-").removesuffix("-")
    return lambda one: stem + one.name
