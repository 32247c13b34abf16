"""How many postings each further choice would leave, counted on bitmaps. A facet's own choice is set aside."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from pyroaring import BitMap

from jobboard.domain.postings.terms import EmploymentType, Encounter, FeeSide, WorkModel
from jobboard.search.engine import Facet, Option
from jobboard.search.index.catalog import Tag
from jobboard.search.index.choosing import Chooser
from jobboard.search.index.columns import numbers_in, ticks
from jobboard.search.options import PAY_FLOORS, choices, terms
from jobboard.search.query import EXPERIENCE, SINCE, Query


class Counter:
    """The counts of one search: `base` is what it holds before its filters."""

    def __init__(self, chooser: Chooser, query: Query, base: BitMap, now: datetime) -> None:
        self.chooser, self.columns, self.query, self.now = chooser, chooser.columns, query, now
        self.base = base
        self.filters = chooser.filters(query, now)
        self.whole = self.within("")

    def facets(self) -> tuple[Facet, ...]:
        return (
            self.terms("work", "Work model", WorkModel, self.query.work),
            self.from_state(),
            self.pay(),
            self.tags("specialty", "Specialty", self.chooser.catalog.specialties, self.query.specialty),
            self.tags("credential", "Credential", self.chooser.catalog.credentials, self.query.credential),
            self.side(),
            self.encounter(),
            self.terms("type", "Type", EmploymentType, self.query.type),
            self.experience(),
            self.apprentice(),
            self.since(),
        )

    def within(self, skip: str) -> BitMap:
        """What the search holds when one filter is set aside."""
        held = self.base
        for name, bitmap in self.filters.items():
            if name != skip:
                held = held & bitmap
        return held

    def left(self, name: str) -> BitMap:
        return self.within(name) if name in self.filters else self.whole

    def counts(self, name: str) -> dict[Any, int]:
        """Value -> how many postings it would leave; values that would leave none are not named."""
        held = self.left(name)
        found = {
            value: held.intersection_cardinality(bitmap) for value, bitmap in self.columns.sets[name].items()
        }
        return {value: count for value, count in found.items() if count}

    def terms(self, name: str, title: str, kind: Any, chosen: Iterable[str]) -> Facet:
        counts = {str(value): count for value, count in self.counts(name).items()}
        return terms(name, name, title, kind, counts, chosen)

    def tags(self, name: str, title: str, known: Mapping[str, Tag], chosen: Iterable[str]) -> Facet:
        """Values with a name of their own, most postings first; a choice that leaves none stays in sight."""
        counts = self.counts(name)
        shown = [tag for tag in known.values() if tag.shown and (tag.id in counts or tag.slug in chosen)]
        shown.sort(key=lambda tag: (-counts.get(tag.id, 0), tag.slug))
        options = tuple(
            Option(tag.slug, tag.label, counts.get(tag.id, 0), tag.slug in chosen) for tag in shown
        )
        return Facet(name, name, title, options)

    # ---- the setting matrix: each axis is counted within the choice on the other

    def matrix(self, skip: str, cells: Iterable[tuple[str, BitMap]]) -> dict[str, int]:
        filters = self.chooser.filters(self.query, self.now, skip)
        held = self.base
        for bitmap in filters.values():
            held = held & bitmap
        return {value: held.intersection_cardinality(bitmap) for value, bitmap in cells}

    def side(self) -> Facet:
        cells = [
            (side.value, self.chooser.in_matrix([side.value], self.query.encounters)) for side in FeeSide
        ]
        return terms("setting", "side", "Fee side", FeeSide, self.matrix("side", cells), self.query.sides)

    def encounter(self) -> Facet:
        cells = [(kind.value, self.chooser.in_matrix(self.query.sides, [kind.value])) for kind in Encounter]
        counts = self.matrix("encounter", cells)
        return terms("setting", "encounter", "Encounter", Encounter, counts, self.query.encounters)

    # ---- where from, floors and ceilings

    def from_state(self) -> Facet:
        """For each state, what somebody who lives there can do: remote everywhere, remote from there, or a place there."""
        anywhere = self.left("from_state").intersection_cardinality(self.columns.anywhere)
        counts, chosen = self._by_state(), self.query.from_state
        options = tuple(
            Option(code, name, anywhere + counts.get(code, 0), code == chosen)
            for code, name in self.chooser.catalog.states
        )
        return Facet("from_state", "from_state", "Can I do it from", options)

    def _by_state(self) -> dict[str, int]:
        held = self.left("from_state")
        return {
            state: held.intersection_cardinality(bitmap)
            for state, bitmap in self.columns.sets["state"].items()
        }

    def pay(self) -> Facet:
        floor, held = self.query.pay_floor, self.left("pay_min")
        options = tuple(
            Option(str(each), f"${each} an hour or more", self._above(each, held), floor == each)
            for each in PAY_FLOORS
        )
        return Facet("pay_min", "pay_min", "Pay, top of the range", options)

    def experience(self) -> Facet:
        held, chosen = self.left("experience_max"), str(self.query.experience_max)
        counts = [
            held.intersection_cardinality(self.chooser.at_most("experience", int(most)))
            for most in EXPERIENCE
        ]
        return Facet("experience_max", "experience_max", "Experience", choices(EXPERIENCE, counts, chosen))

    def since(self) -> Facet:
        held = self.left("since")
        published = self.columns.keys["published"][numbers_in(held)]
        moments = [ticks(self.now - timedelta(days=int(days))) for days in SINCE]
        counts = [int((published > moment).sum()) for moment in moments]
        return Facet("since", "since", "First published", choices(SINCE, counts, str(self.query.since)))

    def _above(self, dollars: int, held: BitMap) -> int:
        return held.intersection_cardinality(self.chooser.at_least("pay", dollars * 100))

    def apprentice(self) -> Facet:
        count = self.left("apprentice").intersection_cardinality(self.columns.apprentice)
        option = Option("yes", "Accepts apprentices", count, self.query.apprentice)
        return Facet("apprentice", "apprentice", "Apprentices (CPC-A)", (option,))
