"""Bins have round edges, lose nobody, and say where our own value is."""

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.domain.codes.binning import MOST, binned

WORKS = st.lists(st.integers(1, 20_000), min_size=1, max_size=400).map(sorted)


@settings(deadline=None)
@given(WORKS, st.integers(0, 60_000))
def test_every_value_is_in_one_bin_and_ours_is_marked_once(works, own):
    bins = binned(works, Decimal(own) / 100)
    assert len(bins) <= MOST
    assert sum(one.count for one in bins) == len(works)
    assert sum(one.own for one in bins) == 1
    for one, after in pairwise(bins):
        assert one.high == after.low
    edges = [int(one.low * 100) for one in bins] + [int((bins[-1].high or 1_000_000) * 100)]
    inside = [bisect_left(works, edge) for edge in edges]
    assert [one.count for one in bins] == [after - before for before, after in pairwise(inside)]


@settings(deadline=None)
@given(WORKS, st.data())
def test_a_value_that_is_among_them_is_in_the_bin_that_holds_it(works, data):
    own = Decimal(data.draw(st.sampled_from(works))) / 100
    [ours] = [one for one in binned(works, own) if one.own]
    assert ours.low <= own
    assert ours.high is None or own < ours.high


def test_a_long_tail_is_gathered_in_an_open_bin():
    bins = binned([*range(100, 400, 10), 10_619], Decimal("1.00"))
    assert (bins[-1].low, bins[-1].high, bins[-1].count) == (Decimal("4.00"), None, 1)


@pytest.mark.parametrize(
    ("works", "edges"),
    [
        ([672, 810, 1210, 1243, 1632, 1679, 1714, 1889, 1934, 2234], ["5", "10", "15", "20"]),
        ([7, 9, 16, 18, 25, 30, 31, 33], ["0", "0.10", "0.20", "0.30"]),
        ([200] * 6, ["2"]),
    ],
)
def test_edges_are_round(works, edges):
    assert [one.low for one in binned(works, Decimal("1.00"))] == [Decimal(edge) for edge in edges]
