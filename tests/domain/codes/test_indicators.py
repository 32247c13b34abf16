"""Every indicator that Medicare's files carry has words of ours, and no words are left without a sentence."""

import pytest

from jobboard.dataset.files import rows
from jobboard.domain.codes import indicators
from jobboard.domain.codes.indicators import ADJUDICATION, NO_UNITS, NOTHING_KNOWN, words_for, words_for_limit

SCHEDULE = {
    "status": indicators.STATUS,
    "global_days": indicators.GLOBAL_DAYS,
    "pctc": indicators.PCTC,
    "mult_proc": indicators.MULTIPLE,
    "bilat": indicators.BILATERAL,
    "asst_surg": indicators.ASSISTANT,
    "co_surg": indicators.CO_SURGEONS,
    "team_surg": indicators.TEAM,
    "phys_supervision": indicators.SUPERVISION,
    "imaging_family": indicators.IMAGING,
}
OTHERS = [
    ("opps_addendum_b_2026_04.csv.gz", "status_indicator", indicators.HOSPITAL),
    ("ncci_mue_practitioner_2024q3.csv.gz", "mai", indicators.ADJUDICATION),
    ("ncci_add_on_codes_2024.csv.gz", "edit_type", indicators.ADD_ON_KIND),
    ("ncci_ptp_practitioner_2024q3.csv.gz", "modifier_indicator", indicators.PAIR_MODIFIER),
]


def test_every_indicator_of_the_fee_schedule_has_words():
    missing = {
        (column, row[column])
        for row in rows("pfs_2026.csv.gz")
        for column, words in SCHEDULE.items()
        if row[column] not in words
    }
    assert not missing


@pytest.mark.parametrize(("file", "column", "words"), OTHERS)
def test_every_indicator_of_the_other_files_has_words(file, column, words):
    assert {row[column] for row in rows(file)} - set(words) == set()


def test_every_word_is_short_and_every_meaning_a_sentence():
    for words in (*SCHEDULE.values(), *(words for *_, words in OTHERS)):
        for short, meaning in words.values():
            assert 0 < len(short) <= 40
            assert not short.endswith(".")
            assert meaning.endswith(".")


def test_an_indicator_of_a_newer_file_is_said_to_be_unknown():
    assert words_for(indicators.STATUS, "?") is NOTHING_KNOWN


def test_a_limit_of_nought_promises_nothing_more():
    assert "more may be paid" in words_for_limit(1, "3").meaning
    none = words_for_limit(0, "3")
    assert (none.short, none.meaning) == (ADJUDICATION["3"].short, NO_UNITS)
