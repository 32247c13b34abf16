"""A line through the years and a distribution: round scales, gaps, and labels that have room at any width."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.domain.codes.binning import binned
from jobboard.domain.codes.comparing import Comparison, Kind
from jobboard.web.charts.columns import columns
from jobboard.web.charts.lines import line
from jobboard.web.charts.scale import scale

VALUE = st.decimals(0, 10_000_000, places=2)


def years(first, *values):
    return [(first + n, Decimal(value)) for n, value in enumerate(values)]


def against(works, own):
    """A comparison of which only the drawing matters."""
    works = sorted(works)
    middle = Decimal(works[len(works) // 2]) / 100
    return Comparison("Surgery", "surgery", Kind.SECTION, len(works), own, middle, 40, Decimal("0.99"), tuple(binned(works, own)))  # fmt: skip


@settings(deadline=None)
@given(VALUE, VALUE)
def test_a_scale_is_round_short_and_holds_both_values(one, other):
    found = scale(min(one, other), max(one, other))
    assert 0 <= found.low <= min(one, other) <= max(one, other) <= found.high
    assert 2 <= len(found.ticks()) <= 6
    assert found.ticks()[-1] == found.high


def test_a_small_change_is_not_made_to_look_great():
    found = scale(Decimal("16.32"), Decimal("16.74"))
    assert found.high - found.low >= Decimal("16.74") / 5


def test_ticks_carry_as_many_places_as_they_need():
    assert [scale(Decimal("0.97"), Decimal("1.30")).said(Decimal(n)) for n in ("1", "1.1")] == ["1.0", "1.1"]
    assert scale(Decimal(0), Decimal(40)).said(Decimal(10)) == "10"


def test_years_that_are_left_out_are_gaps():
    drawn = line(
        [(2019, Decimal(1)), (2020, Decimal(1)), (2023, Decimal(2)), (2024, None), (2025, Decimal(2))]
    )
    assert [dot.label for dot in drawn.dots] == ["2019", "2020", "2023", "2025"]
    assert len(drawn.stretches) == 1
    assert [dot.changed for dot in drawn.dots] == [False, False, True, False]


def test_a_line_says_its_ends_and_what_changed():
    drawn = line(years(2019, "0.97", "0.97", "1.30", "1.30"))
    assert drawn.said == "2019 0.97, 2022 1.30; changed 2021 +34.0%"
    assert {label.text for label in drawn.values} == {"0.97", "1.30"}
    assert drawn.rows[2] == ("2021", "1.30", "+34.0%")
    assert line(years(2025, "2.00", "1.95")).rows[1][2] == "−2.5%"
    assert line(years(2025, "0", "1.95")).rows[1][2] == "from 0"
    assert line(years(2025, "2.00", "2.00")).said.endswith("unchanged")


@pytest.mark.parametrize("points", [[], [("2026", None)], [("May", None), ("June", None)]])
def test_nothing_known_is_no_drawing(points):
    assert line(points) is None


def test_one_point_stands_alone_in_the_middle():
    drawn = line(years(2026, "2.20"))
    assert (len(drawn.dots), drawn.stretches) == (1, ())
    assert 30 < drawn.dots[0].x < 70


@settings(deadline=None)
@given(st.lists(VALUE, min_size=1, max_size=60), st.sampled_from([2019, "May "]))
def test_whatever_the_values_a_line_stays_inside_and_its_labels_apart(values, name):
    named = [(name + n if name == 2019 else f"{name}{n}", value) for n, value in enumerate(values)]
    drawn = line(named)
    assert all(0 <= dot.x <= 100 and 0 <= dot.y <= 100 for dot in drawn.dots)
    for labels in (drawn.times, drawn.values):
        reaches = sorted(label.ends for label in labels)
        assert all(before[1] < after[0] for before, after in pairwise(reaches))


def test_a_label_keeps_off_the_line_unless_it_would_meet_the_years():
    middle = {label.text: label.below for label in line(years(2024, "20.00", "17.50", "20.00")).values}
    assert middle == {"20.00": False, "17.50": True}
    foot = {label.text: label.below for label in line(years(2024, "0.25", "0.00", "0.25")).values}
    assert foot == {"0.25": False, "0.00": False}


def test_every_year_finds_room_on_a_phone():
    drawn = line(years(2019, *["1.30"] * 8))
    assert sorted(label.text for label in drawn.times) == ["2019", "2026", *(f"’{n}" for n in range(20, 26))]


def test_our_column_is_marked_and_the_rank_is_said():
    drawn = columns(
        against([672, 810, 1210, 1243, 1632, 1679, 1714, 1889, 1934, 2234], Decimal("16.32")),
        "this code",
        "codes",
    )
    assert [(one.count, one.own, one.span) for one in drawn.columns] == [
        (2, False, "5 to under 10"),
        (2, False, "10 to under 15"),
        (5, True, "15 to under 20"),
        (1, False, "20 to under 25"),
    ]
    assert drawn.said == "Higher than 40% of the 10 codes, and 0.99 times their median of 16.79."
    assert drawn.own_x == 56.6  # two bins of four, and 1.32 of the five of the third
    assert drawn.rows[2] == ("15 to under 20", "5")


def test_what_nothing_is_lower_than_is_among_the_lowest():
    lowest = replace(against([100, 100, 300, 400, 500], Decimal("1.00")), percentile=0)
    said = columns(lowest, "this code", "codes").said
    assert said == "Among the lowest of the 5 codes, and 0.99 times their median of 3."


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 20_000), min_size=5, max_size=300),
    st.decimals("0.01", 500, places=2),
)
def test_whatever_the_values_columns_stay_inside_and_their_labels_apart(works, own):
    drawn = columns(against(works, own), "this code", "codes")
    assert max(one.height for one in drawn.columns) == 100
    assert all(one.x >= 0 and one.x + one.width <= 100 and one.height >= 0 for one in drawn.columns)
    for labels in (drawn.edges, [drawn.own], [drawn.median]):
        reaches = sorted(label.ends for label in labels)
        assert all(before[1] < after[0] for before, after in pairwise(reaches))
    for one, other in combinations(drawn.counts, 2):
        assert one.ends[1] < other.ends[0] or other.ends[1] < one.ends[0] or abs(one.y - other.y) >= 18
    assert 0 <= drawn.own_x <= 100
    assert 0 <= drawn.median_x <= 100


def test_counts_at_different_heights_share_the_room():
    counts = [1931, 1445, 798, 533, 376, 223, 150, 278]
    works = [100 + 500 * n for n, count in enumerate(counts) for _ in range(count)]
    drawn = columns(against(works, Decimal("16.32")), "this code", "codes")
    assert [one.count for one in drawn.columns] == counts
    assert {label.text for label in drawn.counts} == {f"{count:,}" for count in counts}


def test_the_words_at_the_median_keep_off_our_own_line():
    drawn = columns(against([100, 200, 300, 400, 500, 600], Decimal("3.90")), "this code", "codes")
    assert drawn.median_x > drawn.own_x
    assert drawn.median.anchor == "start"
    drawn = columns(against([100, 200, 300, 400, 500, 600], Decimal("4.10")), "this code", "codes")
    assert drawn.median_x < drawn.own_x
    assert drawn.median.anchor == "end"
