"""The facts beyond the codes themselves: what the loaders read is what the files say, and what they leave out they count."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import BigInteger, create_engine, event, func, select
from sqlalchemy.orm import Session

from jobboard.dataset import loading
from jobboard.dataset.fees import whole
from jobboard.dataset.files import rows
from jobboard.domain import everything  # noqa: F401 - every table, before create_all
from jobboard.domain.base import Base
from jobboard.domain.codes.code import Code, Release
from jobboard.domain.codes.edits import AddOn, PairGroup, Side, UnitLimit
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg, DrgKind, OperatingRoom, Severity
from jobboard.domain.codes.locality import Locality, LocalityCounty
from jobboard.domain.codes.risk import (
    DiagnosisRisk,
    RiskCategory,
    RiskHierarchy,
    RiskModel,
    RiskService,
    RiskWeight,
)
from jobboard.domain.codes.worth import CareKind, CodeModifier, HospitalRate, WorkHistory

MONDAY = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
SAMPLE = frozenset(
    {
        "44314",
        "45378",
        "45380",
        "G0121",
        "0054T",
        "0071T",
        "I21.4",
        "E11.9",
        "E11.52",
        "E11.22",
        "0SR90J9",
        "G0465",
    }
)


@pytest.fixture(scope="module")
def reports():
    return {}


@pytest.fixture(scope="module")
def loaded(reports):
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        for done in loading.load(session, at=MONDAY, only=SAMPLE):
            reports[done.part.name] = done.report
        yield session
    engine.dispose()


def fact(session, record, code, **more):
    wanted = select(record).join(Code, Code.id == record.code_id).where(Code.code == code)
    return session.scalar(wanted.filter_by(**more))


def test_diagnoses_know_their_major_category_and_severity(loaded):
    attack = fact(loaded, DiagnosisGrouping, "I21.4")
    assert (attack.mdc, attack.severity) == ("05", Severity.MCC)
    assert fact(loaded, DiagnosisGrouping, "E11.9").severity is Severity.NONE


def test_a_diagnosis_may_count_toward_two_risk_categories(loaded):
    def categories(code, model):
        wanted = select(DiagnosisRisk.category).join(Code, Code.id == DiagnosisRisk.code_id)
        return set(loaded.scalars(wanted.where(Code.code == code, DiagnosisRisk.model == model)))

    assert categories("E11.9", RiskModel.V28) == {"38"}
    assert categories("E11.22", RiskModel.V28) == {"37"}
    assert categories("E11.52", RiskModel.V28) == {"263", "37"}


def test_risk_categories_have_weights_labels_and_a_hierarchy(loaded):
    weights = dict(fact(loaded, RiskWeight, "1").weights())
    assert weights["Community, not dual, aged"] == Decimal("0.301")
    assert weights["Institutional"] == Decimal("1.322")
    assert loaded.scalar(select(func.count()).select_from(RiskWeight)) == 115
    assert loaded.scalar(select(func.count()).select_from(RiskCategory)) == 371
    assert loaded.get(RiskCategory, (RiskModel.V24, "1")).label == "HIV/AIDS"
    dropped = (
        select(RiskHierarchy.dropped_id).join(Code, Code.id == RiskHierarchy.code_id).where(Code.code == "17")
    )
    assert "18" in loaded.scalars(select(Code.code).where(Code.id.in_(dropped))).all()


def test_groups_say_their_kind_what_changed_and_why_they_stand_where_they_stand(loaded):
    joint, new = fact(loaded, Drg, "470"), fact(loaded, Drg, "523")
    assert (joint.mdc, joint.kind, joint.placed) == ("08", DrgKind.SURGICAL, "")
    assert (new.mdc, new.change, new.earlier_title) == ("08", "new", None)
    assert "spinal fusions" in new.placed
    code = loaded.get(Code, new.code_id)
    assert (code.valid_from, code.active) == (date(2026, 10, 1), True)
    gone = loaded.scalars(select(Code).join(Drg, Drg.code_id == Code.id).where(Drg.change == "deleted")).all()
    assert len(gone) == 18
    assert {(code.active, code.valid_to) for code in gone} == {(False, date(2026, 9, 30))}


def test_an_operation_is_marked_as_one(loaded):
    assert fact(loaded, OperatingRoom, "0SR90J9")


def test_localities_carry_their_indices_to_the_digit(loaded):
    alaska = loaded.scalar(select(Locality).where(Locality.state_code == "AK"))
    assert (alaska.work, alaska.practice, alaska.malpractice) == (1500, 1065, 551)
    alabama = loaded.scalar(select(Locality).where(Locality.state_code == "AL"))
    assert (alabama.work, alabama.work_without_floor, alabama.anesthesia) == (1000, 988, 1953)
    assert loaded.scalar(select(func.count()).select_from(Locality)) == 109
    assert loaded.scalar(select(func.count()).select_from(LocalityCounty)) > 190


def test_work_values_of_past_years_are_kept(loaded):
    years = select(WorkHistory.year, WorkHistory.work).join(Code, Code.id == WorkHistory.code_id)
    assert dict(loaded.execute(years.where(Code.code == "44314")).all()) == {
        **dict.fromkeys(range(2019, 2026), 1674),
        2026: 1632,
    }


def test_hospital_rates_kinds_of_care_and_the_risk_list(loaded):
    assert (fact(loaded, HospitalRate, "0071T").status, fact(loaded, HospitalRate, "0071T").rate) == (
        "J1",
        3_307_240,
    )
    assert fact(loaded, CareKind, "45378").category == "Procedure"
    assert fact(loaded, RiskService, "44314")
    assert loaded.get(CodeModifier, "LT").title.lower().startswith("left side")


def test_a_stray_mark_behind_a_code_of_the_addendum_is_taken_off(loaded):
    assert fact(loaded, HospitalRate, "G0465").rate == 2_107_970


def test_the_dearest_rate_fits_its_column():
    """The gene therapies cost more than four bytes of thousandths hold."""
    dearest = max(whole(row["payment_rate"], 3) for row in rows("opps_addendum_b_2026_04.csv.gz"))
    assert dearest > 2**31
    assert isinstance(HospitalRate.__table__.c.rate.type, BigInteger)


def test_every_text_fits_its_column():
    """SQLite would keep a longer text, PostgreSQL refuses it."""
    assert (
        max(len(row["locality_name"]) for row in rows("gpci_2026.csv"))
        <= Locality.__table__.c.name.type.length
    )
    care = list(rows("rbcs_2024.csv.gz"))
    for column in ("category", "subcategory", "family"):
        assert max(len(row[column]) for row in care) <= CareKind.__table__.c[column].type.length


def test_edits_are_read_from_both_codes_of_a_pair(loaded):
    assert fact(loaded, UnitLimit, "44314").units == 1
    assert fact(loaded, AddOn, "0054T").primary_code == "CCCCC"
    never = fact(loaded, PairGroup, "45380", side=Side.PAID, modifier="0")
    assert "45378" in never.codes
    assert "45380" in fact(loaded, PairGroup, "45378", side=Side.DENIED, modifier="0").codes


def test_the_report_counts_what_was_read_written_and_left_out(loaded, reports):
    assert reports["units"].read == reports["units"].written + reports["units"].skipped.total()
    assert reports["localities"].read == 109 + 109 + 207
    assert reports["hcc"].read == 115 + 149 + 371
    assert all(report.rows for name, report in reports.items())


def test_what_the_release_does_not_have_is_left_out_and_said(loaded):
    release = loaded.scalar(select(Release).where(Release.part == "units"))
    loaded.execute(Release.__table__.update().where(Release.id == release.id).values(fingerprint="older"))
    done = loading.load(loaded, at=MONDAY, parts=["units"], only=SAMPLE | {"0075T"})[0]
    assert done.report.skipped == {"a code that the release does not have": 1}
    loaded.expire_all()
    assert loaded.get(Release, release.id).rows == done.report.rows
