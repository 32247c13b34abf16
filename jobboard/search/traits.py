"""What a posting is compared by, read for one edition: listed or not, its tags are the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.family import Family
from jobboard.domain.postings.changes import PostingNumber
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import (
    CredentialTag,
    FamilyTag,
    Place,
    SettingCell,
    SpecialtyTag,
    StateTag,
)
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Encounter, FeeSide, WorkModel
from jobboard.search.filtering import TAKES_APPRENTICES


@dataclass(frozen=True)
class Traits:
    """`number`: in the index. `families`: id -> its part of the work (0 to 1), the largest first, `spans` their ranges;
    `workable_from`: states, when not all; `pay`: the middle of the range in cents an hour."""

    number: int
    employer: str
    work_model: WorkModel
    anywhere: bool
    apprentices: bool
    pay: float | None
    families: Mapping[int, float]
    spans: Mapping[int, str]
    specialties: Sequence[int]
    credentials: Sequence[int]
    settings: Sequence[tuple[FeeSide, Encounter]]
    workable_from: Sequence[str]


HEAD = (
    select(
        PostingNumber.number,
        Employer.slug,
        Edition.work_model,
        Edition.all_states,
        Edition.apprentices,
        Edition.hourly_min,
        Edition.hourly_max,
    )
    .join(Posting, Posting.id == Edition.posting_id)
    .join(Employer, Employer.id == Posting.employer_id)
    .outerjoin(PostingNumber, PostingNumber.posting_id == Posting.id)
)


def traits_of(session: Session, edition_id: str) -> Traits:
    row = session.execute(HEAD.where(Edition.id == edition_id)).one()
    remote = row.work_model == WorkModel.REMOTE
    families = _families(session, edition_id)
    return Traits(
        number=row.number or 0,
        employer=row.slug,
        work_model=row.work_model,
        anywhere=bool(remote and row.all_states),
        apprentices=row.apprentices in TAKES_APPRENTICES,
        pay=None if row.hourly_max is None else float(row.hourly_min + row.hourly_max) * 50,
        families={family.id: (family.share or 0) / 100 for family in families},
        spans={family.id: family.span for family in families},
        specialties=_tags(session, edition_id, SpecialtyTag.specialty_id),
        credentials=_tags(session, edition_id, CredentialTag.credential_id),
        settings=_tags(session, edition_id, SettingCell.side, SettingCell.encounter),
        workable_from=_tags(session, edition_id, StateTag.state if remote else Place.state),
    )


def _families(session: Session, edition_id: str) -> Sequence[Any]:
    tagged = select(Family.id, Family.span, FamilyTag.share).join(FamilyTag, FamilyTag.family_id == Family.id)
    rows = session.execute(tagged.where(FamilyTag.edition_id == edition_id)).all()
    return sorted(rows, key=lambda row: -(row.share or 0))


def _tags(session: Session, edition_id: str, *columns: Any) -> list[Any]:
    """The values of one table of an edition's terms, each once."""
    rows = session.execute(select(*columns).where(columns[0].class_.edition_id == edition_id).distinct())
    return [row[0] if len(columns) == 1 else tuple(row) for row in rows]
