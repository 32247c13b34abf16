"""Loads how codes and families are shared among specialties, worked out from Medicare's payments.

A code's share is the published one: what is left to the whole goes to practitioners and to specialties not listed.

For each code the best known basis is taken: national totals, then samples of providers, then an estimate from the
codes around it. Families add up their codes; what Medicare hardly pays for (obstetrics, pediatrics, diagnoses) and
the settings no specialty code names are mapped by hand in `specialty_families.csv`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Basis, CodeShare, FamilyShare, Specialty, SpecialtyCmsCode

FILES = ("code_specialty.csv.gz", "code_specialty_inferred.csv.gz", "specialty_families.csv")
RANK = {"national_2023": 0, "top_provider_sample_2014_2023": 1, "puf_sample_2012": 2}
BASES = (Basis.PAYMENTS, Basis.SAMPLE, Basis.SAMPLE, Basis.ESTIMATE)
ESTIMATE = 3
SMALLEST = 0.02

Paid = dict[str, dict[int, float]]


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    cms = ids_by(session, SpecialtyCmsCode.cms_code, SpecialtyCmsCode.specialty_id)
    found = select(Code.code, Code.id, Code.family_id)
    codes = {code: (code_id, family_id) for code, code_id, family_id in session.execute(found)}
    paid, parts, basis = _paid(cms, only, report)
    session.execute(delete(CodeShare))
    session.execute(delete(FamilyShare))
    code_shares = [
        row for code in parts if code in codes for row in _of_code(codes[code][0], parts[code], basis[code])
    ]
    report.bring(session, CodeShare, ["code_id", "specialty_id"], code_shares)
    families = {code: family_id for code, (_, family_id) in codes.items()}
    family_shares = {
        (row["family_id"], row["specialty_id"]): row for row in _of_families(families, paid, basis)
    }
    for row in _by_hand(session):
        family_shares.setdefault((row["family_id"], row["specialty_id"]), row)
    report.bring(session, FamilyShare, ["family_id", "specialty_id"], family_shares.values())
    return report


def _paid(
    cms: dict[str, int], only: Collection[str] | None, report: Report
) -> tuple[Paid, Paid, dict[str, int]]:
    """Payments (for an estimate: shares) by code and specialty, their part of all payments for the code as published,
    and the basis: the best that each code has."""
    basis: dict[str, int] = {}
    paid: Paid = defaultdict(lambda: defaultdict(float))
    parts: Paid = defaultdict(lambda: defaultdict(float))
    known = list(report.reading(rows("code_specialty.csv.gz", only)))
    for row in known:
        if row["cms_specialty_code"] not in cms:
            report.skip("paid to a Medicare specialty that is no coding specialty")
        else:
            basis[row["code"]] = min(RANK[row["basis"]], basis.get(row["code"], ESTIMATE))
    for row in known:
        if row["cms_specialty_code"] in cms and RANK[row["basis"]] == basis[row["code"]]:
            paid[row["code"]][cms[row["cms_specialty_code"]]] += float(row["payments"] or 0)
            parts[row["code"]][cms[row["cms_specialty_code"]]] += float(row["share_payments"] or 0)
    for row in report.reading(rows("code_specialty_inferred.csv.gz", only)):
        if row["cms_specialty_code"] in cms and basis.setdefault(row["code"], ESTIMATE) == ESTIMATE:
            for amounts in (paid, parts):
                amounts[row["code"]][cms[row["cms_specialty_code"]]] += float(row["mean_share"])
    return {code: by for code, by in paid.items() if sum(by.values()) > 0}, parts, basis


def _of_code(code_id: int, by: dict[int, float], basis: int) -> Iterator[Row]:
    for specialty_id, part in by.items():
        if part >= SMALLEST:
            share = round(part, 4)
            yield {"code_id": code_id, "specialty_id": specialty_id, "share": share, "basis": BASES[basis]}


def _of_families(families: dict[str, int], paid: Paid, basis: dict[str, int]) -> Iterator[Row]:
    """Shares of leaf families. Paid codes count by their payments; a family with estimates alone takes their mean."""
    best: dict[int, int] = {}
    for code in paid:
        if code in families:
            best[families[code]] = min(basis[code], best.get(families[code], ESTIMATE))
    sums: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    whole: dict[int, float] = defaultdict(float)
    for code, by in paid.items():
        family_id = families.get(code)
        if family_id is not None and (basis[code] < ESTIMATE or best[family_id] == ESTIMATE):
            for specialty_id, amount in by.items():
                sums[family_id][specialty_id] += amount
                whole[specialty_id] += amount if basis[code] < ESTIMATE else 0
    for family_id, amounts in sums.items():
        total = sum(amounts.values())
        estimated = best[family_id] == ESTIMATE
        for specialty_id, amount in amounts.items():
            if amount / total >= SMALLEST:
                weight = 0.0 if estimated or not whole[specialty_id] else amount / whole[specialty_id]
                yield _family_row(family_id, specialty_id, amount / total, weight, BASES[best[family_id]])


def _family_row(family_id: int, specialty_id: int, share: float, weight: float, basis: Basis) -> Row:
    return {
        "family_id": family_id,
        "specialty_id": specialty_id,
        "share": round(share, 4),
        "weight": round(weight, 6),
        "basis": basis,
    }


def _by_hand(session: Session) -> Iterator[Row]:
    families = ids_by(session, Family.slug, Family.id)
    specialties = ids_by(session, Specialty.slug, Specialty.id)
    for row in rows("specialty_families.csv"):
        yield _family_row(families[row["family"]], specialties[row["specialty"]], 0.0, 0.0, Basis.EDITORIAL)
