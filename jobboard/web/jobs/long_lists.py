"""The filters that have more choices than a reader looks through: what of each stands beside the results."""

from typing import NamedTuple

from jobboard.search.engine import Facet, Option

SPARE = 2  # a list that is hardly longer than its part stands there whole


class Long(NamedTuple):
    """How many choices of it stand beside the results, what they are called together, and how a reader is asked to choose."""

    shown: int
    noun: str
    ask: str


LISTS = {
    "specialty": Long(7, "specialties", "Choose specialties"),
    "credential": Long(6, "credentials", "Choose credentials"),
    "family": Long(8, "families", "Choose a code family"),
    "state": Long(6, "states", "Choose states with a place of work"),
    "tool": Long(6, "tools", "Choose tools"),
    "employer": Long(6, "employers", "Choose employers"),
}
CAPPED = {"tool", "employer"}  # the search counts those with the most jobs


def in_sight(facet: Facet) -> Facet:
    """The facet as it stands beside the results: itself when it is short, else what most jobs have and all that is chosen."""
    long = LISTS.get(facet.group)
    if long is None or len(facet.options) <= long.shown + SPARE:
        return facet
    if facet.group == "family":
        return facet._replace(options=branches(facet.options, long.shown))
    chosen = tuple(option for option in facet.options[long.shown :] if option.checked)
    return facet._replace(options=facet.options[: long.shown] + chosen)


def branches(options: tuple[Option, ...], most: int) -> tuple[Option, ...]:
    """In the order of the tree: the way to what is chosen, and of the branches that end here those with the most jobs."""
    behind = (*options[1:], None)
    ends = [
        here
        for here, after in zip(options, behind, strict=True)
        if not here.checked and (after is None or after.depth <= here.depth)
    ]
    small = set(sorted(ends, key=lambda option: option.count or 0, reverse=True)[most:])
    return tuple(option for option in options if option not in small)


def all_of(facet: Facet) -> str:
    """'All 56 specialties'; of names there may be more than the whole list holds."""
    noun = LISTS[facet.group].noun
    return f"More {noun}" if facet.group in CAPPED else f"All {len(facet.options)} {noun}"
