"""Which postings each filter of a query holds, as conditions of SQL."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, literal, not_, or_, select, true, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import SQLCoreOperations

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.distance import within
from jobboard.domain.places.regions import every_state, states_of
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import (
    CredentialTag,
    FamilyTag,
    Place,
    SettingCell,
    SpecialtyTag,
    StateTag,
    Tool,
    TypeTag,
)
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import (
    Apprentices,
    CredentialNeed,
    EmploymentType,
    Encounter,
    FeeSide,
    WorkModel,
)
from jobboard.domain.postings.tools import slug_of_tool
from jobboard.search.query import Query
from jobboard.search.reading import Reading
from jobboard.search.words import Condition, has

MOST_SPOTS = 10_000  # more than there are cities within the widest circle; a question has room for no more
TAKES_APPRENTICES = (Apprentices.YES, Apprentices.WITH_CONDITIONS)
SIDES = {
    FeeSide.PROFESSIONAL: (FeeSide.PROFESSIONAL, FeeSide.BOTH),
    FeeSide.FACILITY: (FeeSide.FACILITY, FeeSide.BOTH),
}


def filters(query: Query, now: datetime) -> Iterator[Condition]:
    """The condition of each filter that was asked."""
    if query.specialty:
        yield has(SpecialtyTag, SpecialtyTag.specialty_id.in_(ids(Specialty, query.specialty)))
    if query.family:
        yield has(FamilyTag, FamilyTag.family_id.in_(below(query.family)))
    if query.credential:
        needs = [CredentialNeed(query.need)] if query.need else list(CredentialNeed)
        named = CredentialTag.credential_id.in_(ids(Credential, query.credential))
        yield has(CredentialTag, and_(named, CredentialTag.need.in_(needs)))
    if query.employer:
        yield Employer.slug.in_(query.employer)
    if query.setting:
        yield has(SettingCell, cell(query.sides, query.encounters))
    yield from plain_filters(query, now)


def plain_filters(query: Query, now: datetime) -> Iterator[Condition]:
    if query.work:
        yield Edition.work_model.in_([WorkModel(value) for value in query.work])
    if query.type:
        yield has(TypeTag, TypeTag.type.in_([EmploymentType(value) for value in query.type]))
    if query.state:
        yield works_at(Place.state.in_(every_state(query.state)))
    if query.from_state:
        yield or_(*(workable_from(literal(state)) for state in states_of(query.from_state)))
    if query.pay_floor is not None:
        yield Edition.hourly_max >= query.pay_floor
    if query.experience_max is not None:
        yield Edition.experience_months <= query.experience_max
    if query.apprentice:
        yield Edition.apprentices.in_(TAKES_APPRENTICES)
    if query.since is not None:
        yield Posting.first_published_at > now - timedelta(days=query.since)


def looked_up(session: Session, reading: Reading) -> Iterator[Condition]:
    """Filters by what a database cannot work out: how far it is, what a tool is called in addresses."""
    if reading.near is not None:
        spots = [(lat, lon) for lat, lon in session.execute(select(Place.lat, Place.lon).distinct())]
        near = within(spots, (reading.near.lat, reading.near.lon), reading.query.miles)
        around = works_at(tuple_(Place.lat, Place.lon).in_(near[:MOST_SPOTS]))
        yield or_(around, remote_from(literal(reading.near.state))) if reading.query.or_remote else around
    if reading.query.tool:
        names = session.scalars(select(Tool.name).distinct())
        yield has(Tool, Tool.name.in_([name for name in names if slug_of_tool(name) in reading.query.tool]))


def works_at(place: Condition) -> Condition:
    """One has to be there: what is done from home is nowhere."""
    return and_(Edition.work_model != WorkModel.REMOTE, has(Place, place))


def ids(kind: Any, slugs: Sequence[str]) -> Select[int]:
    return select(kind.id).where(kind.slug.in_(slugs))


def below(slugs: Sequence[str]) -> Select[int]:
    """Ids of the named families and of every family inside them."""
    top = select(Family.path).where(Family.slug.in_(slugs)).subquery()
    return select(Family.id).join(top, Family.path.like(top.c.path + "%"))


def cell(sides: Sequence[str], encounters: Sequence[str]) -> Condition:
    """One cell of the setting matrix on one of the sides and of one of the encounters; "both" is on either side."""
    conditions: list[Condition] = [true()]
    if sides:
        conditions.append(SettingCell.side.in_(wide_sides(sides)))
    if encounters:
        conditions.append(SettingCell.encounter.in_([kind for kind in Encounter if kind.value in encounters]))
    return and_(*conditions)


def wide_sides(sides: Sequence[str]) -> list[FeeSide]:
    return list(
        dict.fromkeys(wide for side in FeeSide if side.value in sides for wide in SIDES.get(side, (side,)))
    )


def workable_from(state: SQLCoreOperations[str]) -> Condition:
    """Somebody who lives in `state` can do it: remote from there, or with a place of work there."""
    return or_(remote_from(state), works_at(Place.state == state))


def remote_from(state: SQLCoreOperations[str]) -> Condition:
    remote = Edition.work_model == WorkModel.REMOTE
    return and_(remote, or_(Edition.all_states, has(StateTag, StateTag.state == state)))


def bound_to(states: Sequence[str]) -> Condition:
    """It can be done from these states and from no other."""
    remote = Edition.work_model == WorkModel.REMOTE
    there = or_(*(workable_from(literal(state)) for state in states))
    other = or_(Edition.all_states, has(StateTag, StateTag.state.not_in(states)))
    return and_(there, not_(or_(and_(remote, other), works_at(Place.state.not_in(states)))))
