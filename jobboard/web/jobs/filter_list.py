"""The whole list of a filter of which the results page shows the commonest, as a page of its own; with script it opens in place."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.domain.errors import NotThere
from jobboard.search.engine import Option, Result
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.filter_ways import tree_ways
from jobboard.web.jobs.long_lists import CAPPED, LISTS
from jobboard.web.jobs.results import answer
from jobboard.web.strangers import alike_for_strangers


@desk.get("/jobs/filters/<name>")
@alike_for_strangers
def filter_list(name: str) -> ResponseReturnValue:
    if name not in LISTS:
        raise NotThere
    result, messages = answer()
    return render_template("jobs/filter_list.html", **whole(name, result), messages=messages, noindex=True)


def whole(name: str, result: Result) -> dict[str, Any]:
    """The list, what else was asked, and the ways back to the results."""
    query, path = result.reading.query, url_for("jobs.results")
    facets = {facet.group: facet for facet in result.facets}
    by_family, without_family = tree_ways(query, path)
    return {
        "by_family": by_family,
        "without_family": without_family,
        "facet": facets[name],
        "options": in_order(name, facets[name].options),
        "ask": LISTS[name].ask,
        "noun": LISTS[name].noun,
        "is_capped": name in CAPPED,
        "is_counted": all(option.count is not None for option in facets["work"].options),
        "total": result.total,
        "back": query.url(path, page=1),
        "others": [pair for pair in query.parameters(page=1) if pair[0] != name],
    }


def in_order(name: str, options: tuple[Option, ...]) -> list[Option]:
    """A tree as it grows; names as a reader looks for them."""
    return list(options) if name == "family" else sorted(options, key=lambda option: option.label.lower())
