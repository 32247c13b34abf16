"""What the loaders of codes share: every code goes under its leaf family and is brought in by its written form."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.families import nodes
from jobboard.dataset.report import Report
from jobboard.dataset.tree import Leaves
from jobboard.dataset.writing import Row, bring, ids_by
from jobboard.domain.codes.code import Code, Release
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
    session: Session,
    code_set: CodeSet,
    release_id: int,
    facts: Iterable[Fact],
    whole: bool,
    spared: Collection[str] = (),
) -> Report:
    """Bring the codes of a set in. When the file is whole, a stored code it no longer names stops being active on the
    day before the release takes effect; `spared` are codes of which the file never speaks.
    """
    starts = effective(session, release_id)
    known, is_update = _known(session, code_set, release_id)
    placed = Placing(session, code_set)
    report = Report()
    rows = []
    for report.read, fact in enumerate(facts, start=1):
        new = is_update and fact.code not in known
        key = sort_key(code_set, fact.code)
        rows.append(
            {
                "code_set": code_set,
                "code": fact.code,
                "sort_key": key,
                "title": fact.title,
                "active": fact.active,
                "valid_from": fact.valid_from or (starts if new else known.get(fact.code)),
                "valid_to": fact.valid_to,
                "family_id": placed.under(key),
                "release_id": release_id,
            }
        )
    written = report.bring(session, Code, ["code_set", "code"], rows, where=Code.code_set == code_set)
    if whole:
        gone = [row for row in written.unseen if row["active"] and row["code"] not in spared]
        end(session, code_set, gone, starts)
    return report


def end(session: Session, code_set: CodeSet, gone: Iterable[Row], starts: date | None) -> None:
    """Codes that a release no longer names: valid until the day before it takes effect, where that day is known."""
    last = starts - timedelta(days=1) if starts else None
    ended = [{**row, "active": False, "valid_to": row["valid_to"] or last} for row in gone]
    bring(session, Code, ["code_set", "code"], ended, where=Code.code_set == code_set)


def effective(session: Session, release_id: int) -> date | None:
    return session.scalar(select(Release.effective).where(Release.id == release_id))


def _known(session: Session, code_set: CodeSet, release_id: int) -> tuple[dict[str, date | None], bool]:
    """Since when each stored code is valid, and whether an earlier release brought any of them."""
    stored = select(Code.code, Code.valid_from, Code.release_id).where(Code.code_set == code_set)
    rows = session.execute(stored).all()
    return {code: begun for code, begun, _ in rows}, any(brought != release_id for *_, brought in rows)


class Placing:
    """Knows the leaf family of a code by its sort key."""

    def __init__(self, session: Session, code_set: CodeSet) -> None:
        self._leaves = Leaves(nodes(code_set))
        self._ids = ids_by(session, Family.slug, Family.id, Family.code_set == code_set)

    def under(self, key: str) -> int:
        return self._ids[self._leaves.nearest(key).slug]


def place(session: Session, code_set: CodeSet) -> None:
    """Put every stored code of a set under its leaf again, after the families were drawn anew."""
    placed = Placing(session, code_set)
    stored = session.execute(select(Code.id, Code.sort_key).where(Code.code_set == code_set))
    rows = [{"id": id, "family_id": placed.under(key)} for id, key in stored]
    bring(session, Code, ["id"], rows, where=Code.code_set == code_set)
