"""One page of what a search holds, in the order that was asked for, without ordering the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from pyroaring import BitMap

from jobboard.search.engine import PAGE_SIZE
from jobboard.search.index.columns import OVERSEEING, Columns, Numbers, numbers_in
from jobboard.search.index.ranges import Ranges
from jobboard.search.reading import AskedCode

SORTS = {"newest": ("published", True), "pay": ("pay", True), "closing": ("closes", False)}
SHORT_LIST = 12


def by_key(ranges: Ranges, held: BitMap, sort: str, page: int) -> list[int]:
    """The numbers on a page (from 1): by the key of the sort, equal ones the newest first, then by number."""
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    return _first(ranges, held, sort, end)[start:] if start < len(held) else []


def by_fit(ranges: Ranges, held: BitMap, fitting: Sequence[BitMap], page: int) -> list[int]:
    """Those first that fit what was chosen best, the first of `fitting` before the second; equal ones the newest first."""
    tiers = [held]
    for fit in fitting:
        tiers = [part for tier in tiers for part in (tier & fit, tier - fit)]
    return _by_tiers(ranges, tiers, page)


def by_coverage(ranges: Ranges, held: BitMap, code: AskedCode, page: int) -> list[int]:
    """Who covers a code: the narrowest family first, who codes it before who mostly looks after that, then the larger share of
    the work, then the newest.

    After them those whose specialty codes it, who does most of it first, then those that code a diagnosis that counts toward
    it; what only mentions it comes last.
    """
    families, counting = ([one.id for one in some] for some in (code.families, code.counting))
    return _by_tiers(
        ranges, _covering(ranges.columns, held, families, list(code.specialties), counting), page
    )


def by_families(ranges: Ranges, held: BitMap, families: Sequence[int]) -> list[int]:
    """The first page of the same for families alone, narrowest first."""
    return _by_tiers(ranges, _covering(ranges.columns, held, families), 1)


def by_share(columns: Columns, held: BitMap, families: Iterable[int]) -> list[int]:
    """The first page of those whose work it is, all these families together; equal ones the newest first, then by number."""
    numbers, work = numbers_in(held), np.zeros(len(columns.keys["opens"]), dtype=np.int64)
    for family in families:
        for share, doing in columns.shares.get(family, {}).items():
            work[numbers_in(held & doing)] += share
    key = work[numbers]
    if len(numbers) > PAGE_SIZE:
        near = key >= np.partition(key, -PAGE_SIZE)[-PAGE_SIZE]
        numbers, key = numbers[near], key[near]
    order = np.lexsort((numbers, -columns.keys["published"][numbers], -key))
    return [int(number) for number in numbers[order][:PAGE_SIZE]]


def _covering(
    columns: Columns,
    left: BitMap,
    families: Sequence[int],
    specialties: Sequence[int] = (),
    counting: Sequence[int] = (),
) -> Iterator[BitMap]:
    overseeing = columns.holders(OVERSEEING, [True])
    for family in families:
        covering = left & columns.holders("family", [family])
        left = left - covering
        yield from _by_share(columns, covering - overseeing, family)
        yield from _by_share(columns, covering & overseeing, family)
    both = left & columns.holders("family", counting) & columns.holders("specialty", specialties)
    yield both
    left = left - both
    for specialty in specialties:
        coding = left & columns.holders("specialty", [specialty])
        left = left - coding
        yield coding
    for family in counting:
        covering = left & columns.holders("family", [family])
        left = left - covering
        yield from _by_share(columns, covering, family)
    yield left


def _by_share(columns: Columns, covering: BitMap, family: int) -> Iterator[BitMap]:
    shares = columns.shares.get(family, {})
    for share in sorted(shares, reverse=True) if covering else ():
        yield covering & shares[share]
        covering = covering - shares[share]
    yield covering


def _by_tiers(ranges: Ranges, tiers: Iterable[BitMap], page: int) -> list[int]:
    """A page of tier after tier, in each the newest first; what lies behind the page is not looked at."""
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    found: list[int] = []
    for tier in tiers:
        if tier:
            found += _first(ranges, tier, "newest", end - len(found))
        if len(found) >= end:
            break
    return found[start:]


def _first(ranges: Ranges, held: BitMap, sort: str, count: int) -> list[int]:
    name, falling = SORTS[sort]
    keys = ranges.columns.keys
    numbers = numbers_in(ranges.nearest(held, name, falling, count))
    key = keys[name][numbers]
    order = np.lexsort((numbers, -keys["published"][numbers], -key if falling else key))
    return [int(number) for number in numbers[order][:count]]


def by_list(columns: Columns, held: BitMap, codes: Sequence[AskedCode], page: int) -> list[int]:
    """Who covers most of a list, each code as heavy as its count; then by narrower families, who codes them before who mostly
    looks after that, of a short list the larger share of the work, then the newest."""
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    numbers, groups = numbers_in(held), together(codes)
    if start >= len(numbers):
        return []
    covered = _nothing(columns)
    for families, weight in groups.items():
        covered[numbers_in(held & columns.holders("family", families))] += weight
    key = -covered[numbers]
    if end < len(numbers):
        near = key <= np.partition(key, end - 1)[end - 1]
        numbers, key = numbers[near], key[near]
    near_ones = BitMap(numbers)
    last = (-columns.keys["published"][numbers], -_shares(columns, near_ones, groups)[numbers])
    first = (_overseeing(columns, near_ones)[numbers], _width(columns, near_ones, groups)[numbers], key)
    return [int(number) for number in numbers[np.lexsort((numbers, *last, *first))][start:end]]


def _overseeing(columns: Columns, held: BitMap) -> Numbers:
    found = _nothing(columns)
    found[numbers_in(held & columns.holders(OVERSEEING, [True]))] = 1
    return found


def _shares(columns: Columns, held: BitMap, groups: Iterable[tuple[int, ...]]) -> Numbers:
    """By number: how many percent of the work the narrowest families of a short list are, all together."""
    shares, narrowest = _nothing(columns), {families[0] for families in groups}
    for family in narrowest if len(narrowest) <= SHORT_LIST else ():
        for share, holding in columns.shares.get(family, {}).items():
            shares[numbers_in(held & holding)] += share
    return shares


def _nothing(columns: Columns) -> Numbers:
    return np.zeros(len(columns.keys["opens"]), dtype=np.int64)


def together(codes: Sequence[AskedCode]) -> dict[tuple[int, ...], int]:
    """Families, narrowest first, and how heavy all codes are that lie in just them."""
    groups: dict[tuple[int, ...], int] = {}
    for code in codes:
        families = tuple(family.id for family in code.families)
        groups[families] = groups.get(families, 0) + code.weight
    return groups


def _width(columns: Columns, held: BitMap, groups: Mapping[tuple[int, ...], int]) -> Numbers:
    """By number: how many levels above each covered code its narrowest family stands, all codes together."""
    width, holding = _nothing(columns), columns.sets["family"]
    for families, weight in groups.items():
        left = held
        for step, family in enumerate(families):
            if family in holding and left.intersect(holding[family]):  # of thousands in a range few are held
                covering = left & holding[family]
                width[numbers_in(covering)] += step * weight
                left = left - covering
    return width
