"""Every page holds twenty, none twice, and the last one what is left: in whatever order a search stands."""

import pytest
from pyroaring import BitMap

from jobboard.search.engine import PAGE_SIZE
from jobboard.search.index.columns import Columns
from jobboard.search.index.ordering import by_share

MANY = 2 * PAGE_SIZE + 1


@pytest.fixture
def many(a_posting, clock):
    made = []
    for number in range(MANY):
        clock.tick(minutes=1)
        made.append(a_posting("live", title=f"Colorectal coder {number}").id)
    return made


def test_pages_of_every_order_hold_each_posting_once(by_index, many):
    for words in ({"q": "colorectal"}, {"q": '"colorectal coder" remote'}, {"q": "44314"}, {"q": "44314 45378"}, {}, {"sort": "pay"},
                  {"sort": "closing"}, {"q": "colorectal", "sort": "newest"}, {"from_state": "TX"}):  # fmt: skip
        pages = [list(by_index(**words, page=page).ids) for page in (1, 2, 3, 4)]
        assert [len(page) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 1, 0], words
        assert sorted(id for page in pages for id in page) == sorted(many), words


@pytest.mark.parametrize("many", [19, 20, 21, 60])
def test_whose_work_it_mostly_is_stands_first_and_equal_ones_the_newest_first(many):
    columns = Columns(lambda family: ())
    for number in range(1, many + 1):
        columns.shares[7][1 + number // 2].add(number)  # two of each share, and one of the least
        columns.keys["published"][number] = number
    expected = sorted(range(1, many + 1), key=lambda number: (-(number // 2), -number))
    assert by_share(columns, BitMap(range(1, many + 1)), [7]) == expected[:PAGE_SIZE]
