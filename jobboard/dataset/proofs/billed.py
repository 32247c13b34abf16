"""The facts of CPT and HCPCS codes: relative values, history, hospital rates, kinds of care, and NCCI's edits."""

from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.proofs.proof import Key, Proof, Statement, number, of_codes, scaled
from jobboard.domain.codes.edits import AddOn, PairGroup, Side, UnitLimit
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.risk import RiskService
from jobboard.domain.codes.worth import CareKind, CodeModifier, HospitalRate, WorkHistory

PFS = "pfs_2026.csv.gz"
HISTORY = "work_rvu_history.csv"
PAIRS = "ncci_ptp_practitioner_2024q3.csv.gz"
VALUES = (
    ("work_rvu", Fee.work),
    ("pe_nonfac_rvu", Fee.pe_office),
    ("pe_fac_rvu", Fee.pe_facility),
    ("mp_rvu", Fee.malpractice),
    ("total_nonfac", Fee.total_office),
    ("total_fac", Fee.total_facility),
    ("pre_op", Fee.pre_op),
    ("intra_op", Fee.intra_op),
    ("post_op", Fee.post_op),
)
MARKS = (
    ("status", Fee.status),
    ("global_days", Fee.global_days),
    ("pctc", Fee.pctc),
    ("mult_proc", Fee.multiple_procedures),
    ("bilat", Fee.bilateral),
    ("asst_surg", Fee.assistant),
    ("co_surg", Fee.co_surgeons),
    ("team_surg", Fee.team),
    ("endo_base", Fee.endoscopic_base),
    ("phys_supervision", Fee.supervision),
    ("imaging_family", Fee.imaging_family),
)
FEE_COLUMNS = (*(name for name, _ in VALUES + MARKS), "conv_factor", "nonfac_na", "fac_na")
PLACEHOLDER = "GXXX1"


def fees_stated() -> Iterator[Statement]:
    for row in rows(PFS):
        figures = [Decimal(row[name] or 0) for name, _ in VALUES]
        marks = [row[name] for name, _ in MARKS]
        rest = (Decimal(row["conv_factor"]), row["nonfac_na"] == "NA", row["fac_na"] == "NA")
        yield (row["code"], row["mod"]), (*figures, *marks, *rest)


def fees_stored(session: Session, release_id: int) -> Iterator[Statement]:
    values = [column for _, column in VALUES]
    marks = [column for _, column in MARKS]
    rest = (Fee.conversion_factor, Fee.office_not_applicable, Fee.facility_not_applicable)
    for code, modifier, *found in of_codes(Fee, Fee.modifier, *values, *marks, *rest)(session, release_id):
        figures = [scaled(value, 2) for value in found[: len(values)]]
        factor, office, facility = found[-3:]
        yield (code, modifier), (*figures, *found[len(values) : -3], scaled(factor, 4), office, facility)


def no_code(key: Key) -> str:
    return "GXXX1 holds a place in the file and is no code" if key[0] == PLACEHOLDER else ""


def vaccination(key: Key) -> str:
    return "numbers that end in A: vaccine administration of 2021 to 2023" if key[0].endswith("A") else ""


def years_stated() -> Iterator[Statement]:
    for row in rows(HISTORY):
        for name, value in row.items():
            if name != "code" and value:
                yield (row["code"], name[-4:]), (Decimal(value),)


def years_stored(session: Session, release_id: int) -> Iterator[Statement]:
    for code, year, work in of_codes(WorkHistory, WorkHistory.year, WorkHistory.work)(session, release_id):
        yield (code, str(year)), (scaled(work, 2),)


def rates_stated() -> Iterator[Statement]:
    for row in rows("opps_addendum_b_2026_04.csv.gz"):
        yield (row["code"],), (row["status_indicator"], number(row["payment_rate"]))


def rates_stored(session: Session, release_id: int) -> Iterator[Statement]:
    for code, status, rate in of_codes(HospitalRate, HospitalRate.status, HospitalRate.rate)(
        session, release_id
    ):
        yield (code,), (status, scaled(rate, 3))


def care_stated() -> Iterator[Statement]:
    for row in rows("rbcs_2024.csv.gz"):
        yield (row["code"],), (row["category"], row["subcategory"], row["family"], row["major_procedure"])


def care_stored(session: Session, release_id: int) -> Iterator[Statement]:
    columns = (CareKind.category, CareKind.subcategory, CareKind.family, CareKind.major)
    for code, *words in of_codes(CareKind, *columns)(session, release_id):
        yield (code,), tuple(words)


def risk_stored(session: Session, release_id: int) -> Iterator[Statement]:
    return (((code,), ()) for (code,) in of_codes(RiskService)(session, release_id))


def units_stated() -> Iterator[Statement]:
    for row in rows("ncci_mue_practitioner_2024q3.csv.gz"):
        yield (row["code"],), (int(row["mue"]), row["mai"], row["rationale"])


def units_stored(session: Session, release_id: int) -> Iterator[Statement]:
    columns = (UnitLimit.units, UnitLimit.adjudication, UnitLimit.rationale)
    for code, *found in of_codes(UnitLimit, *columns)(session, release_id):
        yield (code,), tuple(found)


def add_ons_stored(session: Session, release_id: int) -> Iterator[Statement]:
    for code, primary, kind in of_codes(AddOn, AddOn.primary_code, AddOn.kind)(session, release_id):
        yield (code, primary), (kind,)


def pairs_stated() -> Iterator[Statement]:
    """The groups as published, and turned round: for each denied code those that deny it, in the file's order."""
    turned: dict[Key, list[str]] = {}
    for row in rows(PAIRS):
        yield (row["col1"], Side.PAID, row["modifier_indicator"]), (row["col2_codes"],)
        for other in row["col2_codes"].split():
            turned.setdefault((other, Side.DENIED, row["modifier_indicator"]), []).append(row["col1"])
    for key, codes in turned.items():
        yield key, (" ".join(codes),)


def pairs_stored(session: Session, release_id: int) -> Iterator[Statement]:
    columns = (PairGroup.side, PairGroup.modifier, PairGroup.others)
    for code, side, modifier, others in of_codes(PairGroup, *columns)(session, release_id):
        yield (code, side, modifier), (others,)


def modifiers_stored(session: Session, release_id: int) -> Iterator[Statement]:
    wanted = select(CodeModifier.modifier, CodeModifier.title).where(CodeModifier.release_id == release_id)
    return (((modifier,), (title,)) for modifier, title in session.execute(wanted))


PROOFS = (
    Proof("fees", "Relative values: all columns", FEE_COLUMNS, fees_stated, fees_stored, no_code),
    Proof("history", "Work values by year", ("work",), years_stated, years_stored),
    Proof("hospital", "Hospital outpatient rates", ("status", "rate"), rates_stated, rates_stored),
    Proof(
        "care", "Kinds of care (RBCS)", ("category", "subcategory", "family", "major"), care_stated, care_stored, vaccination
    ),
    Proof(
        "risk",
        "Services for risk adjustment",
        (),
        lambda: (((row["code"],), ()) for row in rows("risk_adj_eligible_codes_2026.csv")),
        risk_stored,
    ),
    Proof("units", "NCCI unit limits", ("units", "adjudication", "rationale"), units_stated, units_stored),
    Proof(
        "add_ons",
        "NCCI add-on codes",
        ("kind",),
        lambda: (
            ((row["add_on_code"], row["primary_code"]), (row["edit_type"],))
            for row in rows("ncci_add_on_codes_2024.csv.gz")
        ),
        add_ons_stored,
    ),
    Proof("pairs", "NCCI pairs, from either code", ("codes",), pairs_stated, pairs_stored),
    Proof(
        "modifiers",
        "Level II modifiers",
        ("title",),
        lambda: (
            ((row["modifier"],), (row["long_title"] or row["short_title"],)) for row in rows("hcpcs_modifiers.csv")
        ),
        modifiers_stored,
    ),
)  # fmt: skip
