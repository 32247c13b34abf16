"""The guard: what a list of codes may hold, and what looks like patient data. One table of lines for each."""

from datetime import date

import pytest

from jobboard.domain.tracking.privacy import Sign, names_somebody, refusal, sign_in

TODAY = date(2026, 11, 16)

GOOD = """
44314
44314 x3
44314,2,2026-11-03
2026-11-03 44314 2
2026-11-03\t44314\t2
44314;3;11/03/26
11/3/2026 44314
Nov 3, 2026 44314 2
3 Nov 2026: 45378 (5)
2026-11-03 00:00:00,44314,1
"2026-11-03","44314","2"
2016-01-01 44314
70450-26
70450 TC
45378 RT x2
99213-25-GT, 4, 11/3/2026
45378-59 ×3
G0439 x 12
J1885 x 30 units
0001F
I25.10
i2510
E11.65 x2
0SR90J9
0016070
0DTJ4ZZ 2
CPT 44314
DX I25.10
DRG 470 x2
MS-DRG 470
HCC 38
44314, 44310, 44320
4431O
44314 x-2
99999
"""
BAD = {
    Sign.NAME: """
Smith, John 44314
44314 Smith, John
44314 J. Doe
44314 pt. J.S.
Mrs. Lee 44314
Li 44314
JD,44314,1
44314 Nguyễn
O'Brien 44314
José 44314 2026-11-03
44314 colostomy revision
44314 room four
""",
    Sign.NUMBER: """
44314 MRN 1234567
MRN1234567 44314
44314 mrn#4481
44314 1234567
44314,00123456789
E1234567 44314
AB-12345678 44314
44314 555-867-5309
(555) 867-5309 44314
+1 555 867 5309 44314
44314 123-45-6789
44314 acct 4481
44314 account no. 4481
patient 12 44314
1EG4-TE5-MK73 44314
1EG4TE5MK73 44314
""",
    Sign.BIRTH_DATE: """
44314 x2 03/14/1956
2026-11-03,1956-03-14,44314
11/3/2026 11/4/2026 44314
2015-12-31 44314
44314 14 Mar 1956
44314 DOB 3/14/56 11/3/2026
""",
    Sign.ADDRESS: """
j.smith@example.com 44314
12 Oak Street 44314
""",
}


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("line", lines(GOOD))
def test_codes_counts_days_and_modifiers_pass(line):
    assert sign_in(line, TODAY) is None


@pytest.mark.parametrize(
    ("sign", "line"), [(sign, line) for sign, text in BAD.items() for line in lines(text)]
)
def test_what_could_tell_of_a_patient_is_seen(sign, line):
    assert sign_in(line, TODAY) is sign


def test_the_lines_are_named_by_number_and_nothing_of_them_is_said():
    assert refusal([3]) == "Line 3 looks like patient data; this board never keeps any."
    assert refusal([3, 7]) == "Lines 3 and 7 look like patient data; this board never keeps any."
    assert refusal([1, 2, 4]) == "Lines 1, 2 and 4 look like patient data; this board never keeps any."
    assert refusal(list(range(1, 1001))).startswith(
        "Lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 988 more look"
    )


@pytest.mark.parametrize(
    "name",
    [
        "Colorectal, November 2026",
        "New patient visits",
        "Room 4",
        "MS clinic",
        "Week of Nov 2, 2026",
        "Dr. Wu’s team",
    ],
)
def test_a_list_may_be_called_what_people_call_their_work(name):
    assert not names_somebody(name)


@pytest.mark.parametrize(
    "name",
    [
        "MRN 1234567",
        "Mrs. Lee",
        "DOB 3/14/56",
        "555-867-5309",
        "j.smith@example.com",
        "patient 4481",
        "123-45-6789",
    ],
)
def test_a_list_is_not_called_after_a_patient(name):
    assert names_somebody(name)


@pytest.mark.parametrize("text", ["", "\0", "x" * 100_000, "1" * 100_000, "a.b." * 20_000, "٣" * 50, "’'\"`" * 1000, "-" * 100_000, "1-" * 50_000, "@" * 100_000, " 1 a" * 20_000])  # fmt: skip
def test_nothing_makes_it_stumble_or_think_without_end(text):
    """An expression that goes back over what it read would not come to an end in a day."""
    sign_in(text, TODAY)
    assert names_somebody(text) in (True, False)
