"""What the listed jobs ask for together: the credentials of a specialty, the specialties of a credential, what stands for it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.parts import CredentialTag, SpecialtyTag
from jobboard.search.matching import base
from jobboard.search.overview import Count

JOBS = func.count(Edition.id.distinct()).label("jobs")


def credentials_in(session: Session, specialty: Specialty, now: datetime, limit: int) -> Sequence[Count]:
    """The credentials that the jobs of a specialty name, those most named first. Unconfirmed ones are not shown."""
    found = (
        base(Credential.slug, Credential.abbreviation, JOBS)
        .join(CredentialTag, CredentialTag.edition_id == Edition.id)
        .join(Credential, Credential.id == CredentialTag.credential_id)
        .where(
            Edition.id.in_(select(SpecialtyTag.edition_id).where(SpecialtyTag.specialty_id == specialty.id))
        )
    )
    return _counted(session, found, Credential, now, limit)


def specialties_asking(
    session: Session, credential: Credential, now: datetime, limit: int
) -> Sequence[Count]:
    """The specialties of the jobs that name a credential, most jobs first."""
    asking = select(CredentialTag.edition_id).where(CredentialTag.credential_id == credential.id)
    found = (
        base(Specialty.slug, Specialty.name, JOBS)
        .join(SpecialtyTag, SpecialtyTag.edition_id == Edition.id)
        .join(Specialty, Specialty.id == SpecialtyTag.specialty_id)
        .where(Edition.id.in_(asking))
    )
    return _counted(session, found, Specialty, now, limit)


def taken_instead(session: Session, credential: Credential, now: datetime, limit: int) -> Sequence[Count]:
    """The credentials that jobs take in place of this one: named beside it in a group of which any one will do."""
    mine, other = aliased(CredentialTag), aliased(CredentialTag)
    same = and_(
        other.edition_id == mine.edition_id,
        other.group_no == mine.group_no,
        other.credential_id != mine.credential_id,
    )
    found = (
        base(Credential.slug, Credential.abbreviation, JOBS)
        .join(mine, mine.edition_id == Edition.id)
        .join(other, same)
        .join(Credential, Credential.id == other.credential_id)
        .where(mine.credential_id == credential.id)
    )
    return _counted(session, found, Credential, now, limit)


def _counted(session: Session, found: Select[Any], kind: Any, now: datetime, limit: int) -> Sequence[Count]:
    shown = and_(Credential.confirmed, ~Credential.retired) if kind is Credential else ~Specialty.retired
    name = Credential.abbreviation if kind is Credential else Specialty.name
    rows = found.where(listed(now), shown).group_by(kind.slug, name).order_by(JOBS.desc(), name)
    return [Count(*row) for row in session.execute(rows.limit(limit))]
