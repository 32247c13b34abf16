"""Why a code found a posting: the narrowest of its tagged families that covers it, or that its text names it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.family import Family
from jobboard.domain.postings.parts import FamilyTag
from jobboard.domain.postings.posting import Posting
from jobboard.search.matching import chain_ids
from jobboard.search.reading import Reading


def reasons(session: Session, reading: Reading, ids: Sequence[str]) -> dict[str, list[str]]:
    """Posting id -> the reasons; empty when no code was typed."""
    if reading.code is None or not ids:
        return {}
    steps = {family_id: step for step, family_id in enumerate(chain_ids(reading))}
    rows = session.execute(
        select(Posting.id, FamilyTag.family_id, Family.span, Family.label)
        .join(FamilyTag, FamilyTag.edition_id == Posting.live_edition_id)
        .join(Family, Family.id == FamilyTag.family_id)
        .where(Posting.id.in_(ids), FamilyTag.family_id.in_(steps))
    ).all()
    code = reading.code.code
    best: dict[str, Any] = {}
    for row in sorted(rows, key=lambda row: -steps[row.family_id]):
        best[row.id] = row
    said = {id: [f"covers {code}: {row.span}, {row.label}"] for id, row in best.items()}
    return {id: said.get(id, [f"mentions {code} in its text"]) for id in ids}
