"""Choices that were typed, put beside those that were made: what was chosen in so many words is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jobboard.domain.postings.terms import EmploymentType, WorkModel
from jobboard.search.query import NOTHING, Query
from jobboard.search.understanding.meant import Choice
from jobboard.search.understanding.pay_in import Floor
from jobboard.search.understanding.places_in import Where

MANY = ("work", "type", "credential")
# Who wants part of a week is asked by the day too; the chip can be taken away.
SAID_TOO = {Choice("type", EmploymentType.PART_TIME): [EmploymentType.PART_TIME, EmploymentType.PRN]}


@dataclass(frozen=True)
class Typed:
    """What was understood of the words."""

    choices: tuple[Choice, ...] = ()
    places: tuple[Where, ...] = ()
    floor: Floor | None = None


def with_choices(query: Query, typed: Typed) -> Query:
    """Lists are united; a single answer that was given already stands."""
    for name in MANY:
        values = [
            wider
            for choice in typed.choices
            if choice.name == name
            for wider in SAID_TOO.get(choice, [choice.value])
        ]
        if values:
            lists: dict[str, Any] = {name: united(getattr(query, name), values)}
            query = replace(query, **lists)
    said = {choice.name: choice.value for choice in reversed(typed.choices)}
    if "need" in said and not query.need:
        query = replace(query, need=said["need"])
    if "apprentice" in said:
        query = replace(query, apprentice=True)
    if "experience_max" in said and query.experience_max is None:
        query = replace(query, experience_max=int(said["experience_max"]))
    if "sort" in said and query.sort == NOTHING.sort:
        query = replace(query, sort=said["sort"])
    if typed.floor and query.pay_min is None:
        query = replace(query, pay_min=typed.floor.amount, pay_unit=typed.floor.unit)
    return with_places(query, [*_states(typed.choices), *typed.places])


def _states(choices: Iterable[Choice]) -> list[Where]:
    return [Where(choice.value) for choice in choices if choice.name == "state"]


def with_places(query: Query, places: Sequence[Where]) -> Query:
    """What is done on site is done in a place: in the state, or around the city. Everything else can be done from a state.

    Of several states each is a place of work, for one lives in one; what is done from home is done in the first.
    """
    free = WorkModel.REMOTE in query.work
    several = len({where.state for where in places if not where.place}) > 1
    bound = not free and (bool(query.work) or several)
    for where in places:
        if where.place and not (free and where.state):
            query = query if query.near else _near(query, where)
        elif bound or (query.from_state and not free):
            more = [] if where.state == query.from_state else [where.state]
            query = replace(query, state=united(query.state, more))
        elif where.state not in query.state:
            query = replace(query, from_state=query.from_state or where.state)
    return query


def _near(query: Query, where: Where) -> Query:
    """Who names a city and says no more lives there: what is done from home is as near. Whoever draws a circle means it."""
    home = not (where.miles or query.work) and bool(where.state)
    miles = where.miles or where.reach or query.miles
    return replace(query, near=where.place, miles=miles, or_remote=query.or_remote or home)


def united(held: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*held, *more)))
