"""Adding lines and files: all of it or nothing, patient data never, and the way out leads back in."""

from io import BytesIO

import pytest

from jobboard.domain.tracking import finding
from jobboard.domain.tracking.finding import Period
from tests import builders
from tests.security.somebody import rows as stored


@pytest.fixture
def kept(session, amir):
    return builders.a_procedure_list(session, amir, name="Colorectal")


@pytest.fixture
def send(browse, amir, kept):
    """`send("44314 x3")` or `send(file=b"...")`: the answer to it, in Amir's browser."""
    browser = browse(amir)
    path = f"/me/procedures/{kept.id}/lines"
    browser.open(path)

    def post(lines="", file=None, name="list.csv", status=200, **words):
        fields = {"lines": lines, "day": "2026-11-16"} | words
        if file is not None:
            fields["file"] = (BytesIO(file), name)
        return browser.send(path, status=status, **fields)

    return post


def written(session, kept):
    session.commit()
    found = finding.entries_of(session, kept.id, Period())
    return sorted((one.written, one.times, str(one.done_on)) for one in found)


def test_lines_are_added_and_the_numbers_are_shown(send, session, kept):
    page = send("44314 x3\n2026-11-03 70450-26 2")
    assert "Added: 2 entries, 5 in all." in page.text
    assert written(session, kept) == [("44314", 3, "2026-11-16"), ("70450-26", 2, "2026-11-03")]


def test_one_bad_line_keeps_everything_out_and_what_was_typed_stays(send, session, kept):
    page = send("44314 x3\n44399 x2\n45378", status=422)
    assert "Nothing is added yet" in page.text
    assert "Line 2: 44399 is no code" in page.text
    assert "2 entries can be added" in page.text
    assert page.all(".//textarea")[0].text.strip() == "44314 x3\n44399 x2\n45378"
    assert written(session, kept) == []


def test_the_good_lines_alone_are_added_when_the_person_says_so(send, session, kept):
    send("44314 x3\n44399 x2\nSmith, John 45378", leave_out="y")
    assert written(session, kept) == [("44314", 3, "2026-11-16")]


def test_patient_data_is_refused_and_reaches_neither_the_database_nor_the_log(send, session, kept, caplog):
    page = send("44314\n44310\nSmith, John 44314\n45378\n45378\n45378\n45378 MRN 88123456", status=422)
    assert "Lines 3 and 7 look like patient data; this board never keeps any." in page.text
    assert "Smith" not in caplog.text
    assert "88123456" not in caplog.text
    assert written(session, kept) == []
    everything = repr(stored(session))
    assert "Smith" not in everything
    assert "88123456" not in everything


def test_nothing_but_bad_lines_is_nothing_even_when_told_to_leave_them_out(send, session, kept):
    assert "No line can be added" in send("Smith, John", status=422, leave_out="y").text
    assert "Write a line, or choose a file." in send("  \n ", status=422).text


@pytest.mark.parametrize(
    "file",
    [
        b"Date,Code,Count\r\n2026-11-03,44314,3\r\n",
        b"\xef\xbb\xbfcount;cpt;dos\n3;44314;11/3/2026\n",
        "Qty\tProcedure Code\tService Date\n3\t44314\t2026-11-03\n".encode("utf-16"),
        b"44314,3,2026-11-03",
        b"2026-11-03 44314 x3\r",
    ],
)
def test_a_file_is_read_whatever_program_wrote_it(send, session, kept, file):
    assert "Added: 1 entry, 3 in all." in send(file=file).text
    assert written(session, kept) == [("44314", 3, "2026-11-03")]


def test_a_refused_file_comes_back_as_lines_without_what_looks_like_patient_data(send):
    page = send(file=b"44314 x3\nSmith 44314\n44399", status=422)
    assert page.all(".//textarea")[0].text.strip("\n") == "44314 x3\n\n44399"


def test_a_file_with_other_columns_is_refused_whole(send, session, kept):
    page = send(file=b"Code,Count,Patient\n44314,1,Smith\n", status=422, leave_out="y")
    assert "Column 3 is none of code, count, date and modifier" in page.text
    assert "Smith" not in page.source
    assert written(session, kept) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"PK\x03\x04" + b"\0" * 100, "This is no CSV file"),
        (b"44314\0", "This is no CSV file"),
        (b"\x89PNG\r\n\x1a\n\x00", "This is no CSV file"),
        (b"44314\n" * 200_000, "larger than 1 MB"),
        (b"44314\n" * 5001, "at most 5,000 lines"),
        (b"", "Write a line, or choose a file."),
    ],
)
def test_a_file_that_is_none_says_what_to_do(send, session, kept, file, said):
    assert said in send(file=file, status=422).text
    assert written(session, kept) == []


def test_a_file_far_too_large_is_not_even_read(send):
    assert "larger than 1 MB" in send(file=b"44314\n" * 600_000, status=413).text


def test_lines_or_a_file_and_not_both(send):
    assert "not both at once" in send("44314", file=b"45378", status=422).text


def test_two_thousand_lines_can_be_pasted(send, session, kept):
    send("44314\n" * 2000)
    assert len(written(session, kept)) == 2000
    assert "At most 2,000 lines" in send("44314\n" * 2001, status=422).text


def test_twenty_thousand_entries_are_the_most(send, session, kept):
    for _ in range(4):
        send(file=b"44314\n" * 5000)
    assert "there is room for 0 more" in send("44314", status=409).text


def test_what_is_sent_twice_is_kept_once(send, session, kept):
    batch = "0" * 26
    send("44314 x3", batch=batch)
    assert "in the list already" in send("44314 x3", batch=batch).text
    assert len(written(session, kept)) == 1


def test_the_export_reads_back_as_it_was(browse, amir, send, session, kept):
    text = "2026-11-03 44314 x2\n70450-26-59 x3\n45378 RT\nDRG 470 x4\ni2510\n0SR90J9 x2\nJ1885 x8"
    send(text)
    browser = browse(amir)
    answer = browser.open(f"/me/procedures/{kept.id}/export.csv")
    assert answer.response.mimetype == "text/csv"
    assert "attachment" in answer.response.headers["Content-Disposition"]
    before = written(session, kept)
    again = builders.a_procedure_list(session, amir, name="Again")
    browser.open(f"/me/procedures/{again.id}/lines")
    browser.send(
        f"/me/procedures/{again.id}/lines", file=(BytesIO(answer.source.encode()), "a.csv"), day="2026-11-16"
    )
    assert written(session, again) == before


def test_the_export_keeps_to_the_period_and_no_cell_is_a_formula(browse, amir, send, kept):
    send("2026-11-03 44314 x2\n2026-10-03 45378 x3")
    source = browse(amir).open(f"/me/procedures/{kept.id}/export.csv?since=2026-11-01").source
    rows = source.splitlines()
    assert rows[0] == "Date,Code,Modifiers,Count,Family,Work RVU each,Work RVU"
    assert rows[1].startswith("2026-11-03,44314,,2,")
    assert rows[1].endswith(",16.32,32.64")
    assert len(rows) == 2
    assert not any(cell[:1] in "=+-@\t" for row in rows for cell in row.split(",") if cell)


def test_every_box_says_that_no_patient_data_belongs_there(browse, amir, send, session, kept):
    browser = browse(amir)
    send("44314")
    entry = finding.entries_of(session, kept.id, Period())[0]
    for path in (f"{kept.id}/lines", "new", f"{kept.id}/edit", f"entries/{entry.id}"):
        assert "ever patient data" in browser.open(f"/me/procedures/{path}").text, path
