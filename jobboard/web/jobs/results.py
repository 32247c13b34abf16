"""Search results, as a page and as data; both answer the same parameters."""

from collections.abc import Collection
from typing import Any

from flask import jsonify, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.extensions import db
from jobboard.search import parameters
from jobboard.search.board import BoardEngine
from jobboard.search.cards import cards
from jobboard.search.engine import Facet, Result
from jobboard.search.query import Query
from jobboard.web.jobs import phrases
from jobboard.web.jobs.addresses import posting_path, whole
from jobboard.web.jobs.chips import chips
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.result_page import page_of
from jobboard.web.searching import keeper
from jobboard.web.strangers import alike_for_strangers


@desk.get("/jobs")
@alike_for_strangers
def results() -> ResponseReturnValue:
    return page_of(*answer())


@desk.get("/jobs.json")
@alike_for_strangers
def results_json() -> ResponseReturnValue:
    wanted, unknown = parameters.facets(request.args.getlist("facets"))
    result, messages = answer(wanted)
    return jsonify(
        total=result.total,
        results=[as_data(card, result) for card in cards(db.session, result.ids, clock.now())],
        facets=facets_as_data(result.facets),
        chips=[chip_as_data(chip) for chip in chips(result.reading, url_for("jobs.results_json"))],
        did_you_mean=result.did_you_mean,
        messages=messages + unknown,
    )


def answer(wanted: Collection[str] | None = None) -> tuple[Result, list[str]]:
    """The engine's answer to this request's parameters, and what has to be said about them."""
    query, messages = asked()
    result = BoardEngine(db.session, keeper()).search(query, clock.now(), wanted)
    return result, messages + list(result.messages)


def newest() -> Result:
    """The newest that this request's parameters ask for, for feeds: they offer no choices, so none is counted."""
    query, _ = asked()
    return BoardEngine(db.session, keeper()).found(query.but(sort="newest", page=1), clock.now())


def asked() -> tuple[Query, list[str]]:
    return parameters.read(request.args.to_dict(flat=False))


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
