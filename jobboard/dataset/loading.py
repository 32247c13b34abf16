"""Loads the dataset part by part: one transaction a part, and nothing at all for a part that has not changed."""

import hashlib
from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from jobboard.dataset.files import fingerprint
from jobboard.dataset.parts import PARTS, Part
from jobboard.dataset.report import Report
from jobboard.domain.codes.code import Release


class Done(NamedTuple):
    """What became of a part: whether it had to be loaded, and what its loader reports."""

    part: Part
    loaded: bool
    report: Report


def load(
    session: Session,
    *,
    at: datetime,
    parts: Collection[str] | None = None,
    only: Collection[str] | None = None,
    starting: Callable[[Part], None] = lambda part: None,
    done: Callable[[Done], None] = lambda done: None,
) -> list[Done]:
    """Load every part (or the named ones), committing after each.

    `only` names the codes to load, for a small sample; families, specialties and credentials always come whole.
    """
    results = []
    for part in PARTS:
        if parts is None or part.name in parts:
            starting(part)
            results.append(_load_part(session, part, at, only))
            session.commit()
            done(results[-1])
    return results


def _load_part(session: Session, part: Part, at: datetime, only: Collection[str] | None) -> Done:
    sample = "" if only is None else hashlib.sha256(" ".join(sorted(only)).encode()).hexdigest()
    mark = fingerprint(part.files, also=sample)
    release = session.scalar(select(Release).where(Release.part == part.name, Release.name == part.release))
    if release is not None and release.fingerprint == mark:
        return Done(part, loaded=False, report=Report(rows=release.rows))
    if release is None:
        free = 1 + (session.scalar(select(func.max(Release.id))) or 0)
        session.execute(update(Release).where(Release.part == part.name).values(current=False))
        release = Release(id=free, part=part.name, name=part.release)
        session.add(release)
    release.fingerprint, release.rows, release.loaded_at = mark, 0, at
    session.flush()
    report = part.load(session, release.id, only)
    release.rows = report.rows
    return Done(part, loaded=True, report=report)
