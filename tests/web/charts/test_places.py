"""Stripes, days and labels stand where they should, whatever the numbers: nothing outside, nothing over another."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.web.charts.days import SAID, package, said_of
from jobboard.web.charts.labels import Label, fitting, id_of, label_at, letters, spread
from jobboard.web.charts.stacking import stacked

VALUE = st.decimals(0, 999, places=2)
ROOM = st.tuples(st.floats(0, 100), st.floats(1, 33))


def row(*values):
    return ("Row", [(f"part {n}", Decimal(value)) for n, value in enumerate(values)])


def test_parts_are_stacked_on_one_scale():
    office, facility = stacked([row("1.30", "1.46", "0.09"), row("1.30", "0.33", "0.09")])
    assert (office.total, facility.total) == (Decimal("2.85"), Decimal("1.72"))
    assert [(part.x, part.width) for part in office.segments] == [(0, 45.61), (45.61, 51.23), (96.84, 3.16)]
    assert facility.segments[0].width == office.segments[0].width
    assert [part.text for part in facility.segments] == ["1.30", "0.33", "0.09"]


def test_a_part_of_nought_is_not_drawn_and_keeps_the_look_of_the_others():
    [bar] = stacked([row("2.00", "0", "1.00")])
    assert [part.mark for part in bar.segments] == [0, 2]


@pytest.mark.parametrize("rows", [[], [row()], [row("0", "0")]])
def test_nothing_at_all_is_an_empty_bar(rows):
    assert all(not bar.segments for bar in stacked(rows))


@settings(deadline=None)
@given(st.lists(st.tuples(VALUE, VALUE, VALUE), min_size=1, max_size=3))
def test_stripes_stay_inside_and_their_labels_apart(values):
    for bar in stacked([row(*three) for three in values]):
        assert all(part.x >= 0 and part.x + part.width <= 100.03 for part in bar.segments)
        for part, after in pairwise(bar.segments):
            assert after.label_x - part.label_x >= letters(part.text)


@settings(deadline=None)
@given(st.lists(ROOM, min_size=1, max_size=3))
def test_labels_are_spread_in_order_and_inside(rooms):
    wanted, widths = sorted(at for at, _ in rooms), [wide for _, wide in rooms]
    places = spread(wanted, widths)
    assert places[0] >= 0
    assert places[-1] + widths[-1] <= 100.02
    assert all(b - a >= wide - 0.02 for (a, b), wide in zip(pairwise(places), widths, strict=False))


def test_labels_with_room_stay_where_they_are_wanted():
    assert spread([0, 45.5, 80], [20, 20, 20]) == [0, 45.5, 80]


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 100), st.text("0123456789.", min_size=1, max_size=6)), max_size=30))
def test_what_is_kept_does_not_collide_and_the_first_is_kept(places):
    labels = [label_at(x, text) for x, text in places]
    kept = fitting(labels)
    assert kept[:1] == labels[:1]
    reaches = sorted(label.ends for label in kept)
    assert all(before[1] < after[0] for before, after in pairwise(reaches))
    assert all(start >= -0.01 and end <= 100.01 for start, end in reaches)


def test_a_label_at_the_edge_is_flush_with_it():
    assert [label_at(x, "16.32").anchor for x in (0, 50, 100)] == ["start", "middle", "end"]
    assert Label(100, "16.32", "end").ends[1] == 100


@pytest.mark.parametrize(("days", "covered"), [("000", 1), ("010", 11), ("090", 92)])
def test_a_stripe_a_day(days, covered):
    drawn = package(days, Decimal("0.1"), Decimal("0.7"), Decimal("0.2"))
    assert sum(one.part != "outside" for one in drawn.stripes) == covered
    assert sum(one.part == "day" for one in drawn.stripes) == 1
    assert [one.text for one in drawn.shares] == ["Before 10%", "During 70%", "After 20%"]
    assert len(drawn.links) == 3


def test_work_after_without_days_of_its_own_comes_from_the_day():
    drawn = package("000", Decimal("0.5"), Decimal("0.25"), Decimal("0.25"))
    [day] = [one for one in drawn.stripes if one.part == "day"]
    tops = [[float(corner.split(",")[0]) for corner in link.points.split()[:2]] for link in drawn.links]
    assert tops[0][0] == day.x
    assert tops[0][1] == tops[1][0] == pytest.approx(day.x + day.width / 2, abs=0.02)
    assert tops[2][1] == pytest.approx(day.x + day.width, abs=0.02)


def test_without_shares_only_the_days_are_drawn():
    drawn = package("000", Decimal(0), Decimal(0), Decimal(0))
    assert (drawn.shares, drawn.links) == ((), ())


@pytest.mark.parametrize("days", ["MMM", "XXX", "YYY", "ZZZ", "", "99"])
def test_indicators_that_count_no_days_have_words_only(days):
    assert package(days, Decimal(0), Decimal(0), Decimal(0)) is None
    assert all(said_of(days))


def test_every_indicator_of_the_fee_schedule_is_said():
    assert set(SAID) == {"000", "010", "090", "MMM", "XXX", "YYY", "ZZZ"}


def test_the_same_chart_has_the_same_ids_and_another_one_others():
    assert id_of("rvu", [1]) == id_of("rvu", [1]) != id_of("rvu", [2])
