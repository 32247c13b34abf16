"""Who does the work of a family, and what those specialties code in the other sets."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobboard.domain.codes import sharing
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.sharing import Leader
from jobboard.domain.codes.specialty import Basis, FamilyShare, Specialty
from jobboard.web.codes.addresses import specialty_path
from jobboard.web.codes.frame import MOST_SPECIALTIES, Bar, shares_drawn

LEADS = 0.2
MOST_LEADING = 2
MOST_FAMILIES = 6


class Along(NamedTuple):
    """A specialty that does much of the family, and what else it codes, in the other sets."""

    specialty: Specialty
    families: Sequence[Family]


def who(session: Session, family: Family) -> dict[str, Any]:
    """`specialties`: shares as drawn, or None; `leaders`: for a family of families, who leads how many; `named`: our reading;
    `along`: what goes with it in the other sets."""
    rows = sharing.shares_of(session, family)
    leaders = [] if family.leaf else sharing.leaders_within(session, family)
    leading = [row.specialty for row in rows if row.share >= LEADS or row.basis is Basis.EDITORIAL]
    return {
        "specialties": shares_drawn(rows),
        "leaders": [bar(one, leaders) for one in leaders[:MOST_SPECIALTIES]],
        "led": sum(one.families for one in leaders),
        "named": named(rows),
        "along": along(session, family, leading[:MOST_LEADING]),
        "specialty_path": specialty_path,
    }


def named(rows: Sequence[FamilyShare]) -> list[Specialty]:
    return [row.specialty for row in rows if row.basis is Basis.EDITORIAL]


def bar(leader: Leader, leaders: Sequence[Leader]) -> Bar:
    share = round(100 * leader.families / sum(one.families for one in leaders), 1)
    said = "1 family" if leader.families == 1 else f"{leader.families:,} families"
    return Bar(leader.specialty.name, specialty_path(leader.specialty), share, said)


def along(session: Session, family: Family, leading: Sequence[Specialty]) -> list[Along]:
    """Nothing where no specialty is known to lead, or where it is known for nothing else."""
    found = []
    for specialty in leading:
        parts = sharing.in_other_sets(session, specialty, family.code_set, MOST_FAMILIES)
        if parts:
            found.append(Along(specialty, [part.family for part in parts]))
    return found
