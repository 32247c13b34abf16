"""Postings that name what a code set has dropped: a deleted code in their text, a family that has no codes any more."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.accounts.member import Member, Role
from jobboard.domain.accounts.user import User
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.family import Family
from jobboard.domain.moderation.code_lens import codes_named
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting


class Outdated(NamedTuple):
    """A listed posting, the deleted codes its text names, the empty families it is tagged with, who answers for it."""

    posting: Posting
    codes: tuple[str, ...]
    families: tuple[Family, ...]
    owners: tuple[str, ...]


class Ended(NamedTuple):
    """A code that is not in use any more, and its last day where that is known."""

    code: str
    last_day: date | None


def naming(
    session: Session, now: datetime, codes: Collection[str], families: Collection[Family]
) -> list[Outdated]:
    """The listed postings that name one of these codes or families, oldest first."""
    ids = {family.id for family in families}
    found = []
    for posting in session.scalars(_listed_with_tags(now)).unique():
        edition = posting.live_edition
        if edition is None:
            continue
        named = tuple(
            code for code in codes_named(f"{edition.title}\n{edition.description}") if code in codes
        )
        tagged = tuple(tag.family for tag in edition.families if tag.family_id in ids)
        if named or tagged:
            found.append((posting, named, tagged))
    owners = _owners(session, {posting.employer_id for posting, _, _ in found})
    return [Outdated(*one, owners.get(one[0].employer_id, ())) for one in found]


def _listed_with_tags(now: datetime) -> Select[Posting]:
    edition = joinedload(Posting.live_edition)
    wanted = select(Posting).where(listed(now)).order_by(Posting.first_published_at, Posting.id)
    return wanted.options(joinedload(Posting.employer), edition.selectinload(Edition.families))


def _owners(session: Session, employers: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Names of the owners of each employer."""
    wanted = (
        select(Member.employer_id, User.name)
        .join(User, User.id == Member.user_id)
        .where(Member.employer_id.in_(employers), Member.role == Role.OWNER, Member.ended_at.is_(None))
        .order_by(User.name)
    )
    found: dict[str, list[str]] = {}
    for employer_id, name in session.execute(wanted):
        found.setdefault(employer_id, []).append(name)
    return {employer_id: tuple(names) for employer_id, names in found.items()}


def ended_codes(session: Session, edition: Edition, on: date) -> list[Ended]:
    """Codes that the text of an edition names and that may not be billed any more on that day."""
    named = codes_named(f"{edition.title}\n{edition.description}")
    if not named:
        return []
    known: dict[str, list[Code]] = {}
    for code in session.scalars(select(Code).where(Code.code.in_(named))):
        known.setdefault(code.code, []).append(code)
    over = [(name, known[name]) for name in named if name in known]
    return [
        Ended(name, max((code.valid_to for code in codes if code.valid_to), default=None))
        for name, codes in over
        if all(not code.is_valid(on) and not (code.valid_from and code.valid_from > on) for code in codes)
    ]


def empty_families(session: Session, edition: Edition) -> Sequence[Family]:
    """Families an edition is tagged with that were retired, or hold no code in use any more."""
    tagged = [tag.family for tag in edition.families]
    inside = select(func.count()).select_from(Code).join(Family, Family.id == Code.family_id)
    return [
        family
        for family in tagged
        if family.retired
        or not session.scalar(inside.where(Code.active, Family.path.startswith(family.path, autoescape=True)))
    ]
