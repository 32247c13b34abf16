"""Which release of a part of the dataset is read when nobody names one."""

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Release


def current(session: Session, part: str) -> Release | None:
    """The release of a part (`fees`, `units`, `icd10cm` ...) that pages show; None before it was loaded."""
    return session.scalar(select(Release).where(Release.part == part, Release.current))


def current_id(part: str) -> ScalarSelect[int]:
    """The number of that release inside another question, so that it need not be asked first; null before it was loaded."""
    return select(Release.id).where(Release.part == part, Release.current).scalar_subquery()


def loaded_parts(session: Session) -> frozenset[str]:
    """The parts that pages can show something of; a board that has just been started may still lack some."""
    return frozenset(session.scalars(select(Release.part).where(Release.current)))


def all_current(session: Session) -> dict[str, Release]:
    """The release of every part that pages show, by part."""
    return {release.part: release for release in session.scalars(select(Release).where(Release.current))}
