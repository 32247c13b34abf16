"""What the cards of one page need, in two statements, whatever the number of cards; and what names a card's very state."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer, is_verified
from jobboard.domain.applications.application import Application
from jobboard.domain.base import UTCDateTime
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.credential import Credential
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.parts import CredentialTag, Place, SettingCell, StateTag, TypeTag
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import (
    Apprentices,
    CredentialNeed,
    EmploymentType,
    Encounter,
    FeeSide,
    PayUnit,
    WorkModel,
)
from jobboard.search.matching import base

HEADLINE = (
    Posting.id,
    Posting.first_published_at,
    Posting.confirmed_at,
    Posting.closes_at,
    Edition.id.label("edition_id"),
    Edition.title,
    Edition.pay_min,
    Edition.pay_max,
    Edition.pay_unit,
    Edition.work_model,
    Edition.hybrid_days,
    Edition.all_states,
    Edition.apprentices,
    Edition.experience_months,
    Employer.name.label("employer_name"),
    Employer.slug.label("employer_slug"),
    Employer.timezone,
    Employer.website,
    Employer.confirmed_mail_domain,
)


@dataclass(frozen=True)
class Card:
    """The facts of one card. `groups`: (group number, need, months, abbreviation), in the employer's order."""

    id: str
    title: str
    employer_name: str
    employer_slug: str
    employer_verified: bool
    timezone: str
    first_published_at: datetime
    confirmed_at: datetime
    closes_at: datetime
    pay_min: Decimal
    pay_max: Decimal
    pay_unit: PayUnit
    work_model: WorkModel
    hybrid_days: int | None
    all_states: bool
    apprentices: Apprentices
    experience_months: int | None
    settings: Sequence[tuple[FeeSide, Encounter]]
    groups: Sequence[tuple[int, CredentialNeed, int | None, str]]
    states: Sequence[str]
    places: Sequence[tuple[str, str]]
    types: Sequence[EmploymentType]


class Standing(NamedTuple):
    """What a card is drawn from: which version of the posting, of its live edition, of its employer, of the names."""

    posting: int
    edition_id: str
    edition: int
    employer: int
    names: str


def these(*columns: Any) -> Select[Any]:
    """Columns of the postings of one page, with whether each is listed; built once, asked with `ids` and `now`.

    Whether it is listed is a column and no condition: a database that had the choice would rather read the whole board
    by its dates than twenty rows by their ids.
    """
    now: Any = bindparam("now", type_=UTCDateTime())
    wanted = Posting.id.in_(bindparam("ids", expanding=True))
    return base(*columns, type_coerce(listed(now), Boolean).label("listed")).where(wanted)


def part(kind: str, table: Any, first: Any, second: Any = None, *numbers: Any) -> Select[Any]:
    """The rows of one small table of editions in the shape all of them share: two words and three numbers."""
    three = [*numbers, None, None, None][:3]
    return select(
        table.edition_id.label("edition_id"),
        literal(kind).label("kind"),
        type_coerce(first, String).label("first"),
        (cast(null(), String) if second is None else type_coerce(second, String)).label("second"),
        *(
            (cast(null(), Integer) if number is None else number).label(name)
            for name, number in zip(("number", "place", "months"), three, strict=True)
        ),
    ).where(table.edition_id.in_(bindparam("editions", expanding=True)))


CREDENTIALS = part(
    "groups",
    CredentialTag,
    CredentialTag.need,
    Credential.abbreviation,
    CredentialTag.group_no,
    Credential.position,
    CredentialTag.within_months,
).join(Credential, Credential.id == CredentialTag.credential_id)

NOW_LISTED = these(*HEADLINE)
PARTS = union_all(
    part("settings", SettingCell, SettingCell.side, SettingCell.encounter),
    CREDENTIALS,
    part("states", StateTag, StateTag.state),
    part("places", Place, Place.city, Place.state),
    part("types", TypeTag, TypeTag.type),
).order_by("number", "place", "first", "second")
NAMES = type_coerce(select(func.max(Release.loaded_at)).scalar_subquery(), String)
STANDINGS = these(Posting.id, Posting.version, Edition.id, Edition.version, Employer.version, NAMES)

SIDES, ENCOUNTERS, NEEDS, TYPES = (
    {term.value: term for term in kind} for kind in (FeeSide, Encounter, CredentialNeed, EmploymentType)
)
READ: dict[str, Callable[..., Any]] = {
    "settings": lambda side, encounter, *_: (SIDES[side], ENCOUNTERS[encounter]),
    "groups": lambda need, name, number, place, months: (number, NEEDS[need], months, name),
    "states": lambda state, *_: state,
    "places": lambda city, state, *_: (city, state),
    "types": lambda kind, *_: TYPES[kind],
}


def cards(session: Session, ids: Sequence[str], now: datetime) -> list[Card]:
    """The cards of those of `ids` that are listed now, in the order of `ids`."""
    asked = session.connection().execute(NOW_LISTED, {"ids": ids, "now": now}).all()
    rows = {row.id: row for row in asked if row.listed}
    found = parts(session, [row.edition_id for row in rows.values()])
    kept = [rows[id] for id in ids if id in rows]
    return [card(row, {kind: of[row.edition_id] for kind, of in found.items()}) for row in kept]


def card(row: Any, parts: dict[str, Any]) -> Card:
    values = row._asdict()
    del values["edition_id"], values["listed"]
    verified = is_verified(values.pop("website"), values.pop("confirmed_mail_domain"))
    return Card(**values, **parts, employer_verified=verified)


def parts(session: Session, editions: Sequence[str]) -> dict[str, dict[str, list[Any]]]:
    """Name of a part -> edition id -> its rows as values of the domain, in a steady order."""
    found: dict[str, dict[str, list[Any]]] = {kind: defaultdict(list) for kind in READ}
    for edition_id, kind, *values in session.connection().execute(PARTS, {"editions": editions}).all():
        found[kind][edition_id].append(READ[kind](*values))
    return found


def standings(session: Session, ids: Sequence[str], now: datetime) -> dict[str, Standing]:
    """Posting id -> what its card is drawn from, for those of `ids` that are listed now."""
    rows = session.connection().execute(STANDINGS, {"ids": ids, "now": now}).all()
    return {id: Standing(*state) for id, *state, is_listed in rows if is_listed}


def applied(session: Session, coder_id: str, ids: Sequence[str]) -> dict[str, datetime]:
    """Posting id -> when this coder applied to it."""
    rows = session.execute(
        select(Application.posting_id, Application.sent_at).where(
            Application.coder_id == coder_id, Application.posting_id.in_(ids)
        )
    )
    return {posting_id: sent_at for posting_id, sent_at in rows}
