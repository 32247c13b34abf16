"""What is kept of a column answers the same as the column itself, whatever came and went since it was kept."""

from datetime import timedelta
from random import Random

import numpy as np
import pytest
from pyroaring import BitMap

from jobboard.search.index import ranges
from jobboard.search.index.arrays import numbers_in
from jobboard.search.index.columns import START, Columns, ticks
from jobboard.search.index.ranges import FOREVER, Ranges


@pytest.fixture
def columns():
    made = Columns(lambda family: ())
    for number in range(1, 600):
        put(made, number, Random(number).randrange(5000))
    return made


def put(columns: Columns, number: int, pay: int) -> None:
    columns.keys["pay"][number] = pay
    columns.alive.add(number)
    columns.changed.append(number)


def by_hand(columns: Columns, low: int, high: int = FOREVER) -> BitMap:
    numbers = numbers_in(columns.alive)
    pay = columns.keys["pay"][numbers]
    return BitMap(numbers[np.logical_and(pay >= low, pay <= high)])


def everything_agrees(columns: Columns, kept: Ranges) -> None:
    for low, high in [
        (0, FOREVER),
        (0, 2500),
        (1234, FOREVER),
        (4999, FOREVER),
        (5000, FOREVER),
        (700, 700),
        (9, 3),
    ]:
        assert kept.between("pay", low, high) == by_hand(columns, low, high), (low, high)


def test_a_range_holds_both_its_ends(columns):
    put(columns, 601, 7000)
    assert list(Ranges(columns).between("pay", 7000, 7000)) == [601]


@pytest.mark.parametrize("late", [1000, 3])
def test_ranges_follow_what_comes_goes_and_changes(columns, monkeypatch, late):
    """With the changes looked at beside a kept order, and with orders that are soon too old."""
    monkeypatch.setattr(ranges, "MOST_LATE", late)
    kept, chance = Ranges(columns), Random(5)
    everything_agrees(columns, kept)
    for _ in range(30):
        number = chance.randrange(1, 700)
        if number in columns.alive and chance.random() < 0.5:
            columns.take_out(number)
        else:
            put(columns, number, chance.randrange(5000))
        everything_agrees(columns, kept)


def test_nothing_is_between_anything_on_an_empty_board():
    assert not Ranges(Columns(lambda family: ())).between("pay", 0)


@pytest.mark.parametrize("falling", [True, False])
def test_the_nearest_are_the_same_whether_they_are_walked_to_or_ordered(columns, monkeypatch, falling):
    """Few and many of what is held, next to each other and far apart, some of them changed since the column was ordered."""
    kept, chance = Ranges(columns), Random(9)
    kept.order("pay")
    for number in range(600, 640):
        put(columns, number, chance.randrange(5000))
    monkeypatch.setattr(ranges, "STRIDE", 1)
    for count in (1, 2, 3, 20):
        for many in (20, 25, 100, 600):
            held = BitMap(chance.sample(range(1, 640), many))
            monkeypatch.setattr(ranges, "FEW", 10_000)
            ordered = kept.nearest(held, "pay", falling, count)
            monkeypatch.setattr(ranges, "FEW", 0)
            assert kept.nearest(held, "pay", falling, count).tolist() == ordered.tolist()
            pay = sorted((columns.keys["pay"][number] for number in held), reverse=falling)
            last = pay[count - 1]
            assert len(ordered) == sum(one >= last if falling else one <= last for one in pay)


def test_what_closes_next_is_found_behind_all_that_closed_before(columns, monkeypatch):
    now = START + timedelta(days=100)
    for number in range(1, 600):
        columns.keys["opens"][number] = 0
        columns.keys["closes"][number] = ticks(now + timedelta(hours=number - 550))
    kept = Ranges(columns)
    held = kept.listed(now)
    assert list(held) == list(range(551, 600))
    monkeypatch.setattr(ranges, "FEW", 0)
    monkeypatch.setattr(ranges, "STRIDE", 1)
    assert list(kept.nearest(held, "closes", False, 3)) == [551, 552, 553]
    assert kept.nearest(held, "closes", False, 48).tolist() == list(held)[:-1]
