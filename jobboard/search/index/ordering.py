"""One page of what a search holds, in the order that was asked for, without ordering the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from pyroaring import BitMap

from jobboard.search.engine import PAGE_SIZE
from jobboard.search.index.arrays import numbers_in
from jobboard.search.index.columns import OVERSEEING, Columns
from jobboard.search.index.ranges import Ranges
from jobboard.search.index.tally import Tally
from jobboard.search.reading import AskedCode

SORTS = {"newest": ("published", True), "pay": ("pay", True), "closing": ("closes", False)}
SHORT_LIST = 12
PARTS, AHEAD = 12, 10_000_000  # of a percent of the work, as it is divided, and what no share of it outweighs
Groups = Mapping[tuple[int, ...], int]


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


def by_coverage(ranges: Ranges, held: BitMap, code: AskedCode, after: BitMap, page: int) -> list[int]:
    """Who covers a code: the narrowest family first, who codes it before who works with what others coded (`after`), then the
    larger share of the work, then the newest.

    After them those whose specialty codes it, who does most of it first, then those that code a diagnosis that counts toward
    it; what only mentions it comes last.
    """
    families, counting = ([one.id for one in some] for some in (code.families, code.counting))
    specialties = list(code.specialties)
    return _by_tiers(ranges, _covering(ranges.columns, held, after, families, specialties, counting), page)


def by_specialties(
    ranges: Ranges, held: BitMap, codes: Sequence[AskedCode], after: BitMap, page: int
) -> list[int]:
    """Of a list that nobody covers: the specialties first that do most of its codes, each code as heavy as its count."""
    work: dict[int, int] = {}
    for code in codes:
        for place, id in enumerate(reversed(list(code.specialties)), start=1):
            work[id] = work.get(id, 0) + place * code.weight
    most = sorted(work, key=lambda id: (-work[id], id))
    return _by_tiers(ranges, _covering(ranges.columns, held, after, (), most), page)


def by_range(ranges: Ranges, held: BitMap, code: AskedCode, after: BitMap, page: int) -> list[int]:
    """Whose work a range of codes mostly is, who codes it before who works with what others coded; a family that reaches
    beyond the range counts the less the wider it is. After them those whose specialty codes it, who does most of it first.
    Equal ones the newest first, then by number."""
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    columns = ranges.columns
    work = np.zeros(len(columns.keys["opens"]), dtype=np.int64)
    wide = [family.id for family in code.families if family.id not in code.parts]
    parts = {id: 1 + step + bool(code.parts) for step, id in enumerate(wide)}
    for family in code.families:
        for share, doing in columns.shares.get(family.id, {}).items():
            work[numbers_in(held & doing)] += PARTS * share // parts.get(family.id, 1)
    covering = held & columns.holders("family", [family.id for family in code.families])
    ranked, left = [covering], held - covering
    for specialty in code.specialties:
        ranked.append(left & columns.holders("specialty", [specialty]))
        left = left - ranked[-1]
    for step, part in enumerate(reversed(ranked), start=1):
        work[numbers_in(part)] += 2 * step * AHEAD
    work[numbers_in(held - after)] += AHEAD
    numbers = numbers_in(held)
    if end < len(numbers):
        numbers = numbers[work[numbers] >= np.partition(work[numbers], -end)[-end]]
    order = np.lexsort((numbers, -columns.keys["published"][numbers], -work[numbers]))
    return [int(number) for number in numbers[order][start:end]]


def by_families(ranges: Ranges, held: BitMap, families: Sequence[int]) -> list[int]:
    """The first page of the same for families alone, narrowest first."""
    after = ranges.columns.holders(OVERSEEING, [True])
    return _by_tiers(ranges, _covering(ranges.columns, held, after, families), 1)


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
    after: BitMap,
    families: Sequence[int],
    specialties: Sequence[int] = (),
    counting: Sequence[int] = (),
) -> Iterator[BitMap]:
    for family in families:
        covering = left & columns.holders("family", [family])
        left = left - covering
        yield from _by_share(columns, covering - after, family)
        yield from _by_share(columns, covering & after, family)
    both = left & columns.holders("family", counting) & columns.holders("specialty", specialties)
    yield both
    left = left - both
    for specialty in specialties:
        coding = left & columns.holders("specialty", [specialty])
        left = left - coding
        yield coding - after
        yield coding & after
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
    numbers = ranges.nearest(held, name, falling, count)
    key = keys[name][numbers]
    order = np.lexsort((numbers, -keys["published"][numbers], -key if falling else key))
    return [int(number) for number in numbers[order][:count]]


def by_list(ranges: Ranges, held: BitMap, codes: Sequence[AskedCode], after: BitMap, page: int) -> list[int]:
    """Who covers most of a list, each code as heavy as its count; then by narrower families, who codes them before who
    works with what others coded, of a short list the larger share of the work, then the newest.

    Each of these is worked out only for those that what stands before it leaves undecided."""
    columns, groups = ranges.columns, together(codes)
    start, end = (page - 1) * PAGE_SIZE, page * PAGE_SIZE
    if start >= len(held):
        return []
    found, left, keys = BitMap(), held, list[Tally]()

    def late(_: Columns, held: BitMap, __: Groups) -> Tally:
        behind = Tally()
        behind.add(held & after, 1)
        return behind

    for work_out, most in ((_covered, True), (_width, False), (late, False), (_shares, True)):
        keys.append(work_out(columns, found | left, groups))
        ahead, left = keys[-1].first(left, end - len(found), most)
        found |= ahead
    numbers = numbers_in(found | BitMap(ranges.nearest(left, "published", True, end - len(found))))
    covered, width, overseeing, shares = (key.of(numbers) for key in keys)
    published = columns.keys["published"][numbers]
    order = np.lexsort((numbers, -published, -shares, overseeing, width, -covered))
    return [int(number) for number in numbers[order][start:end]]


def together(codes: Sequence[AskedCode]) -> dict[tuple[int, ...], int]:
    """Families, narrowest first, and how heavy all codes are that lie in just them."""
    groups: dict[tuple[int, ...], int] = {}
    for code in codes:
        families = tuple(family.id for family in code.families)
        groups[families] = groups.get(families, 0) + code.weight
    return groups


def _covered(columns: Columns, held: BitMap, groups: Groups) -> Tally:
    """How much of the list each covers."""
    covered = Tally()
    for families, weight in groups.items():
        covered.add(held & columns.holders("family", families), weight)
    return covered


def _width(columns: Columns, held: BitMap, groups: Groups) -> Tally:
    """How many levels above each covered code its narrowest family stands, all codes together."""
    width = Tally()
    for families, levels in _levels(columns, held, groups).items():
        left = held
        for family, level in zip(families, levels, strict=True):
            covering = left & columns.sets["family"][family]
            width.add(covering, level)
            left = left - covering
    return width


def _levels(columns: Columns, held: BitMap, groups: Groups) -> dict[tuple[int, ...], list[int]]:
    """The levels of all codes that lie in the same families, of thousands in a range the few that any of those tagged are held."""
    holding, found = columns.sets["family"], dict[tuple[int, ...], list[int]]()
    every = {family for families in groups for family in families}
    few = {family for family in every & holding.keys() if held.intersect(holding[family])}
    for families, weight in groups.items():
        levels = [(step * weight, family) for step, family in enumerate(families) if family in few]
        alike = tuple(family for _, family in levels)
        so_far = found.get(alike, [0] * len(alike))
        found[alike] = [one + level for one, (level, _) in zip(so_far, levels, strict=True)]
    return found


def _shares(columns: Columns, held: BitMap, groups: Groups) -> Tally:
    """How many percent of the work the narrowest families of a short list are, all together."""
    shares, narrowest = Tally(), {families[0] for families in groups}
    for family in narrowest if len(narrowest) <= SHORT_LIST else ():
        for share, holding in columns.shares.get(family, {}).items():
            shares.add(held & holding, share)
    return shares
