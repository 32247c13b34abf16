"""Who does the work of a code or a family, kept in the process: the offered specialties, who does most of it first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.releases import current_id
from jobboard.domain.codes.risk import DiagnosisRisk, RiskModel
from jobboard.domain.codes.specialty import CodeShare, FamilyShare, Specialty
from jobboard.search.understanding.uncounted_codes import coded_by, named, run_of

RISK = "risk-adjustment"
LEAST_SHARE, MOST_SPECIALTIES = 0.05, 8
Doers = Mapping[int, str]  # specialty id -> its name


@dataclass(frozen=True)
class Work:
    """By the id of a code, and of a family. Who is known to do nothing noticeable has nobody; who is not known is not here."""

    of_codes: Mapping[int, Doers]
    of_families: Mapping[int, Doers]
    # Risk category -> families of its diagnoses.
    counting: Mapping[str, Sequence[int]] = field(default_factory=dict)
    of_risk: Doers = field(default_factory=dict)
    offered: Mapping[str, tuple[int, str]] = field(default_factory=dict)  # slug -> (id, name)

    def doers(self, found: Found) -> Doers:
        """Of the code itself where known, otherwise of the narrowest family that knows; where nothing is counted, by our own list."""
        if found.record is not None and found.record.id in self.of_codes:
            return self.of_codes[found.record.id]
        if found.code_set is CodeSet.HCC:
            return self.of_risk
        return self.doers_of(found.chain, found.code_set, found.code)

    def doers_of(self, families: Iterable[Family], code_set: CodeSet, code: str) -> Doers:
        """By our own list where it names the code; else of the first family that knows; where nothing is counted, of a code of the
        set by our own list."""
        if code_set in (CodeSet.CPT, CodeSet.HCPCS) and (ours := named(run_of(code), self.offered)):
            return ours
        ids = (family.id for family in families)
        counted = next((self.of_families[id] for id in ids if id in self.of_families), {})
        return counted or named(coded_by(code_set, code), self.offered)


def read_work(session: Session) -> Work:
    specialties = session.execute(
        select(Specialty.slug, Specialty.id, Specialty.name).where(~Specialty.retired)
    )
    offered = {slug: (id, name) for slug, id, name in specialties}
    return Work(
        of_codes=_doers(session.execute(_shares(CodeShare, CodeShare.code_id))),
        of_families=_doers(session.execute(_shares(FamilyShare, FamilyShare.family_id))),
        counting=_counting(session),
        of_risk=named([RISK], offered),
        offered=offered,
    )


def _counting(session: Session) -> dict[str, list[int]]:
    """Those first of which most diagnoses count."""
    rows = (
        select(DiagnosisRisk.category, Code.family_id)
        .join(Code, Code.id == DiagnosisRisk.code_id)
        .where(DiagnosisRisk.model == RiskModel.V28, DiagnosisRisk.release_id == current_id("diagnoses"))
        .group_by(DiagnosisRisk.category, Code.family_id)
        .order_by(func.count().desc(), Code.family_id)
    )
    found: dict[str, list[int]] = {}
    for category, family_id in session.execute(rows):
        found.setdefault(category, []).append(family_id)
    return found


def _shares(table: type[CodeShare | FamilyShare], whose: Any) -> Select[Any]:
    columns = (whose.label("whose"), table.share, Specialty.id, Specialty.name, Specialty.retired)
    joined = select(*columns).join(Specialty, Specialty.id == table.specialty_id)
    return joined.order_by(table.share.desc(), table.specialty_id)


def _doers(rows: Iterable[Any]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for whose, share, specialty, name, retired in rows:
        doers = found.setdefault(whose, {})
        if share >= LEAST_SHARE and not retired and len(doers) < MOST_SPECIALTIES:
            doers[specialty] = name
    return found
