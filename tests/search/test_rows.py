"""What a few postings come to, read off their rows, is what their bitmaps say, also after they were put in again."""

import random
from collections import defaultdict
from datetime import timedelta

import pytest
from pyroaring import BitMap

from jobboard.domain.postings.terms import WorkModel
from jobboard.search.index import counting
from jobboard.search.index.rows import COUNTED, WIDE, Rows, are_few

ROOM, LONGEST = 40, 3 * WIDE + 1


@pytest.fixture
def sets():
    return defaultdict(lambda: defaultdict(BitMap))


def values_by(chance):
    every = [(name, value) for name in COUNTED for value in range(10)]
    return chance.sample(every, chance.randrange(LONGEST))


def put(sets, number, values):
    for held in [one for name in COUNTED for one in sets[name].values()]:
        held.discard(number)
    for name, value in values:
        sets[name][value].add(number)


def by_bitmaps(sets, held):
    return {name: {value: len(held & those) for value, those in sets[name].items()} for name in COUNTED}


def by_rows(made, held):
    counted = made.counts(held)
    return {name: {value: counted[place] for value, place in made.places[name].items()} for name in COUNTED}


@pytest.mark.parametrize("seed", range(5))
def test_rows_and_bitmaps_count_the_same(sets, seed):
    chance = random.Random(seed)
    for number in range(ROOM):
        put(sets, number, values_by(chance))
    made = Rows(sets, ROOM)
    new = set()
    for _ in range(3 * ROOM):  # changed ones, and new ones beyond the room there was
        number, values = chance.randrange(3 * ROOM), values_by(chance)
        new.add(number)
        put(sets, number, values)
        made.put(number, values)
    there = [number for number in range(3 * ROOM) if number < ROOM or number in new]
    for held in (BitMap(), BitMap(there), BitMap(chance.sample(there, 20))):
        assert by_rows(made, held) == by_bitmaps(sets, held)


def test_a_value_that_is_said_twice_is_one(sets):
    made = Rows(sets, 1)
    made.put(0, [("work", "remote"), ("work", "remote")])
    assert by_rows(made, BitMap([0]))["work"] == {"remote": 1}


def test_there_may_be_more_values_than_two_bytes_tell_apart(sets):
    put(sets, 0, [("work", "remote")])
    made = Rows(sets, 2)
    many = [("tool", name) for name in range(2**16)]
    put(sets, 1, many)
    made.put(1, many)
    for rows in (made, Rows(sets, 2)):
        assert by_rows(rows, BitMap([0, 1])) == by_bitmaps(sets, BitMap([0, 1]))


def test_the_rows_of_most_of_a_large_board_are_not_read():
    assert are_few(BitMap(range(1000)), BitMap(range(1000)))
    assert are_few(BitMap(range(2000)), BitMap(range(24_000)))
    assert not are_few(BitMap(range(2001)), BitMap(range(24_000)))


ASKED = [{}, {"work": ("remote",)}, {"q": "coder", "type": ("full_time",), "from_state": "TX"}]


@pytest.mark.parametrize("words", ASKED)
def test_either_way_gives_the_same_facets(session, by_index, chance_board, monkeypatch, words):
    made = chance_board(11)
    assert by_index(**words).total
    made[0].live_edition.work_model = WorkModel.ONSITE
    for one in made[::2]:
        one.closes_at += timedelta(days=1)  # what changes a posting itself is what the log tells
    session.commit()
    read = by_index(**words)
    monkeypatch.setattr(counting, "are_few", lambda held, alive: False)
    assert by_index(**words).facets == read.facets
