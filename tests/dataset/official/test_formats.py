"""Each published layout is read as published; a bad file says what is wrong on which line; a wrong one is named."""

from datetime import date

import pytest

from jobboard.dataset.official import fee_schedule, groups, hcpcs, order_file, risk_mapping, tabular
from jobboard.dataset.official.faults import BadFile
from jobboard.dataset.official.formats import FORMATS, read_file
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.inpatient import DrgKind
from jobboard.domain.codes.risk import RiskModel
from tests.dataset.official import published

TABULAR = """<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2027</version><chapter><name>19</name><desc>Injury</desc><section id="S00-S09">
<diag><name>S00</name><desc>Superficial injury of head</desc>
 <sevenChrDef><extension char="A">initial encounter</extension><extension char="D">subsequent encounter</extension></sevenChrDef>
 <diag><name>S00.0</name><desc>Superficial injury of scalp</desc>
  <inclusionTerm><note>Bruise &amp; graze</note></inclusionTerm>
  <diag><name>S00.00</name><desc>Unspecified</desc></diag></diag></diag>
<diag><name>I10</name><desc>Essential (primary) hypertension</desc></diag>
</section></chapter></ICD10CM.tabular>
"""
DIAGNOSES = [("I25", "0", "Chronic ischemic heart disease"), ("I2510", "1", "Atherosclerotic heart disease")]
PROCEDURES = [("0SR", "0", "Lower Joints, Replacement"), ("0SR90J9", "1", "Replacement of Right Hip Joint")]
SOUND = {
    "fees.csv": published.fee_schedule([published.fee_row("44314")]),
    "hcpcs.txt": published.level_two("G0439", "Yearly visit") + "\n",
    "cm.txt": published.order(DIAGNOSES),
    "cm.xml": TABULAR,
    "pcs.txt": published.order(PROCEDURES),
    "drg.txt": published.table_five([("470", "08", "SURG", "JOINT REPLACEMENT")]),
    "hcc.csv": published.mapping([("I2510", "85", "")]),
}
BELONGS = {
    "fees.csv": CodeSet.CPT,
    "hcpcs.txt": CodeSet.HCPCS,
    "cm.txt": CodeSet.ICD10CM,
    "cm.xml": CodeSet.ICD10CM,
    "pcs.txt": CodeSet.ICD10PCS,
    "drg.txt": CodeSet.MSDRG,
    "hcc.csv": CodeSet.HCC,
}


def faults_of(read, text):
    with pytest.raises(BadFile) as caught:
        read(text)
    return [str(fault) for fault in caught.value.faults]


def test_the_fee_schedule_is_read_below_its_notices_and_without_its_wording():
    stated = fee_schedule.read(
        published.fee_schedule(
            [published.fee_row("44314", days="090", work="16.32"), published.fee_row("G0439")]
        )
    )
    assert [fact.code for fact in stated.facts] == ["44314"]
    assert stated.facts[0].title is None
    assert [(row["code"], row["work_rvu"], row["global_days"]) for row in stated.rows] == [
        ("44314", "16.32", "090"),
        ("G0439", "1.00", "000"),
    ]
    assert stated.rows[0]["conv_factor"] == "33.4009"
    assert stated.rows[0]["imaging_family"] == "99"
    assert published.WORDING not in repr(stated)


def test_the_fee_schedule_of_earlier_years_has_a_column_less():
    rows = [cells[:24] + cells[25:] for cells in [published.fee_row("44314")]]
    text = published.fee_schedule(rows).replace(",IND,BASE", ",BASE").replace(",PRIC,ENDO", ",ENDO")
    assert fee_schedule.read(text).rows[0]["conv_factor"] == "33.4009"


def test_a_bad_fee_schedule_says_every_fault_with_its_line_and_never_the_wording():
    rows = [
        published.fee_row("44314", work="16.32"),
        published.fee_row("4431", days="9"),
        published.fee_row("44320", total="99.99"),
        published.fee_row("44314"),
        published.fee_row("44345")[:9],
    ]
    rows[1][5] = "1.3x"
    said = faults_of(fee_schedule.read, published.fee_schedule(rows))
    assert said == [
        "line 9: '4431' is not a code: five characters such as 44314 or G0439 were expected.",
        "line 9: the global period is '9': one of 000, 010, 090, MMM, XXX, YYY, ZZZ was expected.",
        "line 9: the work RVU is '1.3x': a number such as 16.32 was expected.",
        "line 10: the non-facility total is 99.99, but its parts add up to 3.10.",
        "line 11: 44314 stands twice in the file.",
        "line 12: 9 columns, at least 29 were expected.",
    ]
    assert published.WORDING not in " ".join(said)


def test_level_two_joins_the_lines_of_a_long_title_and_keeps_its_days():
    text = "\n".join(
        [
            published.level_two(
                "G0439", "Annual wellness visit, includes a personalized prevention plan", "Ppps"
            ),
            published.level_two("G0439", "of service, subsequent visit", kind="4"),
            published.level_two("J1885", "Injection, ketorolac", ended="20261231"),
            published.level_two("   LT", "Left side", kind="7"),
            published.level_two("D0120", "Wording of the ADA"),
        ]
    )
    stated = hcpcs.read(text)
    found = {fact.code: fact for fact in stated.facts}
    assert found["G0439"].title.endswith("prevention plan of service, subsequent visit")
    assert found["G0439"].valid_from == date(2020, 1, 1)
    assert (found["J1885"].active, found["J1885"].valid_to) == (False, date(2026, 12, 31))
    assert found["D0120"].title is None
    assert stated.left_out == {"a modifier, not a code": 1}


@pytest.mark.parametrize("between", [",", "\t"])
def test_level_two_is_read_from_a_saved_sheet_too(between):
    names = "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,ADD DT,ACT EFF DT,TERM DT,ACTION CD"
    rows = ["2027 ALPHA-NUMERIC HCPCS FILE", names, "G0439,00100,3,A yearly visit,Visit,20110101,20260101,,N"]
    stated = hcpcs.read("\n".join(rows).replace(",", between))
    assert [(fact.code, fact.title, fact.valid_from) for fact in stated.facts] == [
        ("G0439", "A yearly visit", date(2011, 1, 1))
    ]


def test_level_two_says_what_is_wrong_where():
    text = "\n".join(
        [published.level_two("G0439", "A visit", added="20261332"), published.level_two("G0439", "Again")]
    )
    assert faults_of(hcpcs.read, text) == [
        "line 2: G0439 stands twice in the file.",
        "line 1: '20261332' is not a day such as 20260101.",
    ]


def test_order_files_give_the_codes_and_leave_headings_out():
    stated = order_file.read_diagnoses(published.order(DIAGNOSES))
    assert [(fact.code, fact.title) for fact in stated.facts] == [("I25.10", "Atherosclerotic heart disease")]
    assert stated.left_out == {"a heading, not a code": 1}
    assert order_file.read_procedures(published.order(PROCEDURES)).facts[0].code == "0SR90J9"


def test_an_order_file_says_what_is_wrong_where():
    text = (
        published.order([*DIAGNOSES, ("I2510", "1", "Twice"), ("0SR90J9", "1", "A procedure")]) + "nonsense\n"
    )
    assert faults_of(order_file.read_diagnoses, text) == [
        "line 3: I2510 stands twice in the file.",
        "line 4: '0SR90J9' is not an ICD-10-CM code such as I2510.",
        "line 5: the line does not begin with an order number, a code and a 0 or 1 in column 15.",
    ]


def test_the_tabular_list_gives_codes_with_their_seventh_characters():
    stated = tabular.read(TABULAR)
    assert [(fact.code, fact.title) for fact in stated.facts] == [
        ("S00.00XA", "Unspecified, initial encounter"),
        ("S00.00XD", "Unspecified, subsequent encounter"),
        ("I10", "Essential (primary) hypertension"),
    ]


def test_the_tabular_list_may_declare_nothing_that_grows():
    laughs = "<!DOCTYPE x [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
    bomb = TABULAR.replace("<ICD10CM.tabular>", laughs + "<ICD10CM.tabular>").replace("Injury", "&l9;")
    assert faults_of(tabular.read, bomb) == [
        "The file declares a document type, which the tabular list does not. It is not read."
    ]


def test_broken_xml_says_the_line_where_it_breaks():
    said = faults_of(tabular.read, TABULAR.replace("</section>", ""))
    assert said == ["line 9: the XML breaks off here: mismatched tag."]


def test_the_table_of_groups():
    rows = [
        ("001", "PRE", "SURG", "HEART TRANSPLANT"),
        ("470", "08", "SURG", "JOINTS"),
        ("999", "**", "**", "UNGROUPABLE"),
    ]
    stated = groups.read(published.table_five(rows))
    assert [(row["drg"], row["mdc"], row["kind"]) for row in stated.rows] == [
        ("001", "PRE", DrgKind.SURGICAL),
        ("470", "08", DrgKind.SURGICAL),
        ("999", "", DrgKind.NEITHER),
    ]
    assert stated.left_out == {"a note below the table": 1}
    said = faults_of(
        groups.read, published.table_five([("4x0", "08", "SURG", "JOINTS"), ("471", "8b", "ODD", "")])
    )
    assert said[0] == "line 4: '4x0' is not an MS-DRG number such as 470."
    assert len(said) == 4


def test_the_mapping_of_diagnoses_gives_v28_and_the_models_beside_it():
    stated = risk_mapping.read(published.mapping([("I2510", "85", ""), ("E119", "19", "38.0")]))
    assert [(row["code"], row["model"], row["category"]) for row in stated.rows] == [
        ("I25.10", RiskModel.V24, "85"),
        ("E11.9", RiskModel.V28, "38"),
        ("E11.9", RiskModel.V24, "19"),
    ]
    said = faults_of(risk_mapping.read, published.mapping([("E119", "", "A7")]))
    assert said == ["line 11: the CMS-HCC V28 category is 'A7': a number such as 37 was expected."]


@pytest.mark.parametrize("name", SOUND)
def test_every_sound_file_is_recognized_as_what_it_is_and_as_nothing_else(name):
    assert [layout.code_set for layout in FORMATS if layout.looks_like(SOUND[name])] == [BELONGS[name]]


@pytest.mark.parametrize("name", SOUND)
def test_a_file_of_another_set_is_named(name, tmp_path):
    place = tmp_path / name
    place.write_bytes(SOUND[name].encode("cp1252", errors="replace"))
    wrong = next(code_set for code_set in CodeSet if code_set is not BELONGS[name])
    said = faults_of(lambda path: read_file(wrong, path), place)
    assert said[0].endswith(f"load it with --set {BELONGS[name].value}.")


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("file.xlsx", b"PK\x03\x04rest", "save its sheet as CSV"),
        ("file.zip", b"PK\x03\x04rest", "Unpack it"),
        ("file.pdf", b"%PDF-1.7", "PDF"),
        ("file.txt", b"a\0b", "not a text file"),
        ("file.txt", b"a line of text\n" * 1000 + b"a\0b", "not a text file"),
        ("file.txt", b"", "not recognized"),
        ("file.txt", b"\xff\xfe\x81\x8d", "neither UTF-8 nor Windows"),
        (
            "file.txt",
            b"Dear operator, here is nothing.",
            "a Medicare relative value file (PPRRVU) was expected",
        ),
    ],
)
def test_what_is_no_official_file_is_refused_in_plain_words(name, content, word, tmp_path):
    place = tmp_path / name
    place.write_bytes(content)
    said = faults_of(lambda path: read_file(CodeSet.CPT, path), place)
    assert word in said[0]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    said = faults_of(lambda path: read_file(CodeSet.CPT, path), tmp_path / "none.csv")
    assert "cannot be read" in said[0]
