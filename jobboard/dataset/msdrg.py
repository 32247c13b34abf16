"""Loads the MS-DRGs of the newest version with what changed since the one before, and the categories above them."""

from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session

from jobboard.dataset.codes import Fact, bring_codes
from jobboard.dataset.report import Report
from jobboard.dataset.trees.groups import Group, categories, groups
from jobboard.dataset.writing import bring, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.inpatient import Drg, MajorCategory

FILES = ("msdrg_v43_1.csv", "msdrg_v44.csv", "msdrg_placed.csv", "mdc.csv")
BEGINS, ENDED = date(2026, 10, 1), date(2026, 9, 30)
NEW, DELETED = "new", "deleted"


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """All of them, in a sample too: they are few."""
    found = groups()
    report = bring_codes(session, CodeSet.MSDRG, release_id, map(_fact, found), whole=True)
    bring(session, MajorCategory, ["mdc"], [{"mdc": m, "title": t} for m, t in categories().items() if m])
    ids = ids_by(session, Code.code, Code.id, Code.code_set == CodeSet.MSDRG)
    known = {"mdc", "kind", "change", "earlier_title", "placed"}
    facts = (
        {"code_id": ids[group.drg], **{k: v for k, v in group._asdict().items() if k in known}}
        for group in found
    )
    report.replace(session, Drg, facts, release_id)
    return report


def _fact(group: Group) -> Fact:
    ended = group.change == DELETED
    begins = BEGINS if group.change == NEW else None
    return Fact(group.drg, group.title, not ended, begins, ENDED if ended else None)
