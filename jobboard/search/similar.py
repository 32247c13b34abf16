"""Jobs like another: the same families of codes first, then specialty, setting, where, pay and what is asked, from several employers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from pyroaring import BitMap
from sqlalchemy.orm import Session

from jobboard.search.index.arrays import Numbers, numbers_in
from jobboard.search.index.columns import UNKNOWN, Columns
from jobboard.search.index.engine import Index
from jobboard.search.traits import Traits, traits_of

# What each thing in common is worth. A family counts by its part of the work; one beside it under the same parent, half.
FAMILY, SPECIALTY, SETTING, PLACE, WORK, PAY, CREDENTIAL, APPRENTICE = 10.0, 5.0, 4.0, 3.0, 2.0, 2.0, 1.0, 2.0
LEAST_SHARE = 0.3
LEAST_KINSHIP = (
    0.14  # of what a job just like it would have: less than one family in five or six is another job
)
NEAR_PAY, FAR_PAY = 0.1, 0.25
MOST_OF_ITS_OWN, MOST_OF_ONE = 1, 2


class Likeness(NamedTuple):
    """A posting and the spans of the families that both are tagged with."""

    id: str
    spans: tuple[str, ...]


def similar(
    session: Session, index: Index | None, edition_id: str, now: datetime, limit: int
) -> list[Likeness]:
    """The listed postings that are most like an edition's. None without an index: on a board so large that it is still
    being made, comparing through the database would take seconds."""
    if index is None:
        return []
    its = traits_of(session, edition_id)
    with index.lock:
        chosen = _most_alike(index, its, index.chooser.listed(now), limit)
        common = {number: _spans(index.chooser.columns, its, number) for number in chosen}
    return [Likeness(id, common[number]) for number, id in index.chooser.columns.ids_of(chosen).items()]


def _most_alike(index: Index, its: Traits, listed: BitMap, limit: int) -> list[int]:
    columns = index.chooser.columns
    kin = list(_in_common(index, its))
    among = BitMap.union(BitMap(), *(held for held, _ in kin)) & listed
    among.discard(its.number)
    numbers = numbers_in(among)
    kinship = _worth(kin, among)
    near = kinship >= LEAST_KINSHIP * sum(worth for _, worth in kin)
    marks = kinship + _worth(_beside(columns, its), among) + PAY * _pay_alike(columns, its, numbers)
    numbers, marks = numbers[near], marks[near]
    order = np.lexsort((numbers, -columns.keys["published"][numbers], -marks))
    return _from_several(columns, its.employer, numbers[order], limit)


def _worth(alike: Iterable[tuple[BitMap, float]], among: BitMap) -> Numbers:
    """What each of these jobs has in common, in rising order of their numbers."""
    score = np.zeros(among.max() + 1 if among else 0)
    for held, worth in alike:
        score[numbers_in(held & among)] += worth
    return score[numbers_in(among)]


def _in_common(index: Index, its: Traits) -> Iterator[tuple[BitMap, float]]:
    """What makes a job like another at all: its work."""
    columns = index.chooser.columns
    for family, share in its.families.items():
        worth = FAMILY * max(share, LEAST_SHARE)
        *above, _ = index.catalog.above.get(family, (family,))
        yield columns.holders("family", [family]), worth / 2 if len(above) > 1 else worth
        if len(above) > 1:  # a whole section is no kinship
            yield columns.holders("below", above[-1:]), worth / 2
    for specialty in its.specialties:
        yield columns.holders("specialty", [specialty]), SPECIALTY


def _beside(columns: Columns, its: Traits) -> Iterator[tuple[BitMap, float]]:
    """What tells apart those that do the same work."""
    for cell in its.settings:
        yield columns.holders("cell", [cell]), SETTING / len(its.settings)
    yield columns.holders("work", [its.work_model]), WORK
    yield columns.anywhere if its.anywhere else columns.holders("state", its.workable_from), PLACE
    for credential in its.credentials:
        yield columns.holders("credential", [credential]), CREDENTIAL
    if its.apprentices:
        yield columns.apprentice, APPRENTICE


def _pay_alike(columns: Columns, its: Traits, numbers: Numbers) -> Numbers:
    """1 where the middles of the ranges are near each other, half where they are not far; 0 where one is not said by time."""
    if its.pay is None:
        return np.zeros(len(numbers))
    low, high = columns.keys["pay_from"][numbers], columns.keys["pay"][numbers]
    away = np.abs((low + high) / 2 - its.pay) / its.pay
    return np.where(
        high == UNKNOWN, 0.0, np.where(away <= NEAR_PAY, 1.0, np.where(away <= FAR_PAY, 0.5, 0.0))
    )


def _from_several(columns: Columns, own: str, numbers: Numbers, limit: int) -> list[int]:
    """The first ones, but few of one employer; those passed over come after all others."""
    taken: Counter[str] = Counter()
    chosen: list[int] = []
    passed: list[int] = []
    for number in numbers[: 50 * limit].tolist():
        employer = _employer(columns.sets["employer"], number)
        most = MOST_OF_ITS_OWN if employer == own else MOST_OF_ONE
        (chosen if taken[employer] < most else passed).append(number)
        taken[employer] += 1
        if len(chosen) == limit:
            break
    return (chosen + passed)[:limit]


def _employer(holders: Mapping[Any, BitMap], number: int) -> str:
    return next((slug for slug, held in holders.items() if number in held), "")


def _spans(columns: Columns, its: Traits, number: int) -> tuple[str, ...]:
    return tuple(
        its.spans[family] for family in its.families if number in columns.holders("family", [family])
    )
