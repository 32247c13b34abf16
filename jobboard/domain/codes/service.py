"""Everything the current releases know about a service: its fees, what limits and accompanies it, how it is classed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.base import Base
from jobboard.domain.codes.code import Code, Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.edits import CONTRACTOR, AddOn, PairGroup, Side, UnitLimit
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.releases import all_current
from jobboard.domain.codes.risk import RiskService
from jobboard.domain.codes.worth import CareKind, HospitalRate, WorkHistory

BILLED = (CodeSet.CPT, CodeSet.HCPCS)
SINGLES: dict[Any, str] = {
    HospitalRate: "hospital",
    CareKind: "care",
    RiskService: "risk",
    UnitLimit: "units",
}
Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True)
class Service:
    """A CPT or HCPCS code with its facts; what no release knows is None or empty.

    `fees`: the whole service first, then 26, 53, TC. `primaries`: what this add-on code is added to, as written.
    `add_ons`: codes that may be added to this one. `releases`: by part, for naming the source of each fact.
    """

    code: Code
    releases: dict[str, Release]
    fees: list[Fee]
    history: list[WorkHistory]
    hospital: HospitalRate | None
    care: CareKind | None
    for_risk: bool
    units: UnitLimit | None
    primaries: list[AddOn]
    add_ons: list[str]
    pairs: list[PairGroup]

    @property
    def fee(self) -> Fee | None:
        """The row of the whole service."""
        return next((fee for fee in self.fees if not fee.modifier), None)

    @property
    def for_contractor(self) -> bool:
        """Whether a contractor chooses the primaries, or some of them."""
        return any(row.primary_code == CONTRACTOR for row in self.primaries)


def service(session: Session, code: Code) -> Service:
    releases = all_current(session)

    def rows(kind: type[Row], part: str, *order: Any) -> list[Row]:
        fact: Any = kind
        mine = select(kind).where(fact.code_id == code.id, fact.release_id == _id(releases.get(part)))
        return list(session.scalars(mine.order_by(*order)))

    hospital, care, risk, units = _singles(session, code, releases)
    return Service(
        code=code,
        releases=releases,
        fees=rows(Fee, "fees", Fee.modifier),
        history=rows(WorkHistory, "history", WorkHistory.year),
        hospital=hospital,
        care=care,
        for_risk=risk is not None,
        units=units,
        primaries=rows(AddOn, "add_ons", AddOn.primary_code),
        add_ons=_added_to(session, code, releases.get("add_ons")),
        pairs=rows(PairGroup, "pairs", PairGroup.side.desc(), PairGroup.modifier),
    )


def _singles(session: Session, code: Code, releases: dict[str, Release]) -> Any:
    """The facts of which a code has at most one each, in one question."""
    wanted: Any = select(*SINGLES).select_from(Code)
    for kind, part in SINGLES.items():
        mine = (kind.code_id == Code.id) & (kind.release_id == _id(releases.get(part)))
        wanted = wanted.outerjoin(kind, mine)
    return session.execute(wanted.where(Code.id == code.id)).one()


def _id(release: Release | None) -> int:
    """No row has the release 0: what was never loaded has no facts."""
    return release.id if release else 0


def _added_to(session: Session, code: Code, release: Release | None) -> list[str]:
    mine = select(Code.code).join(AddOn, AddOn.code_id == Code.id).where(AddOn.primary_code == code.code)
    wanted = mine.where(AddOn.release_id == _id(release))
    return list(session.scalars(wanted.order_by(Code.sort_key)))


def existing(session: Session, codes: Sequence[str]) -> set[str]:
    """Which of the written CPT and HCPCS codes the dataset has."""
    known = select(Code.code).where(Code.code_set.in_(BILLED), Code.code.in_(codes))
    return set(session.scalars(known)) if codes else set()


@dataclass(frozen=True)
class Pairing:
    """Two codes of one pair: which is paid and which is denied, and whether a modifier may lift it."""

    paid: str
    denied: str
    modifier: str


def paired(service: Service, other: str) -> Pairing | None:
    """The edit between the service and another code, from either side; None when there is none."""
    for group in service.pairs:
        if other in group.codes:
            paid, denied = service.code.code, other
            if group.side is Side.DENIED:
                paid, denied = denied, paid
            return Pairing(paid, denied, group.modifier)
    return None
