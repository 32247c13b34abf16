"""Numbers added up by bitmaps are those that adding one by one gives, and so are the first of them."""

from collections import Counter
from random import Random

import numpy as np
import pytest
from pyroaring import BitMap

from jobboard.search.index.tally import Tally

EVERYBODY = range(60)


@pytest.fixture(params=range(12))
def added(request):
    """A tally, and the same as a plain count."""
    chance, tally, plain = Random(request.param), Tally(), Counter[int]()
    for _ in range(chance.randrange(1, 20)):
        held, amount = (
            chance.sample(EVERYBODY, chance.randrange(60)),
            chance.choice([0, 1, 1, 2, 7, 40, 9999]),
        )
        tally.add(BitMap(held), amount)
        plain.update(dict.fromkeys(held, amount))
    return tally, plain


def test_each_has_what_was_added_for_it(added):
    tally, plain = added
    asked = sorted(Random(1).sample(EVERYBODY, 25))
    assert tally.of(np.array(asked)).tolist() == [plain[number] for number in asked]


@pytest.mark.parametrize("most", [True, False])
@pytest.mark.parametrize("count", [1, 7, 25, 60, 90])
def test_the_first_are_those_that_putting_all_in_order_puts_first(added, most, count):
    tally, plain = added
    among = Random(2).sample(EVERYBODY, 50)
    sure, last = tally.first(BitMap(among), count, most)
    values = sorted((plain[number] for number in among), reverse=most)[:count]
    assert len({plain[number] for number in last}) <= 1
    assert len(sure) <= count <= max(count, len(sure) + len(last))
    told = [plain[number] for number in sure] + [plain[number] for number in last][: count - len(sure)]
    assert sorted(told, reverse=most) == values
    assert not sure & last


def test_what_is_added_is_not_written_to():
    mine, tally = BitMap([1, 2]), Tally()
    for _ in range(3):
        tally.add(mine, 3)
    assert mine == BitMap([1, 2])
    assert tally.of(np.array([1, 2, 3])).tolist() == [9, 9, 0]


def test_adding_to_many_looks_at_none_of_them_alone():
    """However many hold it, an amount costs as many steps as it has digits, and what is carried."""
    tally, steps = Tally(), []
    carry = tally._carry
    tally._carry = lambda held, place: steps.append(place) or carry(held, place)
    tally.add(BitMap(range(100_000)), 6)
    assert steps == [1, 2]
