"""What the cards of one page need, in one statement, whatever the number of cards; and what names a card's very state."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    Select,
    String,
    bindparam,
    func,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer, is_verified
from jobboard.domain.applications.application import Application
from jobboard.domain.base import UTCDateTime
from jobboard.domain.codes.code import Release
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import (
    Apprentices,
    EmploymentType,
    PayUnit,
    WorkModel,
)
from jobboard.search.card_parts import GATHERED, READERS, Group, Setting
from jobboard.search.matching import base

# The facts that are columns, in the order of `Card`; then the two by which an employer is verified.
HEADLINE = (
    Posting.id,
    Edition.title,
    Employer.name,
    Employer.slug,
    Employer.timezone,
    Posting.first_published_at,
    Posting.confirmed_at,
    Posting.closes_at,
    Edition.pay_min,
    Edition.pay_max,
    Edition.pay_unit,
    Edition.work_model,
    Edition.hybrid_days,
    Edition.all_states,
    Edition.apprentices,
    Edition.experience_months,
    Employer.website,
    Employer.confirmed_mail_domain,
)


class Card(NamedTuple):
    """The facts of one card. `groups`: (group number, need, months, abbreviation), in the employer's order."""

    id: str
    title: str
    employer_name: str
    employer_slug: str
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
    employer_verified: bool
    settings: Sequence[Setting]
    groups: Sequence[Group]
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


NAMES = type_coerce(select(func.max(Release.loaded_at)).scalar_subquery(), String)


def these(*columns: Any) -> Select[Any]:
    """Columns of the postings of one page, with whether each is listed; built once, asked with `ids` and `now`.

    Whether it is listed is a column and no condition: a database that had the choice would rather read the whole board
    by its dates than twenty rows by their ids.
    """
    now: Any = bindparam("now", type_=UTCDateTime())
    wanted = Posting.id.in_(bindparam("ids", expanding=True))
    return base(*columns, type_coerce(listed(now), Boolean).label("listed")).where(wanted)


VERSIONS = (Posting.version, Edition.id, Edition.version, Employer.version, NAMES)
STANDINGS = these(Posting.id, *VERSIONS)
FACTS = these(*HEADLINE, *GATHERED, *VERSIONS)


def standings(session: Session, ids: Sequence[str], now: datetime) -> dict[str, Standing]:
    """Posting id -> what its card is drawn from, for those of `ids` that are listed now."""
    rows = session.connection().execute(STANDINGS, {"ids": ids, "now": now}).all()
    return {id: Standing(*state) for id, *state, is_listed in rows if is_listed}


def facts(session: Session, ids: Sequence[str], now: datetime) -> dict[str, tuple[Standing, Card]]:
    """The same, with the cards themselves."""
    rows = session.connection().execute(FACTS, {"ids": ids, "now": now}).all()
    return {row[0]: (Standing(*row[-6:-1]), card(*row[:-6])) for row in rows if row.listed}


def cards(session: Session, ids: Sequence[str], now: datetime) -> list[Card]:
    """The cards of those of `ids` that are listed now, in the order of `ids`."""
    found = facts(session, ids, now)
    return [found[id][1] for id in ids if id in found]


def card(*columns: Any) -> Card:
    """From a row's columns: those of `HEADLINE`, then those of `GATHERED`."""
    *said, website, mail_domain = columns[: len(HEADLINE)]
    parts = [read(text) for read, text in zip(READERS, columns[len(HEADLINE) :], strict=True)]
    return Card._make((*said, is_verified(website, mail_domain), *parts))


def applied(session: Session, coder_id: str, ids: Sequence[str]) -> dict[str, datetime]:
    """Posting id -> when this coder applied to it."""
    rows = session.execute(
        select(Application.posting_id, Application.sent_at).where(
            Application.coder_id == coder_id, Application.posting_id.in_(ids)
        )
    )
    return {posting_id: sent_at for posting_id, sent_at in rows}
