"""The facets of a search as the page offers them, each with its counts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any

from pyroaring import BitMap

from jobboard.domain.places.regions import REGIONS, states_of
from jobboard.domain.postings.terms import EmploymentType, Encounter, FeeSide, WorkModel
from jobboard.search.engine import Facet, Option
from jobboard.search.index.catalog import Tag
from jobboard.search.index.columns import ticks
from jobboard.search.index.counting import Counter
from jobboard.search.options import APPRENTICE, FACETS, choices, pay_floors, terms
from jobboard.search.query import EXPERIENCE, MILES, NEEDS, SINCE, in_address

MOST_NAMES = 30
COUNT = attrgetter("count")


def facets(counter: Counter, wanted: Collection[str] | None = None) -> tuple[Facet, ...]:
    """Every facet in the order of the page, or those that are wanted, by their parameters."""
    names = FACETS if wanted is None else [name for name in FACETS if name in wanted]
    return tuple(make(counter) for name in names for make in MAKERS[name])


def work(counter: Counter) -> Facet:
    return kinds(counter, "work", "Work model", WorkModel, counter.query.work)


def type_(counter: Counter) -> Facet:
    return kinds(counter, "type", "Type", EmploymentType, counter.query.type)


def kinds(counter: Counter, name: str, title: str, kind: Any, chosen: Iterable[str]) -> Facet:
    counts = {str(value): count for value, count in counter.counts(name).items()}
    return terms(name, name, title, kind, counts, chosen)


def most_first(options: list[Option]) -> tuple[Option, ...]:
    """Equal ones stay in their order."""
    return tuple(sorted(options, key=COUNT, reverse=True))


# ---- things with a name of their own


def specialty(counter: Counter) -> Facet:
    known = counter.chooser.catalog.specialties
    return tags(counter, "specialty", "Specialty", known, counter.query.specialty)


def credential(counter: Counter) -> Facet:
    known = counter.chooser.catalog.credentials
    return tags(counter, "credential", "Credential", known, counter.query.credential)


def tool(counter: Counter) -> Facet:
    return named(counter, "tool", "Tools", counter.query.tool)


def employer(counter: Counter) -> Facet:
    return named(counter, "employer", "Employer", counter.query.employer)


def tags(counter: Counter, name: str, title: str, known: Mapping[str, Tag], chosen: Iterable[str]) -> Facet:
    """Most postings first, equal ones in the order of their slugs; a choice that leaves none stays in sight."""
    counts = counter.counts(name, counter.query.need if name == "credential" else "")
    options = [
        Option(tag.slug, tag.label, counts.get(tag.id, 0), tag.slug in chosen)
        for tag in known.values()
        if (tag.id in counts or tag.slug in chosen) and tag.shown
    ]
    return Facet(name, name, title, most_first(options))


def named(counter: Counter, name: str, title: str, chosen: Iterable[str]) -> Facet:
    """Employers or tools: the thirty with the most postings, and what is chosen."""
    columns, listed = counter.columns, counter.chooser.listed(counter.now)

    def called(value: str) -> str:
        return columns.names[value] if name == "employer" else columns.tool_called(value, listed)

    counts = counter.of_employers(MOST_NAMES) if name == "employer" else counter.counts(name)
    counts |= counter.counts(name, values=chosen)
    most = sorted(counts, key=lambda value: (-counts[value], called(value).lower()))[:MOST_NAMES]
    most += [value for value in chosen if value not in most]
    options = tuple(
        Option(value, called(value) if counts.get(value) else value, counts.get(value, 0), value in chosen)
        for value in most
    )
    return Facet(name, name, title, options)


def families(counter: Counter) -> Facet:
    """The way down to each chosen family and the families inside it; at the top the sections of the code sets."""
    catalog = counter.chooser.catalog
    chosen = [catalog.families[slug] for slug in counter.query.family]
    ways = {above for id in chosen for above in catalog.ancestors(id)}
    tops: Sequence[int | None] = chosen or [None]
    inside = {child for top in tops for child in catalog.under.get(top, ())}
    counts = counter.counts("family", "below", ways | inside)
    shown = [catalog.branches[id] for id in ways | {id for id in inside if id in counts}]
    shown.sort(key=lambda branch: catalog.place[branch.id])
    options = tuple(
        Option(branch.slug, branch.label, counts.get(branch.id, 0), branch.id in chosen, len(branch.path) - 1)
        for branch in shown
    )
    return Facet("family", "family", "Codes", options)


def need(counter: Counter) -> Facet:
    """How much the chosen credentials are asked for: with none chosen there is nothing to ask."""
    chosen = counter.query.credential
    options = tuple(
        Option(value, label, counter.count("credential", counter.chooser.asking_for(chosen, value)),
               value == counter.query.need)
        for value, label in NEEDS.items()
        if chosen
    )  # fmt: skip
    return Facet("need", "need", "The credential is", options)


# ---- the setting matrix: each axis is counted within the choice on the other


def side(counter: Counter) -> Facet:
    among = counter.query.encounters
    cells = [(side.value, counter.chooser.in_matrix([side.value], among)) for side in FeeSide]
    return terms("setting", "side", "Fee side", FeeSide, counter.matrix("side", cells), counter.query.sides)


def encounter(counter: Counter) -> Facet:
    among = counter.query.sides
    cells = [(kind.value, counter.chooser.in_matrix(among, [kind.value])) for kind in Encounter]
    counts = counter.matrix("encounter", cells)
    return terms("setting", "encounter", "Encounter", Encounter, counts, counter.query.encounters)


# ---- where


def from_state(counter: Counter) -> Facet:
    """For each state, what somebody who lives there can do: remote everywhere, remote from there, or a place there. A region
    that was asked for leads them."""
    anywhere = counter.count("from_state", counter.columns.anywhere)
    counts, chosen = counter.counts("from_state", "state"), counter.query.from_state
    options = tuple(
        Option(code, name, anywhere + counts.get(code, 0), code == chosen)
        for code, name in counter.chooser.catalog.states
    )
    region = regions(counter, [chosen], "from_state", counter.chooser.workable_from)
    return Facet("from_state", "from_state", "Can I do it from", (*region, *options))


def regions(
    counter: Counter, chosen: Iterable[str], name: str, held: Callable[[str], BitMap]
) -> Iterator[Option]:
    """The regions that are chosen; the others are offered as their states."""
    for region in chosen:
        if region in REGIONS:
            yield Option(region, REGIONS[region].label, counter.count(name, held(region)), True)


def states(counter: Counter) -> Facet:
    """Where places of work are, most first."""
    counts, chosen = counter.counts("state", "place_state"), counter.query.state
    options = [
        Option(code, name, counts.get(code, 0), code in chosen)
        for code, name in counter.chooser.catalog.states
        if code in counts or code in chosen
    ]
    places = counter.columns.holders
    region = regions(counter, chosen, "state", lambda name: places("place_state", states_of(name)))
    return Facet("state", "state", "Place of work", (*region, *most_first(options)))


def miles(counter: Counter) -> Facet:
    """How far from the place that was asked; without one there is nothing to ask."""
    near, chosen = counter.reading.near, str(counter.query.miles)
    options = tuple(
        Option(
            value,
            label,
            counter.count("near", counter.chooser.about(counter.reading, int(value))),
            value == chosen,
        )
        for value, label in MILES.items()
        if near
    )
    return Facet("miles", "miles", "Within", options)


# ---- floors and ceilings


def pay(counter: Counter) -> Facet:
    query = counter.query
    floors, floor = pay_floors(query.pay_unit), in_address(query.pay_min) if query.pay_min else ""
    above = counter.chooser.pay_floors([cents for *_, cents in floors])
    options = tuple(
        Option(value, label, counter.count("pay_min", those), value == floor)
        for (value, label, _), those in zip(floors, above, strict=True)
    )
    return Facet("pay_min", "pay_min", "Pay, top of the range", options)


def experience(counter: Counter) -> Facet:
    held = [counter.chooser.at_most("experience", int(most)) for most in EXPERIENCE]
    counts = [counter.count("experience_max", bitmap) for bitmap in held]
    options = choices(EXPERIENCE, counts, str(counter.query.experience_max))
    return Facet("experience_max", "experience_max", "Experience", options)


def since(counter: Counter) -> Facet:
    moments = [ticks(counter.now - timedelta(days=int(days))) for days in SINCE]
    held = [counter.chooser.at_least("published", moment + 1) for moment in moments]
    counts = [counter.count("since", bitmap) for bitmap in held]
    return Facet("since", "since", "First published", choices(SINCE, counts, str(counter.query.since)))


def apprentice(counter: Counter) -> Facet:
    count = counter.count("apprentice", counter.columns.apprentice)
    ((value, label),) = APPRENTICE.items()
    option = Option(value, label, count, counter.query.apprentice)
    return Facet("apprentice", "apprentice", "Apprentices (CPC-A)", (option,))


MAKERS: dict[str, tuple[Callable[[Counter], Facet], ...]] = {
    "work": (work,),
    "from_state": (from_state,),
    "pay_min": (pay,),
    "specialty": (specialty,),
    "family": (families,),
    "credential": (credential,),
    "need": (need,),
    "setting": (side, encounter),
    "type": (type_,),
    "experience_max": (experience,),
    "apprentice": (apprentice,),
    "state": (states,),
    "miles": (miles,),
    "tool": (tool,),
    "employer": (employer,),
    "since": (since,),
}
