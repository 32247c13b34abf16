"""Works out which specialties code much the same: the cosine of their mixes of families.

A mix is what Medicare pays the specialty for, family by family, and beside it, at half the length, the families named
by hand; a family that holds others stands for each of its leaves. What many specialties do (office visits) tells less
than what few do (echocardiography) and counts less. Kinds of work without families have no neighbours.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from math import log, sqrt

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Basis, FamilyShare, SpecialtyNeighbour

BY_HAND = 0.5
SMALLEST = 0.05
MOST = 10

Mix = dict[int, float]


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    mixes = _mixes(session)
    report.read = len(mixes)
    session.execute(delete(SpecialtyNeighbour))
    report.bring(session, SpecialtyNeighbour, ["specialty_id", "neighbour_id"], _nearest(mixes))
    return report


def _mixes(session: Session) -> dict[int, Mix]:
    """For every specialty with families its mix, as a vector of length one."""
    leaves = _leaves(session)
    paid: dict[int, Mix] = defaultdict(lambda: defaultdict(float))
    named: dict[int, Mix] = defaultdict(lambda: defaultdict(float))
    for share in session.scalars(select(FamilyShare)):
        if share.basis is Basis.EDITORIAL:
            below = leaves[share.family_id]
            for leaf in below:
                named[share.specialty_id][leaf] += 1 / len(below)
        elif share.weight:
            paid[share.specialty_id][share.family_id] += share.weight
    found = {}
    for specialty_id in paid.keys() | named.keys():
        mix: Mix = defaultdict(float, unit(paid[specialty_id]))
        for leaf, part in unit(named[specialty_id]).items():
            mix[leaf] += part * BY_HAND
        found[specialty_id] = mix
    return {specialty_id: unit(mix) for specialty_id, mix in _told(found).items()}


def _told(mixes: dict[int, Mix]) -> dict[int, Mix]:
    """Each part times what its family tells: the logarithm of how many specialties there are to one that does it."""
    doing = Counter(family for mix in mixes.values() for family in mix)
    return {
        specialty_id: {family: part * log(len(mixes) / doing[family]) for family, part in mix.items()}
        for specialty_id, mix in mixes.items()
    }


def _leaves(session: Session) -> dict[int, list[int]]:
    """The leaves below each family; a leaf stands for itself."""
    found: dict[int, list[int]] = defaultdict(list)
    for family in session.scalars(select(Family).where(Family.leaf, ~Family.retired)):
        for above in family.ancestor_ids:
            found[above].append(family.id)
    return found


def unit(mix: Mix) -> Mix:
    """The same direction with length one; an empty mix stays empty."""
    length = sqrt(sum(part * part for part in mix.values()))
    return {family: part / length for family, part in mix.items()} if length else {}


def _nearest(mixes: dict[int, Mix]) -> Iterator[Row]:
    for specialty_id, mine in mixes.items():
        alike = {
            other: sum(part * theirs.get(family, 0.0) for family, part in mine.items())
            for other, theirs in mixes.items()
            if other != specialty_id
        }
        for other in sorted(alike, key=lambda number: (-alike[number], number))[:MOST]:
            if alike[other] >= SMALLEST:
                yield {
                    "specialty_id": specialty_id,
                    "neighbour_id": other,
                    "alikeness": round(alike[other], 4),
                }
