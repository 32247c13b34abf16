"""What each release that is loaded says of one code: how it stood, how it was worded, what it was worth."""

from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code, EarlierCode, Release
from jobboard.domain.codes.fees import Fee, in_units

Said = dict[str, tuple[bool, str | None]]


class Statement(NamedTuple):
    """One release on one code. Figures are those of the whole service; None where the release gives none."""

    release: str
    current: bool
    active: bool
    title: str | None
    work: Decimal | None
    total_facility: Decimal | None
    total_office: Decimal | None


def releases_of(session: Session, code: Code) -> list[Statement]:
    """What each release says, the current one first, then the newest. Empty while only one speaks of the code."""
    said: Said = {}
    for release, one in session.execute(_earlier(code)):
        said[release.name] = (one.active, one.title)
    fees = {release.name: fee for fee, release in session.execute(_fees(code))}
    if not said and len(fees) < 2:
        return []
    standing = session.scalar(select(Release).where(Release.part == code.code_set.value, Release.current))
    now = standing.name if standing else ""
    return [
        _statement(name, name == now, code, said, fees.get(name))
        for name in dict.fromkeys([now, *said, *fees])
    ]


def _earlier(code: Code) -> Select[Release, EarlierCode]:
    rows = select(Release, EarlierCode).join(EarlierCode, EarlierCode.release_id == Release.id)
    return rows.where(EarlierCode.code_id == code.id, ~Release.current).order_by(Release.loaded_at.desc())


def _fees(code: Code) -> Select[Fee, Release]:
    rows = select(Fee, Release).join(Release, Release.id == Fee.release_id)
    return rows.where(Fee.code_id == code.id, Fee.modifier == "").order_by(Release.loaded_at.desc())


def _statement(name: str, current: bool, code: Code, said: Said, fee: Fee | None) -> Statement:
    active, title = (code.active, code.title) if current else said.get(name, (True, code.title))
    values = (fee.work, fee.total_facility, fee.total_office) if fee else (None, None, None)
    return Statement(
        name, current, active, title, *(None if one is None else in_units(one) for one in values)
    )
