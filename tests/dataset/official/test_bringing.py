"""An operator's file becomes the current release; what releases before it said stays readable; a bad one changes nothing."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from jobboard.dataset.official import bringing
from jobboard.dataset.official.bringing import Given, bring_file
from jobboard.dataset.official.faults import BadFile
from jobboard.domain.codes import releases
from jobboard.domain.codes.code import Code, EarlierCode, Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.inpatient import DiagnosisGrouping, Drg, OperatingRoom
from jobboard.domain.codes.risk import DiagnosisRisk, RiskModel
from jobboard.domain.codes.wordlist import WordList
from tests.conftest import MONDAY
from tests.dataset.official import published

JANUARY = date(2027, 1, 1)
FEES = [
    published.fee_row("44314", days="090", work="17.00"),
    published.fee_row("44315"),
    published.fee_row("G0439"),
]


def given(tmp_path, code_set, text, release="RVU27A, January 2027"):
    place = tmp_path / "official.txt"
    place.write_text(text, encoding="utf-8")
    return Given(code_set, place, release, JANUARY)


def bring(session, *words):
    brought = bring_file(session, given(*words), MONDAY + timedelta(days=1))
    session.commit()
    session.expire_all()
    return brought


def code(session, name):
    return session.scalar(select(Code).where(Code.code == name))


def everything_in(session):
    """Every row of the tables a file touches."""
    tables = (Release, Code, EarlierCode, Fee, Drg, DiagnosisRisk, OperatingRoom, WordList)
    return {
        table: session.execute(select(table.__table__).order_by(*table.__table__.primary_key)).all()
        for table in tables
    }


def test_a_new_fee_schedule_brings_new_codes_ends_old_ones_and_keeps_the_old_fees(dataset, tmp_path):
    before = releases.current(dataset, "fees")
    rows = [
        published.fee_row("44314", work="17.00"),
        published.fee_row("44315"),
        published.fee_row("99213"),
        published.fee_row("G0439"),
    ]
    codes, fees = bring(dataset, tmp_path, CodeSet.CPT, published.fee_schedule(rows))
    assert (codes.part, fees.part) == ("cpt", "fees")
    assert releases.current(dataset, "fees").name == "RVU27A, January 2027"
    new = code(dataset, "44315")
    assert (new.active, new.valid_from, new.title) == (True, JANUARY, None)
    assert new.family_id == code(dataset, "44314").family_id
    work = select(Fee.release_id, Fee.work).where(Fee.code_id == code(dataset, "44314").id)
    assert dict(dataset.execute(work).all()) == {before.id: 1632, fees.release.id: 1700}


def test_a_number_the_schedule_drops_ends_the_day_before_and_one_it_never_had_stays(dataset, tmp_path):
    bring(
        dataset,
        tmp_path,
        CodeSet.CPT,
        published.fee_schedule([*FEES, published.fee_row("99213"), published.fee_row("44316")]),
    )
    rest = [*FEES, published.fee_row("99213")]
    place = given(tmp_path, CodeSet.CPT, published.fee_schedule(rest), "RVU27B, April 2027")
    bring_file(dataset, place._replace(effective=date(2027, 4, 1)), MONDAY + timedelta(days=2))
    dataset.commit()
    gone = code(dataset, "44316")
    assert (gone.active, gone.valid_from, gone.valid_to) == (False, JANUARY, date(2027, 3, 31))
    assert code(dataset, "0001U").active


def test_no_wording_of_the_fee_schedule_reaches_the_database(dataset, tmp_path):
    bring(dataset, tmp_path, CodeSet.CPT, published.fee_schedule([*FEES, published.fee_row("99213")]))
    assert published.WORDING.encode() not in (tmp_path / "dataset.sqlite3").read_bytes()


def test_a_new_release_of_diagnoses_keeps_the_old_wording_and_the_words_of_look_up_follow(dataset, tmp_path):
    before = releases.current(dataset, "icd10cm")
    text = published.order(
        [
            ("I2510", "1", "Hardened arteries"),
            ("E119", "1", "Sugar"),
            ("E1122", "1", "Kidney"),
            ("I2599", "1", "Brand new quibble"),
        ]
    )
    bring(dataset, tmp_path, CodeSet.ICD10CM, text, "FY2028")
    heart = code(dataset, "I25.10")
    assert heart.title == "Hardened arteries"
    earlier = dataset.get(EarlierCode, (before.id, heart.id))
    assert earlier.title.startswith("Atherosclerotic heart disease")
    found = dataset.scalar(select(WordList).where(WordList.stem == "quibble"))
    assert found.numbers() == [code(dataset, "I25.99").id]


def test_a_new_order_file_of_procedures_carries_over_what_it_does_not_say(dataset, tmp_path):
    text = published.order([("0SR90J9", "1", "Replacement one"), ("0SR90JA", "1", "Replacement two")])
    release = bring(dataset, tmp_path, CodeSet.ICD10PCS, text, "FY2028")[0].release
    marked = select(OperatingRoom.code_id).where(OperatingRoom.release_id == release.id)
    assert set(dataset.scalars(marked)) == {code(dataset, "0SR90J9").id, code(dataset, "0SR90JA").id}


def test_a_new_table_of_groups_says_what_is_new_retitled_and_gone(dataset, tmp_path):
    stood = dataset.scalars(select(Code).where(Code.code_set == CodeSet.MSDRG, Code.active)).all()
    rows = [(one.code, "08", "SURG", one.title.upper()) for one in stood if one.code not in ("470", "469")]
    rows += [("469", "08", "SURG", "QUITE ANOTHER TITLE"), ("990", "08", "MED", "A NEW GROUP")]
    release = bring(dataset, tmp_path, CodeSet.MSDRG, published.table_five(sorted(rows)), "v45")[0].release

    def group(number):
        wanted = select(Drg).join(Code, Code.id == Drg.code_id).where(Code.code == number)
        return dataset.scalar(wanted.where(Drg.release_id == release.id))

    assert [group(number).change for number in ("470", "469", "990", "001")] == [
        "deleted",
        "retitled",
        "new",
        "same",
    ]
    assert group("469").earlier_title.startswith("Major Hip and Knee Joint Replacement")
    heart = dataset.scalar(select(Code).where(Code.code == "001", Code.code_set == CodeSet.MSDRG))
    assert heart.title.startswith("Heart Transplant")
    assert not dataset.scalar(select(Code).where(Code.code == "470", Code.code_set == CodeSet.MSDRG)).active


def test_a_new_mapping_renews_its_models_and_carries_over_the_rest(dataset, tmp_path):
    text = published.mapping([("E119", "19", "36"), ("I2510", "", "")])
    release = bring(dataset, tmp_path, CodeSet.HCC, text, "2027 initial")[0].release

    def categories(name, model):
        rows = select(DiagnosisRisk.category).where(
            DiagnosisRisk.release_id == release.id, DiagnosisRisk.model == model
        )
        return set(dataset.scalars(rows.where(DiagnosisRisk.code_id == code(dataset, name).id)))

    assert categories("E11.9", RiskModel.V28) == {"36"}
    assert categories("E11.22", RiskModel.V28) == set()
    assert categories("E11.9", RiskModel.RX08) == {"31"}
    grouped = (
        select(func.count()).select_from(DiagnosisGrouping).where(DiagnosisGrouping.release_id == release.id)
    )
    assert dataset.scalar(grouped) == 3


def test_a_bad_file_changes_nothing(dataset, tmp_path):
    before = everything_in(dataset)
    rows = [published.fee_row("44314"), published.fee_row("99213", days="9")]
    with pytest.raises(BadFile):
        bring(dataset, tmp_path, CodeSet.CPT, published.fee_schedule(rows))
    assert everything_in(dataset) == before


def test_a_failure_half_way_changes_nothing(dataset, tmp_path, monkeypatch):
    before = everything_in(dataset)

    def broken(*words):
        raise RuntimeError("the power went")

    monkeypatch.setattr(bringing, "fee_rows", broken)
    with pytest.raises(RuntimeError):
        bring(dataset, tmp_path, CodeSet.CPT, published.fee_schedule([*FEES, published.fee_row("99213")]))
    dataset.commit()
    assert everything_in(dataset) == before


def test_a_list_of_changes_is_not_taken_for_a_whole_release(dataset, tmp_path):
    with pytest.raises(BadFile, match="names only 0 of the 3 codes in use"):
        bring(dataset, tmp_path, CodeSet.ICD10CM, published.order([("I2599", "1", "New")]), "FY2028")


def test_a_name_that_is_taken_by_another_release_is_refused(dataset, tmp_path):
    text = published.order(
        [("I2510", "1", "Hardened arteries"), ("E119", "1", "Sugar"), ("E1122", "1", "Kidney")]
    )
    with pytest.raises(BadFile, match="another name"):
        bring(dataset, tmp_path, CodeSet.ICD10CM, text, "FY2027")
