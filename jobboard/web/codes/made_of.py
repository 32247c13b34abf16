"""What a family is made of, in a few rows of facts and, for services, how their work values are spread."""

from collections.abc import Callable
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobboard.domain.codes import makeup
from jobboard.domain.codes.binning import Bin, binned
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import in_units
from jobboard.domain.codes.inpatient import Severity
from jobboard.web.jobs.phrases import counted, listing

FEWEST_SPREAD = 20
MOST_CATEGORIES = 8
GLOBALS = {
    "000": "same day",
    "010": "10 days",
    "090": "90 days",
    "MMM": "maternity package",
    "XXX": "no global period",
    "YYY": "set by the contractor",
    "ZZZ": "add-on, as its primary",
}


class Band(NamedTuple):
    """Codes whose work value lies in one bin, as `stripes` draws them."""

    label: str
    share: float
    text: str


class MadeOf(NamedTuple):
    """`rows`: term and value; `part`: the part of the dataset the values come from; `spread`: bands of work RVU."""

    rows: list[tuple[str, str]]
    part: str
    spread: list[Band] = []


def made_of(session: Session, family: Family) -> MadeOf:
    return KINDS[family.code_set](session, family)


def services(session: Session, family: Family) -> MadeOf:
    works = makeup.works(session, family)
    rows = []
    if works:
        low, high = in_units(works[0]), in_units(works[-1])
        middle = Decimal(str(median(works))).scaleb(-2)
        said = f"{low} to {high}, median {middle}" if low != high else f"{low}"
        rows.append(("Work RVU", f"{said} ({counted(len(works), 'code')} with a work RVU)"))
    if periods := makeup.globals_of(session, family):
        rows.append(("Global days", "; ".join(f"{d}, {GLOBALS[d]}: {n:,}" for d, n in periods.items())))
    spread = bands(binned(works, middle)) if len(works) >= FEWEST_SPREAD and low != high else []
    return MadeOf(rows, "fees", spread)


def bands(bins: list[Bin]) -> list[Band]:
    most = max(one.count for one in bins)
    return [
        Band(
            f"{one.low} and more" if one.high is None else f"{one.low} to {one.high}",
            round(one.count * 100 / most, 1),
            counted(one.count, "code"),
        )
        for one in bins
    ]


def diagnoses(session: Session, family: Family) -> MadeOf:
    found = makeup.severities(session, family)
    categories = makeup.risk_categories(session, family)
    rows = [("As a secondary diagnosis", severities(found))] if found else []
    named = listing(f"HCC {category} ({many:,})" for category, many in categories[:MOST_CATEGORIES])
    more = f" and {len(categories) - MOST_CATEGORIES} more" if len(categories) > MOST_CATEGORIES else ""
    rows.append(("Risk adjustment, V28", named + more if categories else "None of them counts"))
    return MadeOf(rows, "diagnoses")


def severities(found: dict[Severity, int]) -> str:
    words = {
        Severity.MCC: "major complication (MCC)",
        Severity.CC: "complication (CC)",
        Severity.NONE: "neither",
    }
    return "; ".join(f"{said}: {found[kind]:,}" for kind, said in words.items() if kind in found)


def procedures(session: Session, family: Family) -> MadeOf:
    many = makeup.in_operating_room(session, family)
    return MadeOf(
        [("Operating room", f"{counted(many, 'code')} count as operating-room procedures")], "icd10pcs"
    )


def groups(session: Session, family: Family) -> MadeOf:
    found = makeup.kinds(session, family)
    return MadeOf([("Kind", "; ".join(f"{kind}: {many:,}" for kind, many in found.items()))], "msdrg")


def risk(session: Session, family: Family) -> MadeOf:
    return MadeOf([], "hcc")


KINDS: dict[CodeSet, Callable[[Session, Family], MadeOf]] = {
    CodeSet.CPT: services,
    CodeSet.HCPCS: services,
    CodeSet.ICD10CM: diagnoses,
    CodeSet.ICD10PCS: procedures,
    CodeSet.MSDRG: groups,
    CodeSet.HCC: risk,
}
