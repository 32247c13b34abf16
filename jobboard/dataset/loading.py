"""Loads the dataset part by part: one transaction a part, and nothing at all for a part that has not changed.

Where an operator brought a newer file, the program's own release does not take its place again; its codes only move
with the families when those are drawn anew.
"""

import hashlib
from collections.abc import Callable, Collection
from datetime import datetime
from time import sleep
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from jobboard.dataset.codes import place
from jobboard.dataset.families import nodes
from jobboard.dataset.files import fingerprint
from jobboard.dataset.parts import PARTS, Part
from jobboard.dataset.releasing import SETS, Edition, begin, named
from jobboard.dataset.report import Report
from jobboard.domain.codes import releases
from jobboard.domain.codes.code import Origin, Release


class Done(NamedTuple):
    """What became of a part: whether it had to be loaded, what its loader reports, whose file stands in its place."""

    part: Part
    loaded: bool
    report: Report
    kept: Release | None = None


def load(
    session: Session,
    *,
    at: datetime,
    parts: Collection[str] | None = None,
    only: Collection[str] | None = None,
    starting: Callable[[Part], None] = lambda part: None,
    done: Callable[[Done], None] = lambda done: None,
    pause: float = 0,
) -> list[Done]:
    """Load every part (or the named ones), committing after each.

    `only` names the codes to load, for a small sample; families, specialties and credentials always come whole.
    After each part that was written the database is left alone for `pause` seconds.
    """
    results = []
    for part in PARTS:
        if parts is None or part.name in parts:
            starting(part)
            _draw(part)
            results.append(load_part(session, part, at, only))
            session.commit()
            done(results[-1])
            if pause and results[-1].loaded:
                sleep(pause)
    if any(result.loaded for result in results):
        weigh(session)
    return results


def _draw(part: Part) -> None:
    """Draw the tree of a code set before its transaction begins: meanwhile others may write."""
    if part.name in SETS:
        nodes(SETS[part.name])


def weigh(session: Session) -> None:
    """Let the database count its rows anew: without that it goes through a whole release to find the facts of a few codes."""
    session.execute(text("ANALYZE"))
    session.commit()


def load_part(session: Session, part: Part, at: datetime, only: Collection[str] | None = None) -> Done:
    """Load one part if its files changed. The caller commits."""
    mark = mark_of(session, part, only)
    standing = releases.current(session, part.name)
    if standing is not None and standing.origin is Origin.FILE:
        return _beside(session, part, standing, mark)
    release = named(session, part.name, part.release)
    if release is not None and release.current and release.fingerprint == mark:
        return Done(part, loaded=False, report=Report(rows=release.rows))
    release = begin(session, Edition(part.name, part.release, mark, effective=part.effective), at)
    report = part.load(session, release.id, only)
    release.rows = report.rows
    return Done(part, loaded=True, report=report)


def _beside(session: Session, part: Part, standing: Release, mark: str) -> Done:
    """The operator's file stays; when the program's files changed, its codes are placed among the families anew."""
    if part.name in SETS and standing.fingerprint != mark:
        place(session, SETS[part.name])
        standing.fingerprint = mark
    return Done(part, loaded=False, report=Report(rows=standing.rows), kept=standing)


def mark_of(session: Session, part: Part, only: Collection[str] | None = None) -> str:
    """The fingerprint of a part: its files, the sample asked for, and the operator's files it is put together from."""
    sample = "" if only is None else hashlib.sha256(" ".join(sorted(only)).encode()).hexdigest()
    read = (releases.current(session, name) for name in part.reads)
    brought = [f"{one.part} {one.name} {one.loaded_at}" for one in read if one and one.origin is Origin.FILE]
    return fingerprint(part.files, also=sample + "".join(brought))


def pending(session: Session) -> list[Part]:
    """The parts that the next load would write."""
    return [part for part in PARTS if _is_pending(session, part)]


def _is_pending(session: Session, part: Part) -> bool:
    standing = releases.current(session, part.name)
    if standing is None:
        return True
    behind = standing.fingerprint != mark_of(session, part)
    if standing.origin is Origin.FILE:
        return behind and part.name in SETS
    return behind or standing.name != part.release
