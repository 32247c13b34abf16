"""The links among the filters: a floor of pay, a branch of the families, the whole of a long list."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from jobboard.search.engine import Facet
from jobboard.search.query import Query
from jobboard.web.jobs.addresses import shape
from jobboard.web.jobs.long_lists import all_of

ANY = "~"  # stands for a value in an address that is made for many
UrlOf = Callable[[str], str]


class Whole(NamedTuple):
    """The way to the whole of a list, of which the page shows a part."""

    name: str
    label: str
    url: str


def ways_to_all(query: Query, facets: Iterable[Facet], shown: Iterable[Facet]) -> dict[str, Whole]:
    """By the group of each list that does not stand here whole."""
    cut = [(facet, part.group) for facet, part in zip(facets, shown, strict=True) if part is not facet]
    asked = query.url("", page=1) if cut else ""
    path = shape("jobs.filter_list", "name") if cut else ""
    return {name: Whole(name, all_of(facet), path.format(name=name) + asked) for facet, name in cut}


def floor_ways(query: Query, path: str) -> tuple[str, str, UrlOf]:
    """The floor as it was given, its unit, and the search with another one in the same unit."""
    floor = f"{query.pay_min:f}" if query.pay_min is not None else ""
    return floor, query.pay_unit, one_for_each(query, path, "pay_min", pay_min=ANY)


def tree_ways(query: Query, path: str) -> tuple[UrlOf, str]:
    """The search of one family, and the one of all."""
    return one_for_each(query, path, "family", family=(ANY,)), query.without("family").url(path)


def one_for_each(query: Query, path: str, name: str, **asked: Any) -> UrlOf:
    """The address of the search for each value of a choice (slugs, numbers): put together once, not once a value.

    An equals sign that somebody typed is written otherwise in an address, so the place is found surely.
    """
    before, _, after = query.url(path, **asked).partition(f"{name}={ANY}")
    return lambda value: f"{before}{name}={value}{after}"
