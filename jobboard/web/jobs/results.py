"""Search results, as a page and as data; both answer the same parameters."""

from typing import Any

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes.finding import Standing
from jobboard.extensions import db
from jobboard.search import parameters
from jobboard.search.board import BoardEngine
from jobboard.search.cards import cards
from jobboard.search.engine import Facet, Result
from jobboard.search.query import BESIDE, SORTS, Query
from jobboard.web.jobs import filters, listing, phrases
from jobboard.web.jobs.addresses import posting_path, whole
from jobboard.web.jobs.chips import chips, in_words
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.paging import paging
from jobboard.web.searching import keeper
from jobboard.web.strangers import alike_for_strangers

LONGEST_RECENT = 80


@desk.get("/jobs")
@alike_for_strangers
def results() -> ResponseReturnValue:
    result, messages = answer()
    return render_template(
        "jobs/results.html",
        result=result,
        query=result.reading.query,
        **found_by(result),
        **words_of(result, messages),
        **ways_on(result, url_for("jobs.results")),
        filters=filters.drawn(result, url_for("jobs.results")),
    )


def found_by(result: Result) -> dict[str, Any]:
    """The cards, and the page of the code that found them."""
    found = result.reading.code
    if found is None:
        by_code = bool(result.reading.codes)
        return {"cards": listing.drawn(result.ids, result.reasons, by_code=by_code)}
    url = url_for("codes.code", code_set=found.code_set.value, code=found.code)
    return {
        "cards": listing.drawn(result.ids, result.reasons, found.code, url, by_code=True),
        "code_url": url,
    }


@desk.get("/jobs.json")
@alike_for_strangers
def results_json() -> ResponseReturnValue:
    result, messages = answer()
    return jsonify(
        total=result.total,
        results=[as_data(card, result) for card in cards(db.session, result.ids, clock.now())],
        facets=facets_as_data(result.facets),
        chips=[chip_as_data(chip) for chip in chips(result.reading, url_for("jobs.results_json"))],
        did_you_mean=result.did_you_mean,
        messages=messages,
    )


def answer() -> tuple[Result, list[str]]:
    """The engine's answer to this request's parameters, and what has to be said about them."""
    query, messages = asked()
    result = BoardEngine(db.session, keeper()).search(query, clock.now())
    return result, messages + list(result.reading.messages)


def newest() -> Result:
    """The newest that this request's parameters ask for, for feeds: they offer no choices, so none is counted."""
    query, _ = asked()
    return BoardEngine(db.session, keeper()).found(query.but(sort="newest", page=1), clock.now())


def asked() -> tuple[Query, list[str]]:
    return parameters.read(request.args.to_dict(flat=False))


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


def headline(result: Result) -> str:
    """'18 jobs for 44314 and “denials”', '9 jobs that cover some of 14 codes', '3 jobs for “denials”', '212 jobs'."""
    reading = result.reading
    count = phrases.counted(result.total, "job") if result.total else "No jobs"
    words = in_words(reading.rest)
    if len(reading.codes) == 1:
        words = words.replace(" for “", " and “", 1)
    kinds = [reading.labels["specialty", slug] for slug in reading.query.specialty]
    fields = f" in {phrases.listing(kinds, 'or')}" if kinds else ""
    return f"{count}{covering(result)}{words}{fields}"


def covering(result: Result) -> str:
    """' for 44314', ' that cover some of 14 codes'. Of one code also those are shown that share its specialty alone."""
    codes = result.reading.codes
    if len(codes) > 1:
        return f" that {'covers' if result.total == 1 else 'cover'} some of {len(codes)} codes"
    return f" for {codes[0].said}" if codes else ""


def warning(result: Result) -> str | None:
    """A code that no claim may carry now is searched all the same, and said to be one."""
    code = result.reading.code
    said = {
        Standing.DELETED: "is no longer valid. Jobs whose families held it are shown.",
        Standing.NOT_YET: "is not valid yet. Jobs whose families hold it are shown.",
        Standing.HEADING: "is a heading: a claim needs more characters. Jobs whose families hold it are shown.",
    }
    return f"{code.code} {said[code.standing]}" if code and code.standing in said else None


def as_data(card: Any, result: Result) -> dict[str, Any]:
    return {
        "id": card.id,
        "url": whole(posting_path(card.id, card.title)),
        "title": card.title,
        "employer": card.employer_name,
        "pay": f"{phrases.figures(card.pay_min, card.pay_max)} {card.pay_unit.label}",
        "work_model": card.work_model.value,
        "reasons": list(result.reasons.get(card.id, ())),
    }


def facets_as_data(facets: tuple[Facet, ...]) -> dict[str, list[dict[str, Any]]]:
    data: dict[str, list[dict[str, Any]]] = {}
    for facet in facets:
        options = [{"value": o.value, "label": o.label, "count": o.count} for o in facet.options]
        data.setdefault(facet.name, []).extend(options)
    return data


def chip_as_data(chip: Any) -> dict[str, Any]:
    return {"name": chip.name, "value": chip.value, "label": chip.label, "remove_url": chip.remove_url}
