"""The groups of filters beside the results, in their order: each drawn by the component of its kind."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from jobboard.search.engine import Facet
from jobboard.search.query import Query
from jobboard.web.facets import branched, listed, paid, ticked
from jobboard.web.jobs.filter_ways import Whole, floor_ways, tree_ways
from jobboard.web.pieces import drawn, joined, plain

FOLDED = "near", "state", "tool", "employer"


class Filters(NamedTuple):
    """What is asked now, the facets by their group, the way to the whole of those that stand here in part, and the page."""

    query: Query
    facets: Mapping[str, Facet]
    wholes: Mapping[str, Whole]
    path: str

    def ticks(self, group: str, more: int | None = None) -> Markup:
        facet = self.facets.get(group)
        if facet is None or not facet.options:
            return Markup()
        return ticked(facet.name, facet.title, facet.options, more, group, self.wholes.get(group))

    def choice(self, group: str, any_label: str) -> Markup:
        facet = self.facets[group]
        return listed(facet.name, facet.title, facet.options, any_label)


def all_groups(filters: Filters) -> Markup:
    return joined([*carried(filters.query), *groups(filters), *folded(filters)])


def carried(query: Query) -> Iterator[str]:
    """What the form sends along of what is asked elsewhere on the page."""
    pairs = [("q", query.q), *(("family", value) for value in query.family)]
    pairs.append(("sort", query.sort if query.sort != "best" else ""))
    return (f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in pairs if value)


def groups(filters: Filters) -> Iterator[Markup]:
    query, facets = filters.query, filters.facets
    yield filters.ticks("work")
    yield filters.choice("from_state", "Any state")
    yield paid(facets["pay_min"].title, facets["pay_min"].options, *floor_ways(query, filters.path))
    if query.apprentice or any(option.count != 0 for option in facets["apprentice"].options):
        yield filters.ticks("apprentice")
    yield filters.ticks("specialty")
    yield filters.ticks("credential")
    if filters.query.credential:
        yield filters.choice("need", "Required or preferred")
    if facets["family"].options:
        ways = tree_ways(query, filters.path)
        yield branched("Code families", facets["family"].options, *ways, filters.wholes.get("family"))
    yield filters.ticks("side")
    yield filters.ticks("encounter", more=6)
    yield filters.ticks("type")
    yield filters.choice("experience_max", "Any")
    yield filters.choice("since", "Any time")


def folded(filters: Filters) -> Iterator[Any]:
    """What fewer ask for, open where one of them is chosen."""
    query = filters.query
    held = " open" if any(getattr(query, name) for name in FOLDED) else ""
    title = plain("Place of work, tools, employer")
    yield f'<details class="facet facet-more" id="more-filters"{held}><summary>{title}</summary>'
    yield near(query, filters.facets["miles"])
    for name in ("state", "tool", "employer"):
        yield filters.ticks(name)
    yield "</details>\n"


def near(query: Query, circles: Facet) -> Markup:
    city, _, state = query.near.rpartition(", ")
    asked = query.near, query.miles, circles.options, query.or_remote, state if city else ""
    return drawn("facet_near", "Place of work near", *asked)
