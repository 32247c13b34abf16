"""Brings an operator's file in as a new release, in one transaction; what the releases before it said stays readable."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.codes import bring_codes
from jobboard.dataset.fees import fee_rows
from jobboard.dataset.hcpcs import DENTAL
from jobboard.dataset.loading import load_part, mark_of
from jobboard.dataset.official import carrying
from jobboard.dataset.official.faults import Stated, whole_file
from jobboard.dataset.official.formats import read_file
from jobboard.dataset.parts import PARTS
from jobboard.dataset.releasing import Edition, begin, named
from jobboard.dataset.report import Report
from jobboard.dataset.worth import billed
from jobboard.domain.codes import releases
from jobboard.domain.codes.code import Code, Origin, Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.inpatient import Drg, OperatingRoom

BY_NAME = {part.name: part for part in PARTS}
# What a file of each set renews, and the least part of the codes in use that a whole release names.
RENEWED = {code_set: (code_set.value,) for code_set in CodeSet} | {
    CodeSet.CPT: ("cpt", "fees"),
    CodeSet.HCC: ("diagnoses",),
}
WHOLE = 0.75


class Given(NamedTuple):
    """An operator's file and the name they give its release; `effective` is the day claims begin to follow it."""

    code_set: CodeSet
    path: Path
    release: str
    effective: date | None = None


class Brought(NamedTuple):
    """A part that the file renewed, the release it replaces, and what was read and written."""

    part: str
    before: Release | None
    release: Release
    report: Report


def bring_file(session: Session, given: Given, at: datetime) -> list[Brought]:
    """Read the file and make it the current release of its set. Raises BadFile; then nothing is changed.

    The caller commits.
    """
    stated = read_file(given.code_set, given.path)
    try:
        _check_name(session, given)
        brought = BRINGERS[given.code_set](session, given, at, stated)
        for part in PARTS:
            if set(part.reads) & set(RENEWED[given.code_set]):
                load_part(session, part, at)
        return brought
    except Exception:
        session.rollback()
        raise


def _check_name(session: Session, given: Given) -> None:
    for part in RENEWED[given.code_set]:
        same = named(session, part, given.release)
        if same is not None and (same.origin is Origin.PACKAGE or not same.current):
            raise whole_file(
                f"There is a release {given.release!r} of {part} already. Give this one another name."
            )


def _begin(session: Session, given: Given, part: str, at: datetime) -> tuple[Release | None, Release]:
    before = _before(session, given, part)
    mark = mark_of(session, BY_NAME[part])
    edition = Edition(part, given.release, mark, Origin.FILE, given.path.name, given.effective)
    return before, begin(session, edition, at)


def _before(session: Session, given: Given, part: str) -> Release | None:
    """The release that this one follows: not itself, when a corrected file is loaded under the same name."""
    others = select(Release).where(Release.part == part, Release.name != given.release)
    return session.scalar(others.order_by(Release.current.desc(), Release.loaded_at.desc()).limit(1))


def _codes(
    session: Session, given: Given, at: datetime, stated: Stated, spared: Collection[str] = ()
) -> Brought:
    """The codes of the file; those in use that it does not name (but for the spared) end."""
    in_use = select(Code.code).where(Code.code_set == given.code_set, Code.active)
    told_of = set(session.scalars(in_use)) - set(spared)
    kept = told_of & {fact.code for fact in stated.facts}
    if len(kept) < WHOLE * len(told_of):
        raise whole_file(
            f"The file names only {len(kept):,} of the {len(told_of):,} codes in use. "
            "A whole release was expected, not a list of changes."
        )
    before, release = _begin(session, given, given.code_set.value, at)
    report = bring_codes(session, given.code_set, release.id, stated.facts, whole=True, spared=spared)
    report.read = stated.read
    report.skipped.update(stated.left_out)
    release.rows = report.rows
    return Brought(given.code_set.value, before, release, report)


def _diagnoses(session: Session, given: Given, at: datetime, stated: Stated) -> list[Brought]:
    return [_codes(session, given, at, stated)]


def _services(session: Session, given: Given, at: datetime, stated: Stated) -> list[Brought]:
    """The file of Level II has no dental codes: those come with the fee schedule and stay."""
    stored = session.scalars(select(Code.code).where(Code.code_set == CodeSet.HCPCS))
    dental = {code for code in stored if DENTAL.fullmatch(code)} - {fact.code for fact in stated.facts}
    return [_codes(session, given, at, stated, dental)]


def _procedures(session: Session, given: Given, at: datetime, stated: Stated) -> list[Brought]:
    """An order file does not say what is done in an operating room: that is carried over from the release before."""
    brought = _codes(session, given, at, stated)
    brought.release.rows += carrying.over(session, OperatingRoom, brought.before, brought.release)
    return [brought]


def _fees(session: Session, given: Given, at: datetime, stated: Stated) -> list[Brought]:
    """Numbers that only the hospital's schedule names have no row here and are spared."""
    priced = _priced(session)
    stored = session.scalars(select(Code.code).where(Code.code_set == CodeSet.CPT))
    codes = _codes(session, given, at, stated, {code for code in stored if code not in priced})
    before, release = _begin(session, given, "fees", at)
    report, ids = Report(), billed(session)
    report.replace(session, Fee, fee_rows(report.known(stated.rows, ids), ids), release.id)
    release.rows = report.rows
    return [codes, Brought("fees", before, release, report)]


def _priced(session: Session) -> set[str]:
    """The CPT numbers of the fee schedule as it stands."""
    standing = releases.current(session, "fees")
    if standing is None:
        return set()
    rows = select(Code.code).join(Fee, Fee.code_id == Code.id)
    return set(session.scalars(rows.where(Fee.release_id == standing.id, Code.code_set == CodeSet.CPT)))


def _groups(session: Session, given: Given, at: datetime, stated: Stated) -> list[Brought]:
    stated = carrying.wording(session, stated)
    brought = _codes(session, given, at, stated)
    brought.report.replace(session, Drg, carrying.groups(session, stated, brought.before), brought.release.id)
    brought.release.rows = brought.report.rows
    return [brought]


def _risks(session: Session, given: Given, at: datetime, stated: Stated) -> list[Brought]:
    """The mapping renews what diagnoses count for; major categories and CC levels are carried over."""
    before, release = _begin(session, given, "diagnoses", at)
    report = Report()
    report.skipped.update(stated.left_out)
    carrying.risks(session, report, stated, before, release)
    release.rows = report.rows
    return [Brought("diagnoses", before, release, report)]


BRINGERS: dict[CodeSet, Callable[[Session, Given, datetime, Stated], list[Brought]]] = {
    CodeSet.CPT: _fees,
    CodeSet.HCPCS: _services,
    CodeSet.ICD10CM: _diagnoses,
    CodeSet.ICD10PCS: _procedures,
    CodeSet.MSDRG: _groups,
    CodeSet.HCC: _risks,
}
