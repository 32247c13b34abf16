"""The names in a query's parameters: those that are known here, with their labels; what nobody knows is left out and said."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.finding import read_city, search_name, spot_of_zip
from jobboard.domain.places.place import State
from jobboard.domain.places.regions import REGIONS
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.search.query import Query
from jobboard.search.understanding.known import known
from jobboard.search.understanding.meant import Point

# Built once: building a question takes longer than answering it.
ASKED: BindParameter[list[str]] = bindparam("asked", expanding=True)
NAMED: dict[str, Select[str, str]] = {
    "specialty": select(Specialty.slug, Specialty.name).where(Specialty.slug.in_(ASKED)),
    "family": select(Family.slug, Family.label).where(Family.slug.in_(ASKED)),
    "credential": select(Credential.slug, Credential.abbreviation).where(Credential.slug.in_(ASKED)),
    "employer": select(Employer.slug, Employer.name).where(Employer.slug.in_(ASKED)),
}
STATES = select(State.code, State.name).where(State.code.in_(ASKED))
KINDS = {
    "specialty": "specialty",
    "family": "code family",
    "credential": "credential",
    "employer": "employer",
}
HIRING = select(Employer.id).join(Posting, Posting.employer_id == Employer.id)
NO_STATE = "That is not the code of a US state; it is left out."
NO_PLACE = "That place is not known here: give a ZIP code, or a city and state such as Houston, TX."


def begins_a_name(session: Session, typed: str, now: datetime) -> bool:
    """Whether the name of an employer who has a listed job begins as was typed."""
    called = HIRING.where(Employer.name.istartswith(typed, autoescape=True), listed(now))
    return session.scalar(called.limit(1)) is not None


@dataclass
class Names:
    """`labels` are by (parameter, value); `near` is where the query's place is."""

    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    near: Point | None = None


def named(session: Session, query: Query) -> tuple[Query, Names]:
    """The query with only the names there are: one statement for each kind of name that was asked."""
    names = Names()
    for name, found in NAMED.items():
        asked: tuple[str, ...] = getattr(query, name)
        if not asked:
            continue
        there = {slug: label for slug, label in session.execute(found, {"asked": list(asked)})}
        names.labels |= {(name, slug): label for slug, label in there.items()}
        if len(there) < len(asked):
            names.messages.append(f"One {KINDS[name]} in this address is unknown here and is left out.")
            left: dict[str, Any] = {name: tuple(slug for slug in asked if slug in there)}
            query = replace(query, **left)
    return _with_place(session, _with_states(session, query, names), names), names


def _with_states(session: Session, query: Query, names: Names) -> Query:
    asked = {query.from_state, *query.state} - {""}
    if not asked:
        return query
    regions = {name: REGIONS[name] for name in sorted(asked & REGIONS.keys())}
    there = {code: name for code, name in session.execute(STATES, {"asked": list(asked - REGIONS.keys())})}
    there |= {name: region.label for name, region in regions.items()}
    if len(there) < len(asked):
        names.messages.append(NO_STATE)
    names.labels |= {("from_state", code): name for code, name in there.items() if code == query.from_state}
    names.labels |= {("state", code): name for code, name in there.items() if code in query.state}
    from_state = query.from_state if query.from_state in there else ""
    return replace(query, from_state=from_state, state=tuple(code for code in query.state if code in there))


def _with_place(session: Session, query: Query, names: Names) -> Query:
    names.near = _point(session, query.near) if query.near else None
    if query.near and names.near is None:
        names.messages.append(NO_PLACE)
        return replace(query, near="")
    return query


def _point(session: Session, text: str) -> Point | None:
    if spot := spot_of_zip(session, text):
        return Point(*spot)
    city, towns = read_city(text), known(session)
    town = towns.town(*city) if city else towns.largest(search_name(text))
    return Point(town.lat, town.lon, f"{town.name}, {town.state}") if town else None
