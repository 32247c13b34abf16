"""One page of what a search holds, in the order that was asked for, without ordering the rest."""

from collections.abc import Sequence

import numpy as np
from pyroaring import BitMap

from jobboard.search.engine import PAGE_SIZE
from jobboard.search.index.columns import UNKNOWN, Columns, Numbers, numbers_in

SORTS = {"newest": ("published", True), "pay": ("pay", True), "closing": ("closes", False)}


def by_key(columns: Columns, held: BitMap, sort: str, page: int) -> list[int]:
    """The numbers on a page (from 1): by the key of the sort, equal ones the newest first, then by number."""
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    numbers = numbers_in(held)
    if start >= len(numbers):
        return []
    name, falling = SORTS[sort]
    key = np.maximum(columns.keys[name][numbers], UNKNOWN)
    key = -key if falling else key
    if end < len(numbers):
        near = key <= np.partition(key, end - 1)[end - 1]
        numbers, key = numbers[near], key[near]
    newest = -columns.keys["published"][numbers]
    return [int(number) for number in numbers[np.lexsort((numbers, newest, key))][start:end]]


def by_coverage(columns: Columns, held: BitMap, chain: Sequence[int], page: int) -> list[int]:
    """Who covers a code: the narrowest family first, then the larger share of the work, then the newest.

    `chain` are the families of the code from the leaf up; what only mentions it comes last.
    """
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    found: list[int] = []
    left = held
    for family in chain:
        covering = left & columns.holders("family", [family])
        left = left - covering
        found += _by_share(columns, covering, family)
        if len(found) >= end:
            return found[start:end]
    found += [int(number) for number in _newest_first(columns, numbers_in(left))]
    return found[start:end]


def _by_share(columns: Columns, covering: BitMap, family: int) -> list[int]:
    shares = columns.shares[family]
    numbers = _newest_first(columns, numbers_in(covering))
    return sorted((int(number) for number in numbers), key=lambda number: -shares.get(number, 0))


def _newest_first(columns: Columns, numbers: Numbers) -> Numbers:
    return numbers[np.lexsort((numbers, -columns.keys["published"][numbers]))]
