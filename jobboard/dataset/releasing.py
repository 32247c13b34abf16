"""Releases side by side: beginning one, keeping what codes said before it, choosing which of them is read."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import delete, func, insert, literal, select, update
from sqlalchemy.orm import Session

from jobboard.domain.codes import releases
from jobboard.domain.codes.code import Code, EarlierCode, Origin, Release
from jobboard.domain.codes.codeset import CodeSet

SETS = {code_set.value: code_set for code_set in CodeSet}


class Edition(NamedTuple):
    """What is known about a release before it is loaded; `mark` is the fingerprint of its files."""

    part: str
    name: str
    mark: str
    origin: Origin = Origin.PACKAGE
    file_name: str | None = None
    effective: date | None = None


def begin(session: Session, edition: Edition, at: datetime) -> Release:
    """The row of the release, current from now on. What the codes of its set say today is kept under the old one."""
    release = named(session, edition.part, edition.name)
    previous = releases.current(session, edition.part)
    if release is None:
        free = 1 + (session.scalar(select(func.max(Release.id))) or 0)
        release = Release(id=free, part=edition.part, name=edition.name, current=False)
        session.add(release)
    release.fingerprint, release.rows, release.loaded_at = edition.mark, 0, at
    release.origin, release.file_name, release.effective = (
        edition.origin,
        edition.file_name,
        edition.effective,
    )
    session.flush()
    if previous is not None and previous is not release and edition.part in SETS:
        keep(session, SETS[edition.part], previous)
    make_current(session, release)
    return release


def named(session: Session, part: str, name: str) -> Release | None:
    return session.scalar(select(Release).where(Release.part == part, Release.name == name))


def make_current(session: Session, release: Release) -> None:
    others = (Release.part == release.part, Release.id != release.id)
    session.execute(update(Release).where(*others).values(current=False))
    release.current = True
    session.flush()


def keep(session: Session, code_set: CodeSet, release: Release) -> None:
    """Write down what every code of the set says now, as what that release said."""
    session.execute(delete(EarlierCode).where(EarlierCode.release_id == release.id))
    said = ("title", "active", "valid_from", "valid_to")
    now = select(literal(release.id), Code.id, *(getattr(Code, name) for name in said))
    copy = insert(EarlierCode).from_select(
        ["release_id", "code_id", *said], now.where(Code.code_set == code_set)
    )
    session.execute(copy)
