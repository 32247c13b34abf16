"""A pasted list of codes becomes a search; what looks like patient data becomes nothing."""

from urllib.parse import parse_qs, urlsplit

import pytest

HERE = "/jobs/code-list"


def asked(page):
    return parse_qs(urlsplit(page.response.headers["Location"]).query)["q"][0]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("99213 x 40\n44314", "99213*40 44314"),
        ("99213,40\r\n44314-59 2", "99213*40 44314*2"),
        ("code,count\n99213,40\n44314,3", "99213*40 44314*3"),
        ("44314; 45378, i2510", "44314 45378 I25.10"),
        ("44314\n44314\n2026-11-03 44314", "44314*3"),
        ("10000-10010", "10000-10010"),
        ("I20-I25 x 4\n44314", "I20-I25*4 44314"),
        ("44314 3\nI20 to I25, 99213\nI20-I25 5", "44314*3 I20-I25*6 99213"),
        ("i20 thru i25\n44300 – 44346", "I20-I25 44300-44346"),
        ("code,count\nI20-I25,5\n44314,2", "I20-I25*5 44314*2"),
        ("443*\n0SR9*\nDRG 469-470", "443* 0SR9* DRG 469-470"),
    ],
)
def test_a_pasted_list_becomes_a_search(browse, text, meant):
    assert asked(browse(None).send(HERE, codes=text, status=302, follow=False)) == meant


def test_the_search_shows_the_list_as_it_was_meant(browse):
    page = browse(None).send(HERE, codes="99213 x 40\n44314")
    assert page.path == "/jobs"
    assert "that cover some of 2 codes" in page.text
    assert "99213 × 40" in page.text


@pytest.mark.parametrize(
    "line", ["Maria Delgado 44314", "44314 MRN 1234567", "44314 2/3/1948", "acct 99812345 99213"]
)
def test_a_list_with_patient_data_is_refused_and_not_sent_back(browse, line):
    page = browse(None).send(HERE, codes=f"99213 x 40\n{line}", status=422)
    assert "Line 2 looks like patient data" in page.text
    assert "99213 x 40" in page.source
    assert line not in page.source


def test_lines_that_cannot_be_read_are_named_and_left_out(browse):
    page = browse(None).send(HERE, codes="99213\n99999\n44314 3 4")
    assert page.path == "/jobs"
    assert "Line 2: 99999 is no code that this board knows." in page.text


def test_a_list_without_a_code_stays_on_the_page(browse):
    page = browse(None).send(HERE, codes="99999", status=422)
    assert "no code in the list" in page.text


@pytest.mark.parametrize("text", ["", "   ", "\n" * 3000 + "44314", "44314 " * 20_000, "\x00", "\ufeff,;|"])
def test_whatever_is_pasted_is_answered(browse, text):
    page = browse(None).send(HERE, codes=text, status=None)
    assert page.status in (200, 422)


def test_nobody_keeps_a_page_whose_form_is_sent_back(browse):
    page = browse(None).open(HERE)
    assert page.response.headers["Cache-Control"] == "no-store"


def test_ranges_that_are_none_are_named_and_left_out(browse):
    page = browse(None).send(HERE, codes="99213\nI25-I20\n12345-6789\n44300-44346 4 5")
    for number in (2, 3, 4):
        assert f"Line {number}: " in page.text
    assert "99213" in page.text
    assert browse(None).send(HERE, codes="I25-I20", status=422)


def test_a_list_takes_as_many_ranges_as_a_search(browse):
    lines = [f"{first}00-{first}99" for first in range(100, 125)]
    page = browse(None).send(HERE, codes="\n".join(lines))
    assert "Line 21: The search takes 20 ranges of codes." in page.text
