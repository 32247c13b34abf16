"""What diagnoses and procedures count for: major categories, CC levels, operating rooms, MS-DRGs, risk categories."""

from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from jobboard.dataset.files import rows
from jobboard.dataset.proofs.proof import Proof, Statement, of_codes, scaled
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg, MajorCategory, OperatingRoom
from jobboard.domain.codes.risk import DiagnosisRisk, RiskCategory, RiskHierarchy, RiskWeight

DIAGNOSES, GROUPS = "icd10cm.csv.gz", "msdrg_v44.csv"
MODELS = {"hcc_v28": "v28", "hcc_v24": "v24", "rxhcc_v08": "rx08"}
LABELED = {"CMS-HCC V28": "v28", "CMS-HCC V24": "v24", "ESRD V24": "esrd24", "RxHCC R08": "rx08"}
KINDS = {"SURG": "surgical", "MED": "medical", "": "neither"}
WEIGHTS = (
    ("coef_cna", RiskWeight.community_nondual_aged),
    ("coef_cnd", RiskWeight.community_nondual_disabled),
    ("coef_cfa", RiskWeight.community_full_dual_aged),
    ("coef_cfd", RiskWeight.community_full_dual_disabled),
    ("coef_cpa", RiskWeight.community_partial_dual_aged),
    ("coef_cpd", RiskWeight.community_partial_dual_disabled),
    ("coef_ins", RiskWeight.institutional),
)


def groupings_stated() -> Iterator[Statement]:
    for row in rows(DIAGNOSES):
        if row["mdc"] or row["cc_level"]:
            yield (row["code"],), (row["mdc"], row["cc_level"].lower() or "none")


def groupings_stored(session: Session, release_id: int) -> Iterator[Statement]:
    columns = (DiagnosisGrouping.mdc, DiagnosisGrouping.severity)
    for code, mdc, severity in of_codes(DiagnosisGrouping, *columns)(session, release_id):
        yield (code,), (mdc, severity.value)


def risks_stated() -> Iterator[Statement]:
    for row in rows(DIAGNOSES):
        for column, model in MODELS.items():
            for category in filter(None, row[column].split("/")):
                yield (row["code"], model, category), ()


def risks_stored(session: Session, release_id: int) -> Iterator[Statement]:
    columns = (DiagnosisRisk.model, DiagnosisRisk.category)
    for code, model, category in of_codes(DiagnosisRisk, *columns)(session, release_id):
        yield (code, model.value, category), ()


def rooms_stated() -> Iterator[Statement]:
    return (((row["code"],), ()) for row in rows("icd10pcs.csv.gz") if row["or_procedure_v43_1"] == "Y")


def rooms_stored(session: Session, release_id: int) -> Iterator[Statement]:
    return (((code,), ()) for (code,) in of_codes(OperatingRoom)(session, release_id))


def groups_stated() -> Iterator[Statement]:
    """Category and kind as v43.1 has them; where it has none, as our own list places the group."""
    earlier = {row["drg"]: row for row in rows("msdrg_v43_1.csv")}
    ours = {row["drg"]: row for row in rows("msdrg_placed.csv")}
    for row in rows(GROUPS):
        before, placed = earlier.get(row["drg"], {}), ours.get(row["drg"], {})
        mdc = row["mdc_v43_1"] or placed.get("mdc", "")
        kind = KINDS[before.get("type") or placed.get("type", "")]
        yield (row["drg"],), (mdc, kind, row["change_from_v43_1"], before.get("title"))


def groups_stored(session: Session, release_id: int) -> Iterator[Statement]:
    for code, mdc, kind, *rest in of_codes(Drg, Drg.mdc, Drg.kind, Drg.change, Drg.earlier_title)(
        session, release_id
    ):
        yield (code,), (mdc, kind.value, *rest)


def categories_stored(session: Session, release_id: int) -> Iterator[Statement]:
    """The groups before all categories are `00` in the file and PRE everywhere else."""
    for mdc, title in session.execute(select(MajorCategory.mdc, MajorCategory.title)):
        yield ("00" if mdc == "PRE" else mdc,), (title,)


def weights_stated() -> Iterator[Statement]:
    for row in rows("hcc_v28_2026.csv"):
        yield (row["hcc"],), tuple(Decimal(row[name]) for name, _ in WEIGHTS)


def weights_stored(session: Session, release_id: int) -> Iterator[Statement]:
    for code, *values in of_codes(RiskWeight, *(column for _, column in WEIGHTS))(session, release_id):
        yield (code,), tuple(scaled(value, 3) for value in values)


def hierarchy_stated() -> Iterator[Statement]:
    return (((row["hcc"], row["drops_hcc"]), ()) for row in rows("hcc_v28_hierarchy.csv"))


def hierarchy_stored(session: Session, release_id: int) -> Iterator[Statement]:
    dropped = aliased(Code)
    wanted = select(Code.code, dropped.code).select_from(RiskHierarchy)
    wanted = wanted.join(Code, Code.id == RiskHierarchy.code_id).join(
        dropped, dropped.id == RiskHierarchy.dropped_id
    )
    found = session.execute(wanted.where(RiskHierarchy.release_id == release_id))
    return (((code, other), ()) for code, other in found)


def labels_stated() -> Iterator[Statement]:
    for row in rows("hcc_labels_all.csv"):
        number = row["hcc"].upper().removeprefix("RX").removeprefix("HCC")
        yield (LABELED[f"{row['model']} {row['version']}"], number), (row["label"],)


def labels_stored(session: Session, release_id: int) -> Iterator[Statement]:
    wanted = select(RiskCategory.model, RiskCategory.category, RiskCategory.label)
    return (((model.value, category), (label,)) for model, category, label in session.execute(wanted))


PROOFS = (
    Proof("diagnoses", "MDC and CC levels", ("mdc", "severity"), groupings_stated, groupings_stored),
    Proof("diagnoses", "Diagnosis to risk category", (), risks_stated, risks_stored),
    Proof("icd10pcs", "Operating room procedures", (), rooms_stated, rooms_stored),
    Proof(
        "msdrg", "MS-DRG: MDC, kind, change", ("mdc", "kind", "change", "earlier title"), groups_stated, groups_stored
    ),
    Proof(
        "msdrg",
        "Major diagnostic categories",
        ("title",),
        lambda: (((row["mdc"],), (row["title"],)) for row in rows("mdc.csv")),
        categories_stored,
    ),
    Proof("hcc", "V28 coefficients", tuple(name for name, _ in WEIGHTS), weights_stated, weights_stored),
    Proof("hcc", "V28 hierarchy", (), hierarchy_stated, hierarchy_stored),
    Proof("hcc", "Labels of risk categories", ("label",), labels_stated, labels_stored),
)  # fmt: skip
