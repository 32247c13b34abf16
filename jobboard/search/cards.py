"""What the cards of one page need, in a fixed number of statements, whatever the number of cards."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.applications.application import Application
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


def cards(session: Session, ids: Sequence[str], now: datetime) -> list[Card]:
    """The cards of those of `ids` that are listed now, in the order of `ids`."""
    rows = {row.id: row for row in session.execute(base(*HEADLINE).where(Posting.id.in_(ids), listed(now)))}
    editions = [row.edition_id for row in rows.values()]
    parts: dict[str, Any] = {
        "settings": tags(session, editions, SettingCell, SettingCell.side, SettingCell.encounter),
        "groups": credential_groups(session, editions),
        "states": tags(session, editions, StateTag, StateTag.state),
        "places": tags(session, editions, Place, Place.city, Place.state),
        "types": tags(session, editions, TypeTag, TypeTag.type),
    }
    return [
        card(rows[id], {name: of[rows[id].edition_id] for name, of in parts.items()})
        for id in ids
        if id in rows
    ]


def card(row: Any, parts: dict[str, Any]) -> Card:
    values = row._asdict()
    del values["edition_id"]
    badge = Employer(website=values.pop("website"), confirmed_mail_domain=values.pop("confirmed_mail_domain"))
    return Card(**values, **parts, employer_verified=badge.is_verified)


def tags(session: Session, editions: Sequence[str], part: Any, *columns: Any) -> dict[str, list[Any]]:
    """Edition id -> the values of its rows of `part`: single values, or tuples of several columns."""
    found: dict[str, list[Any]] = defaultdict(list)
    rows = session.execute(
        select(part.edition_id, *columns).where(part.edition_id.in_(editions)).order_by(*columns)
    )
    for edition_id, *values in rows:
        found[edition_id].append(values[0] if len(values) == 1 else tuple(values))
    return found


def credential_groups(session: Session, editions: Sequence[str]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    tag = CredentialTag
    rows = session.execute(
        select(tag.edition_id, tag.group_no, tag.need, tag.within_months, Credential.abbreviation)
        .join(Credential, Credential.id == tag.credential_id)
        .where(tag.edition_id.in_(editions))
        .order_by(tag.edition_id, tag.group_no, Credential.position)
    )
    for edition_id, *values in rows:
        found[edition_id].append(tuple(values))
    return found


def applied(session: Session, coder_id: str, ids: Sequence[str]) -> dict[str, datetime]:
    """Posting id -> when this coder applied to it."""
    rows = session.execute(
        select(Application.posting_id, Application.sent_at).where(
            Application.coder_id == coder_id, Application.posting_id.in_(ids)
        )
    )
    return {posting_id: sent_at for posting_id, sent_at in rows}
