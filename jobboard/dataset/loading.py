"""Loads the dataset part by part: one transaction a part, and nothing at all for a part that has not changed."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.dataset import cpt, credentials, families, fees, hcpcs, icd10cm, places, shares, specialties
from jobboard.dataset.files import fingerprint
from jobboard.domain.codes.code import Release


class Loader(Protocol):
    def __call__(self, session: Session, release_id: int, only: Collection[str] | None = None) -> int: ...


@dataclass(frozen=True)
class Part:
    """A part of the dataset: its release as published, the files it stands on, and who loads them."""

    name: str
    title: str
    release: str
    files: tuple[str, ...]
    load: Loader


class Done(NamedTuple):
    """What became of a part: how many rows it has, and whether they had to be written."""

    part: Part
    rows: int
    loaded: bool


PARTS = (
    Part("families", "Code families", "2026.1", families.FILES, families.load),
    Part("credentials", "Credentials", "2026.1", credentials.FILES, credentials.load),
    Part("specialties", "Specialties", "2026.1", specialties.FILES, specialties.load),
    Part("places", "States, cities and ZIP codes", "2022", places.FILES, places.load),
    Part("cpt", "CPT numbers", "RVU26C, July 2026", cpt.FILES + families.FILES, cpt.load),
    Part("hcpcs", "HCPCS Level II", "July 2026", hcpcs.FILES + families.FILES, hcpcs.load),
    Part("icd10cm", "ICD-10-CM", "FY2027", icd10cm.FILES + families.FILES, icd10cm.load),
    Part("fees", "Medicare fees", "RVU26C, July 2026", fees.FILES, fees.load),
    Part(
        "shares", "Specialty shares", "2026.1", shares.FILES + specialties.FILES + families.FILES, shares.load
    ),
)


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
        return Done(part, release.rows, loaded=False)
    if release is None:
        free = 1 + (session.scalar(select(func.max(Release.id))) or 0)
        release = Release(id=free, part=part.name, name=part.release)
        session.add(release)
    release.fingerprint, release.rows, release.loaded_at = mark, 0, at
    session.flush()
    release.rows = part.load(session, release.id, only)
    return Done(part, release.rows, loaded=True)
