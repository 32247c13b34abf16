"""The results page: what it says of an answer and where it leads, around its cards and its filters.

What stands around them is drawn once for all strangers whose search is read and answered alike: when the board changes, the
cards and the filters that did not change stand already too.
"""

from typing import Any

from flask import current_app, render_template, url_for
from markupsafe import Markup

from jobboard.search.engine import Result
from jobboard.search.query import BESIDE, SORTS, Query
from jobboard.web.jobs import filters, listing
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.chips import chips
from jobboard.web.jobs.headlines import headline, warning
from jobboard.web.jobs.paging import paging
from jobboard.web.kept import FRAMES, Kept
from jobboard.web.strangers import a_stranger_asks

LONGEST_RECENT = 80
HERE = Markup("<slot></slot>")  # nobody's words hold it: theirs are escaped
Frame = tuple[bytes, ...]


def page_of(result: Result, messages: list[str]) -> bytes:
    """The whole page. `messages`: what has to be said about the address it was asked by."""
    path = url_for("jobs.results")
    cards = cards_of(result)
    parts = [filters.drawn(result, path), "".join(cards).encode()]
    around = frame_of(result, messages, path, has_cards=bool(cards))
    return b"".join(part for pair in zip(around, [*parts, b""], strict=False) for part in pair)


def cards_of(result: Result) -> list[Markup]:
    code = result.reading.code
    by_code = bool(result.reading.codes)
    if code is None:
        return listing.drawn(result.ids, result.reasons, by_code=by_code)
    return listing.drawn(result.ids, result.reasons, code.code, code_url(result), by_code=by_code)


def code_url(result: Result) -> str | None:
    """The page of the code that was asked for."""
    code = result.reading.code
    return url_for("codes.code", code_set=code.code_set.value, code=code.code) if code else None


def frame_of(result: Result, messages: list[str], path: str, *, has_cards: bool) -> Frame:
    """What stands before, between and behind the filters and the cards; without cards there are two parts."""
    kept: Kept[Frame] = current_app.extensions[FRAMES]
    key = key_of(result, messages, has_cards) if a_stranger_asks() else None
    found = kept.find(key) if key else None
    if found is None:
        found = frame_drawn(result, messages, path, has_cards)
        if key:
            kept.put(key, found, sum(map(len, found)))
    return found


def key_of(result: Result, messages: list[str], has_cards: bool) -> tuple[Any, ...] | None:
    """All that the words around are made from. Not of codes: theirs come from the dataset."""
    reading = vars(result.reading).copy()
    if reading.pop("codes"):
        return None
    labels = tuple(reading.pop("labels").items())
    return "frame", *reading.values(), labels, result.total, result.advice, tuple(messages), has_cards


def frame_drawn(result: Result, messages: list[str], path: str, has_cards: bool) -> Frame:
    text = render_template(
        "jobs/results.html",
        result=result,
        query=result.reading.query,
        filters=HERE,
        cards=[HERE] if has_cards else [],
        **words_of(result, messages),
        **ways_on(result, path),
    )
    return tuple(part.encode() for part in text.split(HERE))


def words_of(result: Result, messages: list[str]) -> dict[str, Any]:
    """What the page says about the answer."""
    return {
        "headline": headline(result),
        "messages": messages,
        "warning": warning(result),
        "noindex": bool(result.reading.query.q) or not result.total,
        "canonical": whole(result.reading.query.url(url_for("jobs.results"), sort="best", page=1)),
    }


def ways_on(result: Result, path: str) -> dict[str, Any]:
    """Every link that leads from this answer to another."""
    query = result.reading.query
    found = chips(result.reading, path)
    return {
        "chips": found,
        "code_url": code_url(result),
        "recent": " · ".join(chip.label for chip in found)[:LONGEST_RECENT],
        "page": paging(query, result.pages, path),
        "advice": [(one.label, one.query.url(path), one.jobs) for one in result.advice],
        "typed_url": result.reading.instead.url(path) if result.reading.instead else None,
        "sorts": sorts(query, path),
        "feed_url": query.url(url_for("jobs.feed"), sort="newest"),
        "chosen": len([name for name, _ in query.parameters() if name not in ("q", "sort", "page", *BESIDE)]),
    }


def sorts(query: Query, path: str) -> list[tuple[str, str, bool]]:
    """The orders as links. Where all fits equally well there is nothing to match best: the newest lead."""
    first = "best" if query.fits_unevenly else "newest"
    chosen = first if query.sort == "best" else query.sort
    return [
        (label, query.url(path, sort="best" if name == first else name), name == chosen)
        for name, label in SORTS.items()
        if first == "best" or name != "best"
    ]
