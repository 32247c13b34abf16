"""The filters of the results page as HTML, drawn once for all pages and people whose search leaves the same choices."""

from collections.abc import Callable
from typing import Any

from flask import current_app

from jobboard.search.engine import Result
from jobboard.search.query import Query
from jobboard.web.kept import CARDS, Kept, templates_stay

ANY = "~"  # stands for a value in an address that is made for many


def drawn(result: Result, path: str) -> bytes:
    """Everything in them follows from the search, its choices with their counts, and the page they lead to."""
    kept: Kept[bytes] = current_app.extensions[CARDS]
    key = "filters", result.reading.query, result.facets, path
    found = kept.find(key) if templates_stay(current_app) else None
    if found is None:
        facets = {facet.group: facet for facet in result.facets}
        template = current_app.jinja_env.get_template("jobs/_facets.html")
        found = str(template.make_module({"facets": facets} | ways(result.reading.query, path))).encode()
        kept.put(key, found, len(found))
    return found


def ways(query: Query, path: str) -> dict[str, Any]:
    """What is asked now, and the links among the filters."""
    return {
        "query": query,
        "floor": f"{query.pay_min:f}" if query.pay_min is not None else "",
        "by_pay": one_for_each(query, path, "pay_min", pay_min=ANY, pay_unit="hour"),
        "by_family": one_for_each(query, path, "family", family=(ANY,)),
        "without_family": query.without("family").url(path),
    }


def one_for_each(query: Query, path: str, name: str, **asked: Any) -> Callable[[str], str]:
    """The address of the search for each value of a choice (slugs, numbers): put together once, not once a value.

    An equals sign that somebody typed is written otherwise in an address, so the place is found surely.
    """
    before, _, after = query.url(path, **asked).partition(f"{name}={ANY}")
    return lambda value: f"{before}{name}={value}{after}"
