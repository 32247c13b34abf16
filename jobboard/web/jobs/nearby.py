"""The ways on from a landing page: its jobs by where they are done, who offers them and what they name, and the pages beside it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask import url_for

from jobboard.domain.codes import tree
from jobboard.domain.codes.family import Family
from jobboard.domain.postings.terms import WorkModel
from jobboard.extensions import db
from jobboard.search.landing.facts import Facts
from jobboard.search.landing.names import Named, state_slug
from jobboard.search.landing.page import Landing, there_may_be
from jobboard.search.landing.ways import Ways
from jobboard.web.jobs.addresses import landing_path
from jobboard.web.jobs.headings import heading

Item = dict[str, Any]
SHOWN = 18
BY = {"state": "by state", "specialty": "by specialty", "credential": "by credential"}


def near(ways: Ways, page: Named) -> list[dict[str, Any]]:
    """Lists of pages: those that differ in one choice, and those with one choice more."""
    lists = [{"title": title, "entries": entries} for title, entries in _lists(ways, page) if entries]
    return [one | {"first": one["entries"][:SHOWN], "more": one["entries"][SHOWN:]} for one in lists]


def _lists(ways: Ways, page: Named) -> Iterator[tuple[str, list[Item]]]:
    for kind, words in BY.items():
        chosen = bool(getattr(page.landing, kind))
        if there_may_be({*page.landing.kinds, kind}) and (not chosen or len(page.landing.kinds) > 1):
            rest = page.but(kind)
            yield f"{heading(rest)}, {words}", beside(ways, page, kind)
    if page.family:
        yield "Inside this family", inside(ways, page.family)


def beside(ways: Ways, page: Named, kind: str) -> list[Item]:
    """The same page with every other value of a kind, most jobs first."""
    counts = ways.others(page.landing, kind)
    counts.pop(getattr(page.landing, kind), None)
    return [
        item(ways, page, kind, value, count)
        for value, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def item(ways: Ways, page: Named, kind: str, value: str, count: int) -> Item:
    label = ways.label(kind, value)
    state = state_slug(label) if kind == "state" else page.state_slug
    return {
        "label": label,
        "url": landing_path(page.landing.but(**{kind: value}), state),
        "count": count,
    }


def inside(ways: Ways, family: Family) -> list[Item]:
    pages = [(one.label, Landing(family=one.slug)) for one in tree.below(db.session, family)]
    return [
        {"label": label, "url": landing_path(page), "count": len(ways.holding(page))}
        for label, page in pages
        if ways.is_one(page)
    ]


def places(page: Named, found: Facts) -> list[Item]:
    """Where the work is done, as far as the page does not say so itself."""
    if page.landing.work:
        return []
    where = page.state.name if page.state else ""
    words = {
        WorkModel.REMOTE: f"Remote, open to {where}" if where else "Remote",
        WorkModel.HYBRID: f"Hybrid, in {where}" if where else "Hybrid",
        WorkModel.ONSITE: f"On site, in {where}" if where else "On site",
    }
    counts = {model: found.work[model.value] for model in words}
    return searches(page, "work", counts, {model: words[model] for model in words if counts[model]})


def asked(page: Named, found: Facts) -> list[Item]:
    """The credentials they name most. Several credentials chosen mean any of them: where one is chosen there is none to add."""
    kinds = page.landing.kinds
    if "credential" in kinds or there_may_be({*kinds, "credential"}):
        return []
    return searches(page, "credential", found.credentials, found.names)


def hiring(page: Named, found: Facts) -> list[Item]:
    return searches(page, "employer", found.employers, found.names)


def searches(page: Named, kind: str, counts: Mapping[Any, int], labels: Mapping[Any, str]) -> list[Item]:
    """The page's search with one choice more, for each value that has a label."""
    query, path = page.landing.query, url_for("jobs.results")
    values: Iterable[Any] = (value for value in counts if value in labels)
    return [
        {"label": labels[value], "url": query.but(**{kind: (str(value),)}).url(path), "count": counts[value]}
        for value in values
    ]
