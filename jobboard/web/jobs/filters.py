"""The filters of the results page as HTML, drawn once for all pages and people whose search leaves the same choices.

Of a long list the page shows what most jobs have and what is chosen; the whole list is a step away (`filter_list.py`).
"""

from flask import current_app

from jobboard.search.engine import Result
from jobboard.web.jobs.filter_groups import Filters, all_groups
from jobboard.web.jobs.filter_ways import ways_to_all
from jobboard.web.jobs.long_lists import in_sight
from jobboard.web.kept import CARDS, Kept, templates_stay


def drawn(result: Result, path: str) -> bytes:
    """Everything in them follows from the search, its choices with their counts, and the page they lead to."""
    kept: Kept[bytes] = current_app.extensions[CARDS]
    query, shown = result.reading.query, tuple(in_sight(facet) for facet in result.facets)
    key = "filters", query, shown, tuple(len(facet.options) for facet in result.facets), path
    found = kept.find(key) if templates_stay(current_app) else None
    if found is None:
        facets = {facet.group: facet for facet in shown}
        wholes = ways_to_all(query, result.facets, shown)
        found = all_groups(Filters(query, facets, wholes, path)).encode()
        kept.put(key, found, len(found))
    return found
