"""How a work value stands among others: its rank, the median, and the distribution to draw.

Compared are the work RVUs of whole services (no modifier) of the current fee schedule, and only those above nought.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, String, cast, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.binning import Bin, binned
from jobboard.domain.codes.code import Code, Release
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee, in_units
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.specialty import CodeShare, Specialty

FEWEST = 5
CENT = Decimal("0.01")


class Kind(StrEnum):
    """What a value is compared with: the narrowest family, the whole section, what one specialty does."""

    FAMILY = "family"
    SECTION = "section"
    SPECIALTY = "specialty"


@dataclass(frozen=True)
class Comparison:
    """Where `own` (work RVU) stands among the `count` codes of a scope.

    `percentile` is how many in a hundred of them are below it, rounded down: "higher than 83% of the 212 codes".
    `multiple` is own by the median, to two places; the median of an even count is the middle of two values.
    """

    scope_label: str
    scope_url_slug: str
    kind: Kind
    count: int
    own: Decimal
    median: Decimal
    percentile: int
    multiple: Decimal
    bins: tuple[Bin, ...]


def compare(session: Session, code: Code) -> list[Comparison]:
    """A code against its leaf family, its section and its leading specialty; none without a work value.

    Scopes of fewer than five codes are left out, and so is a section that is the leaf family itself.
    """
    release = current(session, "fees")
    own = session.scalar(select(Fee.work).where(Fee.code_id == code.id, *_counted(release)))
    if own is None:
        return []
    found = (_standing_in(session, release, in_units(own), scope) for scope in _scopes(session, code))
    return [one for one in found if one is not None]


def standing_of(session: Session, work: Decimal, scope: Family | Specialty) -> Comparison | None:
    """A work RVU, of one code or the mean of many, among the codes of a family at any depth or of a specialty.

    None where fewer than five codes have a work value.
    """
    return _standing_in(session, current(session, "fees"), work, scope)


def _scopes(session: Session, code: Code) -> list[Family | Specialty]:
    leaf = session.get_one(Family, code.family_id)
    section = session.get_one(Family, leaf.ancestor_ids[-1])
    leading = session.scalar(
        select(CodeShare)
        .where(CodeShare.code_id == code.id)
        .order_by(CodeShare.share.desc(), CodeShare.specialty_id)
        .limit(1)
    )
    families = [leaf] if leaf is section else [leaf, section]
    return [*families, leading.specialty] if leading else [*families]


def _counted(release: Release | None) -> tuple[ColumnElement[bool], ...]:
    """Whole services of a release that have a work value; nothing before there is a release."""
    return Fee.release_id == (release.id if release else None), Fee.modifier == "", Fee.work > 0


def _standing_in(
    session: Session, release: Release | None, own: Decimal, scope: Family | Specialty
) -> Comparison | None:
    """The work values of a scope come as one text: thousands of rows of one number would cost three times as much."""
    joined = func.aggregate_strings(cast(Fee.work, String), ",")
    text = session.scalar(select(joined).where(Fee.code_id.in_(_codes_of(scope)), *_counted(release)))
    works = sorted(map(int, text.split(","))) if text else []
    return _standing(works, own, scope) if len(works) >= FEWEST else None


def _codes_of(scope: Family | Specialty) -> Select[int]:
    """The ids of the codes of a scope. Asked as a list, so that the fees are found by their key."""
    if isinstance(scope, Specialty):
        return select(CodeShare.code_id).where(CodeShare.specialty_id == scope.id)
    below = select(Family.id).where(Family.path.startswith(scope.path, autoescape=True))
    return select(Code.id).where(Code.family_id.in_(below))


def _standing(works: Sequence[int], own: Decimal, scope: Family | Specialty) -> Comparison:
    """`works` are hundredths, sorted."""
    middle, count = _median(works), len(works)
    if isinstance(scope, Specialty):
        label, kind = scope.name, Kind.SPECIALTY
    else:
        label, kind = scope.label, Kind.FAMILY if scope.leaf else Kind.SECTION
    return Comparison(
        scope_label=label,
        scope_url_slug=scope.slug,
        kind=kind,
        count=count,
        own=own,
        median=middle,
        percentile=100 * bisect_left(works, own.scaleb(2)) // count,
        multiple=(own / middle).quantize(CENT, ROUND_HALF_UP),
        bins=tuple(binned(works, own)),
    )


def _median(works: Sequence[int]) -> Decimal:
    """Of sorted hundredths, exact: of an even count it may have a third place."""
    half = len(works) // 2
    return in_units(works[half]) if len(works) % 2 else Decimal(works[half - 1] + works[half]) / 200
