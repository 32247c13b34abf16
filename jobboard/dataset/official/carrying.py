"""What a file does not say is carried over from the release before it, so that a new release is as full as the old."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, literal, select
from sqlalchemy.orm import Session

from jobboard.dataset.official.faults import Stated
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by, table_of
from jobboard.domain.codes.code import Code, EarlierCode, Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg
from jobboard.domain.codes.risk import DiagnosisRisk

SAME, NEW, RETITLED, DELETED = "same", "new", "retitled", "deleted"


def over(
    session: Session, record: type[Any], before: Release | None, release: Release, *where: ColumnElement[bool]
) -> int:
    """Copy the rows of the release before (of codes still in use) to the new one; how many there are."""
    if before is None:
        return 0
    table = table_of(record)
    names = [column.name for column in table.columns if column.name != "release_id"]
    still = select(Code.id).where(Code.active)
    rows = select(*(table.c[name] for name in names), literal(release.id)).where(
        table.c.release_id == before.id, table.c.code_id.in_(still), *where
    )
    session.execute(table.delete().where(table.c.release_id == release.id, *where))
    session.execute(insert(table).from_select([*names, "release_id"], rows))
    return session.scalar(select(func.count()).select_from(rows.subquery())) or 0


def wording(session: Session, stated: Stated) -> Stated:
    """The table of groups is set in capitals: a title that differs in nothing else stays as it was written before."""
    written = dict(session.execute(select(Code.code, Code.title).where(Code.code_set == CodeSet.MSDRG)).all())
    facts = []
    for fact in stated.facts:
        before = written.get(fact.code)
        same = before is not None and fact.title is not None and before.upper() == fact.title.upper()
        facts.append(fact._replace(title=before) if same else fact)
    return replace(stated, facts=facts)


def groups(session: Session, stated: Stated, before: Release | None) -> Iterator[Row]:
    """Category and kind of every group and what changed since the release before; ended groups stay, marked so."""
    ids = ids_by(session, Code.code, Code.id, Code.code_set == CodeSet.MSDRG)
    titles = _titles_of(session, before)
    now = {ids[fact.code]: fact.title for fact in stated.facts}
    for row in stated.rows:
        code_id = ids[row["drg"]]
        yield _group(
            code_id, row["mdc"], row["kind"], _change(titles, code_id, now[code_id]), titles.get(code_id)
        )
    stood = select(Drg).where(Drg.release_id == (before.id if before else 0))
    for group in session.scalars(stood).all():
        if group.code_id not in now:
            yield _group(group.code_id, group.mdc, group.kind, DELETED, titles.get(group.code_id))


def _change(titles: dict[int, str | None], code_id: int, title: str | None) -> str:
    if not titles:
        return SAME
    if code_id not in titles:
        return NEW
    return SAME if titles[code_id] == title else RETITLED


def _group(code_id: int, mdc: str, kind: str, change: str, earlier: str | None) -> Row:
    return {
        "code_id": code_id,
        "mdc": mdc,
        "kind": kind,
        "change": change,
        "earlier_title": earlier,
        "placed": "",
    }


def _titles_of(session: Session, before: Release | None) -> dict[int, str | None]:
    if before is None:
        return {}
    said = select(EarlierCode.code_id, EarlierCode.title).where(EarlierCode.release_id == before.id)
    return {id: title for id, title in session.execute(said)}


def risks(session: Session, report: Report, stated: Stated, before: Release | None, release: Release) -> None:
    """What the mapping says of the models it has; the other models, major categories and CC levels are carried over."""
    told = {row["model"] for row in stated.rows}
    ids = ids_by(session, Code.code, Code.id, Code.code_set == CodeSet.ICD10CM)
    session.execute(
        delete(DiagnosisRisk).where(DiagnosisRisk.release_id == release.id, DiagnosisRisk.model.in_(told))
    )
    report.replace(
        session, DiagnosisRisk, _mapped(report.known(stated.rows, ids), ids), release.id, keep=True
    )
    report.rows += over(session, DiagnosisRisk, before, release, table_of(DiagnosisRisk).c.model.not_in(told))
    report.rows += over(session, DiagnosisGrouping, before, release)


def _mapped(rows: Iterable[Row], ids: dict[str, int]) -> Iterator[Row]:
    for row in rows:
        yield {"code_id": ids[row["code"]], "model": row["model"], "category": row["category"]}
