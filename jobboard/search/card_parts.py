"""The small tables of an edition as a card needs them: the statement of the card gathers each into one text, and here it is read.

One statement with twenty rows instead of a second one with hundreds. The texts repeat from card to card, so each is read once.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sqlalchemy import String, cast, func, select, type_coerce

from jobboard.domain.codes.credential import Credential
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import CredentialTag, Place, SettingCell, StateTag, TypeTag
from jobboard.domain.postings.terms import CredentialNeed, EmploymentType, Encounter, FeeSide

ROW, COLUMN = "\x1e", "\x1f"
READ = lru_cache(maxsize=4096)

Setting = tuple[FeeSide, Encounter]
Group = tuple[int, CredentialNeed, int | None, str]


def gathered(table: Any, *columns: Any) -> Any:
    """The rows of one small table in no order, as one text; what people may have typed stands in the last column."""
    said: Any = type_coerce(columns[0], String)
    for column in columns[1:]:
        said = said + COLUMN + type_coerce(column, String)
    rows = select(func.aggregate_strings(said, ROW)).where(table.edition_id == Edition.id)
    return rows.correlate(Edition)


def number(column: Any) -> Any:
    return func.coalesce(cast(column, String), "")


GROUPS = gathered(
    CredentialTag,
    number(CredentialTag.group_no),
    number(Credential.position),
    number(CredentialTag.within_months),
    CredentialTag.need,
    Credential.abbreviation,
).join(Credential, Credential.id == CredentialTag.credential_id)

GATHERED = tuple(
    rows.scalar_subquery()
    for rows in (
        gathered(SettingCell, SettingCell.side, SettingCell.encounter),
        GROUPS,
        gathered(StateTag, StateTag.state),
        gathered(Place, Place.state, Place.city),
        gathered(TypeTag, TypeTag.type),
    )
)


def split(text: str | None, columns: int) -> list[list[str]]:
    """A sign of ours that somebody typed into the last column stays there, or makes a row too few columns long, which is none."""
    rows = [row.split(COLUMN, columns - 1) for row in text.split(ROW)] if text else []
    return [row for row in rows if len(row) == columns]


@READ
def settings(text: str | None) -> tuple[Setting, ...]:
    return tuple((FeeSide(side), Encounter(encounter)) for side, encounter in sorted(split(text, 2)))


@READ
def groups(text: str | None) -> tuple[Group, ...]:
    """Group number, need, months, abbreviation: in the employer's order, inside a group in that of the credentials."""
    rows = [
        (int(number), int(place), CredentialNeed(need), int(months) if months else None, name)
        for number, place, months, need, name in split(text, 5)
    ]
    rows.sort(key=lambda row: (row[0], row[1], row[4]))
    return tuple((number, need, months, name) for number, _, need, months, name in rows)


@READ
def states(text: str | None) -> tuple[str, ...]:
    return tuple(sorted(state for (state,) in split(text, 1)))


@READ
def places(text: str | None) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((city, state) for state, city in split(text, 2)))


@READ
def types(text: str | None) -> tuple[EmploymentType, ...]:
    return tuple(EmploymentType(kind) for (kind,) in sorted(split(text, 1)))


READERS: tuple[Callable[[str | None], Any], ...] = settings, groups, states, places, types
