"""Reading what a person sends: each line an entry or a sentence, nothing guessed, nothing lost."""

from datetime import date

import pytest
from sqlalchemy import event

from jobboard.domain.codes.finding import resolve
from jobboard.domain.tracking.reading import read

TODAY = date(2026, 11, 16)
THIRD = date(2026, 11, 3)


@pytest.fixture
def said(session):
    """`said("44314 x3")`: (written, modifier, count, day) of every entry, then the sentences by line."""

    def ask(text):
        reading = read(session, text, day=TODAY, today=TODAY)
        good = [(one.written, one.modifier, one.times, one.done_on) for one in reading.good]
        return good, {one.number: one.sentence for one in reading.refused}, reading

    return ask


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("44314", ("44314", "", 1, TODAY)),
        ("44314 x3", ("44314", "", 3, TODAY)),
        ("3x 44314", ("44314", "", 3, TODAY)),
        ("44314 ×3", ("44314", "", 3, TODAY)),
        ("44314,2,2026-11-03", ("44314", "", 2, THIRD)),
        ("2026-11-03 44314 2", ("44314", "", 2, THIRD)),
        ("11/3/26\t44314\t2", ("44314", "", 2, THIRD)),
        ("Nov 3, 2026; 44314; 2.0", ("44314", "", 2, THIRD)),
        ("cpt 44314 qty 2", ("44314", "", 2, TODAY)),
        ("70450-26", ("70450-26", "26", 1, TODAY)),
        ("70450 TC x4", ("70450-TC", "TC", 4, TODAY)),
        ("45378-59-53 2", ("45378-59-53", "53", 2, TODAY)),
        ("45378 RT", ("45378-RT", "", 1, TODAY)),
        ("i2510 x2", ("I25.10", "", 2, TODAY)),
        ("0sr90j9", ("0SR90J9", "", 1, TODAY)),
        ("g0439", ("G0439", "", 1, TODAY)),
    ],
)
def test_a_line_says_a_code_a_count_and_a_day_in_any_of_the_usual_ways(said, line, entry):
    good, refused, _ = said(line)
    assert (good, refused) == ([entry], {})


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("44399", "44399 is no code"),
        ("44314 25", "25 could be a count or a modifier. Write 44314 x25 or 44314-25."),
        ("44314 2 3", "two counts"),
        ("44314 x0", "from 1 to 9,999"),
        ("44314 -2", "from 1 to 9,999"),
        ("44314 2.5", "from 1 to 9,999"),
        ("44314 x10000", "from 1 to 9,999"),
        ("44314 2026-11-17", "in the future"),
        ("44314 2026-02-30", "no such date"),
        ("44314 ZQ", "ZQ is no modifier"),
        ("44314 45378 x2", "a line each"),
        ("x3", "no code here"),
        ("44314 .%", "neither a code"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_beside_its_number(said, line, sentence):
    good, refused, _ = said(f"44310\n\n{line}")
    assert [one[0] for one in good] == ["44310"]
    assert list(refused) == [3]
    assert sentence in refused[3]


def test_a_deleted_code_counts_until_its_last_day(session, said):
    code = resolve(session, "J1885").record
    code.active, code.valid_to = False, date(2026, 6, 30)
    session.flush()
    assert said("J1885 2026-06-30")[0]
    assert "was not valid on July 1, 2026" in said("J1885 2026-07-01")[1][1]
    session.rollback()


def test_several_codes_on_a_line_are_one_each(said):
    assert [one[0] for one in said("44314, 44310, 2026-11-03")[0]] == ["44314", "44310"]


def test_heads_put_columns_in_any_order(said):
    text = "Qty;DOS;Modifier;CPT Code\n3;11/3/2026;26;70450\n25;20261103;;99213\n1;;TC 59;70450"
    good, refused, _ = said(text)
    assert good == [
        ("70450-26", "26", 3, THIRD),
        ("99213", "", 25, THIRD),
        ("70450-TC-59", "TC", 1, TODAY),
    ]
    assert not refused


@pytest.mark.parametrize(
    "heads", ["Code,Count,Patient", "Code,MRN,Count", "Code,Count,Comment", "Code,Count,Anything"]
)
def test_a_column_of_anything_else_stops_the_whole_file(said, heads):
    good, _, reading = said(f"{heads}\n44314,1,2\n45378,2,3")
    place = 1 + next(n for n, head in enumerate(heads.split(",")) if head not in ("Code", "Count"))
    assert (good, reading.columns) == ([], [place])
    assert reading.warnings[0].startswith(f"Column {place} is none of code, count, date and modifier")


def test_lines_that_look_like_patient_data_are_numbered_and_not_read(said):
    good, refused, reading = said("44314\n45378\nSmith, John 44314\n44310\n\n\n45378 MRN 1234567")
    assert [one[0] for one in good] == ["44314", "45378", "44310"]
    assert reading.patient == [3, 7]
    assert reading.warnings == ["Lines 3 and 7 look like patient data; this board never keeps any."]
    assert not refused
    assert not reading.is_sound


def test_patient_data_below_proper_heads_is_seen_too(said):
    _, _, reading = said(
        "code,count,date\n44314,1,2026-11-03\n44314,1,1956-03-14\n44314 Smith,1,\n44314,1,,Jones"
    )
    assert reading.patient == [3, 4, 5]


def test_twenty_thousand_lines_take_a_few_questions_to_the_database(session, said):
    asked = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *words: asked.append(words[2]))
    good, _, _ = said("\n".join(["44314 x2", "45378 2026-11-03", "I25.10", "0SR90J9"] * 5000))
    assert len(good) == 20_000
    assert len(asked) < 8
