"""What the loaders of codes share: every code goes under its leaf family and is brought in by its written form."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobboard.dataset.families import nodes
from jobboard.dataset.report import Report
from jobboard.dataset.tree import Leaves
from jobboard.dataset.writing import bring, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet, sort_key
from jobboard.domain.codes.family import Family


class Fact(NamedTuple):
    """One code as its file states it."""

    code: str
    title: str | None = None
    active: bool = True
    valid_from: date | None = None
    valid_to: date | None = None


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def bring_codes(
    session: Session, code_set: CodeSet, release_id: int, facts: Iterable[Fact], whole: bool
) -> Report:
    """Bring the codes of a set in. When the file is whole, a stored code it no longer names stops being active."""
    leaves = Leaves(nodes(code_set))
    ids = ids_by(session, Family.slug, Family.id, Family.code_set == code_set)
    report = Report()
    rows = []
    for report.read, fact in enumerate(facts, start=1):
        key = sort_key(code_set, fact.code)
        rows.append(
            {
                "code_set": code_set,
                "code": fact.code,
                "sort_key": key,
                "title": fact.title,
                "active": fact.active,
                "valid_from": fact.valid_from,
                "valid_to": fact.valid_to,
                "family_id": ids[leaves.nearest(key).slug],
                "release_id": release_id,
            }
        )
    written = report.bring(session, Code, ["code_set", "code"], rows, where=Code.code_set == code_set)
    if whole:
        ended = [{**row, "active": False} for row in written.unseen if row["active"]]
        bring(session, Code, ["code_set", "code"], ended, where=Code.code_set == code_set)
    return report
