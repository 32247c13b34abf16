"""`flask dataset verify` compares every fact with the files, and names each kind of fault when there is one."""

from datetime import date

import pytest
from sqlalchemy import delete, insert, select, update

from jobboard.dataset import verifying
from jobboard.dataset.proofs.proof import Proof, prove
from jobboard.dataset.proofs.trees import trees
from jobboard.dataset.verifying import PROOFS, percent, verify
from jobboard.domain.codes.code import Code, Origin, Release
from jobboard.domain.codes.edits import AddOn, PairGroup, UnitLimit
from jobboard.domain.codes.family import Family, FamilyRange
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg, OperatingRoom
from jobboard.domain.codes.locality import Locality
from jobboard.domain.codes.risk import DiagnosisRisk, RiskService, RiskWeight
from jobboard.domain.codes.specialty import CodeShare
from jobboard.domain.codes.worth import CareKind, HospitalRate, WorkHistory


@pytest.fixture
def spoiled(whole):
    """The whole dataset, to be spoiled: whatever was done is undone."""
    yield whole
    whole.rollback()


def of(code):
    return select(Code.id).where(Code.code == code).scalar_subquery()


def faults(session, *titles):
    """What the proofs (all, or those of these titles) find wrong, by title."""
    chosen = [proof for proof in PROOFS if not titles or proof.title in titles]
    found = {}
    for proof in chosen:
        release = session.scalar(select(Release.id).where(Release.part == proof.part, Release.current))
        if wrong := list(prove(proof, session, release).faults()):
            found[proof.title] = wrong
    return found


def test_the_dataset_as_it_ships_is_proven_whole(whole):
    outcomes = {proof.title: outcome for proof, outcome in verify(whole)}
    assert len(outcomes) == len(PROOFS) >= 32
    wrong = {title: list(outcome.faults())[:5] for title, outcome in outcomes.items() if outcome.short}
    assert not wrong
    assert all(outcome.exactness == 1 for outcome in outcomes.values())
    assert {
        title: outcome.left_out.total() for title, outcome in outcomes.items() if outcome.coverage < 1
    } == {"Relative values: all columns": 1, "Kinds of care (RBCS)": 34, "Specialty shares of codes": 105}
    assert outcomes["Relative values: all columns"].in_file == 19_356


SPOILS = {
    "CPT: codes, titles, days": (
        update(Code).where(Code.code == "37220").values(valid_to=date(2025, 6, 30)),
        "37220: valid to is 2025-06-30 and should be 2025-12-31",
    ),
    "ICD-10-CM: codes, titles, days": (
        update(Code).where(Code.code == "I25.10").values(title="Other words"),
        "I25.10: title is Other words and should be Atherosclerotic heart disease",
    ),
    "Relative values: all columns": (
        update(Fee).where(Fee.code_id == of("44314")).values(work=1633),
        "44314 : work_rvu is 16.33 and should be 16.32",
    ),
    "Work values by year": (
        delete(WorkHistory).where(WorkHistory.code_id == of("44314"), WorkHistory.year == 2019),
        "44314 2019 is not in the database",
    ),
    "Hospital outpatient rates": (
        update(HospitalRate).where(HospitalRate.code_id == of("0071T")).values(rate=3_307_241),
        "0071T: rate is 3307.241 and should be 3307.24",
    ),
    "Kinds of care (RBCS)": (
        update(CareKind).where(CareKind.code_id == of("45378")).values(category="Imaging"),
        "45378: category is Imaging and should be Procedure",
    ),
    "Services for risk adjustment": (
        delete(RiskService).where(RiskService.code_id == of("44314")),
        "44314 is not in the database",
    ),
    "NCCI unit limits": (
        update(UnitLimit).where(UnitLimit.code_id == of("44314")).values(units=2),
        "44314: units is 2 and should be 1",
    ),
    "NCCI add-on codes": (
        update(AddOn).where(AddOn.code_id == of("0054T")).values(kind="9"),
        "0054T CCCCC: kind is 9 and should be 2",
    ),
    "NCCI pairs, from either code": (
        delete(PairGroup).where(PairGroup.code_id == of("45380"), PairGroup.modifier == "0"),
        "45380 paid 0 is not in the database",
    ),
    "MDC and CC levels": (
        update(DiagnosisGrouping).where(DiagnosisGrouping.code_id == of("I21.4")).values(severity="cc"),
        "I21.4: severity is cc and should be mcc",
    ),
    "Diagnosis to risk category": (
        update(DiagnosisRisk)
        .where(DiagnosisRisk.code_id == of("E11.9"), DiagnosisRisk.category == "38")
        .values(category="37"),
        "E11.9 v28 37 is in no file",
    ),
    "Operating room procedures": (
        delete(OperatingRoom).where(OperatingRoom.code_id == of("0SR90J9")),
        "0SR90J9 is not in the database",
    ),
    "MS-DRG: MDC, kind, change": (
        update(Drg).where(Drg.code_id == of("470")).values(mdc="09"),
        "470: mdc is 09 and should be 08",
    ),
    "V28 coefficients": (
        update(RiskWeight).where(RiskWeight.code_id == of("37")).values(institutional=1),
        "37: coef_ins is 0.001 and should be 0.28",
    ),
    "Localities: GPCIs, factors": (
        update(Locality).where(Locality.state_code == "AK").values(practice=1),
        "02102 01: pe_gpci is 0.001 and should be 1.065",
    ),
    "Specialty shares of codes": (
        delete(CodeShare).where(CodeShare.code_id == of("93306")),
        "93306 cardiology is not in the database",
    ),
}


@pytest.mark.parametrize("title", SPOILS)
def test_one_wrong_value_is_found_and_named(spoiled, title):
    spoil, said = SPOILS[title]
    assert spoiled.execute(spoil).rowcount
    found = faults(spoiled, title)[title]
    assert [fault for fault in found if fault.startswith(said)], found[:5]


def test_a_range_too_few_a_range_too_many_and_a_code_astray_are_found(spoiled):
    stoma = spoiled.scalar(select(Family).where(Family.slug == "cpt-enterostomy-and-stoma-revision"))
    spoiled.execute(delete(FamilyRange).where(FamilyRange.family_id == stoma.id))
    office = spoiled.scalar(select(Family.id).where(Family.slug == "cpt-office-visits"))
    spoiled.execute(insert(FamilyRange).values(family_id=office, lo="045378", hi="045380", code_set="cpt"))
    spoiled.execute(update(Code).where(Code.code == "99285").values(family_id=office))
    found = next(tree for tree in trees(spoiled) if tree.code_set == "cpt").faults
    assert "44314 is in no range" in found
    assert any("overlap" in fault for fault in found)
    assert any(fault.startswith("99285 is with cpt-office-visits") for fault in found)


def test_the_command_ends_with_an_error_and_names_what_is_short(app, monkeypatch):
    def nothing(session, release_id):
        return iter([(("2",), ("two",)), (("3",), ("tree",)), (("4",), ("four",))])

    def stated():
        return iter([(("1",), ("one",)), (("2",), ("two",)), (("3",), ("three",))])

    monkeypatch.setattr(verifying, "PROOFS", (Proof("fees", "Numbers", ("word",), stated, nothing),))
    monkeypatch.setattr(verifying, "trees", lambda session: [])
    told = app.test_cli_runner().invoke(args=["dataset", "verify"])
    assert told.exit_code == 1
    assert "Numbers" in told.output
    assert "1 is not in the database" in told.output
    assert "4 is in no file" in told.output
    assert "3: word is tree and should be three" in told.output
    assert " 66.66 %" in told.output
    assert " 50.00 %" in told.output


def test_what_an_operator_brought_is_named_and_not_compared(app, session):
    release = session.scalar(select(Release).where(Release.part == "hcpcs"))
    session.execute(
        update(Release)
        .where(Release.id == release.id)
        .values(origin=Origin.FILE, name="October 2026", file_name="HCPC2026_OCT.csv")
    )
    told = {proof.part: outcome for proof, outcome in verify(session) if isinstance(outcome, str)}
    session.rollback()
    assert told == {"hcpcs": "not checked: October 2026 was brought from HCPC2026_OCT.csv"}


def test_a_figure_is_never_rounded_up_to_the_whole():
    assert percent(0.99999) == "99.99 %"
    assert percent(1.0) == "100.00 %"
