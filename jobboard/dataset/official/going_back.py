"""Going back to a release that was loaded before: its facts are still there, its codes say again what they said."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jobboard.dataset.loading import load_part
from jobboard.dataset.official.bringing import BY_NAME, RENEWED
from jobboard.dataset.official.faults import whole_file
from jobboard.dataset.parts import PARTS
from jobboard.dataset.releasing import SETS, keep, make_current, named
from jobboard.dataset.writing import Row, bring
from jobboard.domain.codes import releases
from jobboard.domain.codes.code import Code, EarlierCode, Release
from jobboard.domain.codes.codeset import CodeSet


def go_back(session: Session, code_set: CodeSet, at: datetime, name: str | None = None) -> list[Release]:
    """Make the release of that name (None: the one that ships with the program) current again in the parts of the set.

    Raises BadFile when there is none. The caller commits.
    """
    wanted = {part: name or BY_NAME[part].release for part in RENEWED[code_set]}
    found = [release for part, called in wanted.items() if (release := named(session, part, called))]
    if not found:
        raise whole_file(f"No release of {code_set.value} is called {name!r}. /codes/releases lists them.")
    for release in found:
        _make_current_again(session, release)
    for part in PARTS:
        if set(part.reads) & {release.part for release in found}:
            load_part(session, part, at)
    return found


def _make_current_again(session: Session, release: Release) -> None:
    standing = releases.current(session, release.part)
    if standing is None or standing is release:
        return
    if release.part in SETS:
        _codes_as_they_were(session, SETS[release.part], standing, release)
    make_current(session, release)


def _codes_as_they_were(session: Session, code_set: CodeSet, standing: Release, release: Release) -> None:
    """Every code says again what the release said of it; one that came later is not in use."""
    keep(session, code_set, standing)
    said = {one.code_id: one for one in session.scalars(_said(release))}
    ids = session.scalars(select(Code.id).where(Code.code_set == code_set)).all()
    mine = Code.code_set == code_set
    bring(session, Code, ["id"], [_row(said[id]) for id in ids if id in said], where=mine)
    bring(session, Code, ["id"], [{"id": id, "active": False} for id in ids if id not in said], where=mine)


def _row(one: EarlierCode) -> Row:
    return {
        "id": one.code_id,
        "title": one.title,
        "active": one.active,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
    }


def _said(release: Release) -> Select[EarlierCode]:
    return select(EarlierCode).where(EarlierCode.release_id == release.id)
