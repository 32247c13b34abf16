"""What lists add up to: work, payment, months and families, exact to the digit, and what could not be counted.

Payment is the fee schedule's for each service by itself: reductions for several procedures on one day, for an
assistant or for two sides are not applied. Of the modifiers, 26, TC and 53 choose another row; others change nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee, in_units
from jobboard.domain.codes.locality import Locality
from jobboard.domain.codes.payment import at, national
from jobboard.domain.tracking.finding import Tally
from jobboard.domain.tracking.procedure_list import Site

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
# Statuses under which Medicare pays a service by its relative values: active, restricted, some injections.
PAID = frozenset("ART")
Fees = Mapping[tuple[int, str], Fee]


class Left(NamedTuple):
    """A code, as it is valued, that a sum leaves out, and how often it was done."""

    code: str
    times: int


class FamilyWork(NamedTuple):
    """What a leaf family is of the whole: work RVUs, how often, and the share (0 to 1) of the work."""

    family: Family
    work: Decimal
    times: int
    share: Decimal

    @property
    def mean(self) -> Decimal:
        """Work RVUs of one procedure of the family, to the cent."""
        return (self.work / self.times).quantize(CENT, ROUND_HALF_UP)


class MonthWork(NamedTuple):
    """`month` is its first day."""

    month: date
    work: Decimal
    times: int


@dataclass(frozen=True)
class Sums:
    """`procedures` counts everything; `worked` what carries a work value; `paid` what Medicare pays at that site."""

    procedures: int
    work: Decimal
    worked: int
    payment: Decimal
    paid: int
    families: list[FamilyWork]
    months: list[MonthWork]
    without_work: list[Left]
    without_payment: list[Left]

    @property
    def mean(self) -> Decimal | None:
        """Work RVUs of one procedure, among those that carry a work value; to the cent."""
        return (self.work / self.worked).quantize(CENT, ROUND_HALF_UP) if self.worked else None


def add_up(
    tallies: Iterable[Tally], codes: Mapping[int, Code], fees: Fees, site: Site, place: Locality | None
) -> Sums:
    """The sums of what was done, paid at `site` in `place` (None: the national payment)."""
    done: Counter[tuple[int, str]] = Counter()
    months: Counter[tuple[date, int, str]] = Counter()
    for one in tallies:
        done[one.code_id, one.modifier] += one.times
        months[one.done_on.replace(day=1), one.code_id, one.modifier] += one.times
    work = {key: work_of(fees.get(key)) for key in done}
    paid = {key: payment_of(fees.get(key), site, place) for key in done}
    return Sums(
        procedures=done.total(),
        work=sum((value * done[key] for key, value in work.items() if value), NOTHING),
        worked=sum(done[key] for key, value in work.items() if value),
        payment=sum((value * done[key] for key, value in paid.items() if value), NOTHING),
        paid=sum(done[key] for key, value in paid.items() if value),
        families=_families(done, work, codes),
        months=_months(months, work),
        without_work=_left({key: done[key] for key, value in work.items() if not value}, codes),
        without_payment=_left({key: done[key] for key, value in paid.items() if not value}, codes),
    )


def work_of(fee: Fee | None) -> Decimal | None:
    """Work RVUs of one service; None where there are none."""
    return in_units(fee.work) if fee is not None and fee.work else None


def payment_of(fee: Fee | None, site: Site, place: Locality | None) -> Decimal | None:
    """Dollars for one service at that site; None where Medicare does not pay it by its relative values there."""
    if fee is None or fee.status not in PAID:
        return None
    payment = national(fee) if place is None else at(fee, place)
    return (payment.facility if site is Site.FACILITY else payment.office) or None


Worth = Mapping[tuple[int, str], Decimal | None]


def _families(done: Counter[tuple[int, str]], work: Worth, codes: Mapping[int, Code]) -> list[FamilyWork]:
    """Leaf families by the work done in them, most first."""
    sums: dict[int, Decimal] = defaultdict(lambda: NOTHING)
    times: Counter[int] = Counter()
    known: dict[int, Family] = {}
    for (code_id, modifier), count in done.items():
        if value := work[code_id, modifier]:
            family = codes[code_id].family
            known[family.id] = family
            sums[family.id] += value * count
            times[family.id] += count
    whole = sum(sums.values(), NOTHING)
    found = [FamilyWork(known[id], some, times[id], some / whole) for id, some in sums.items()]
    return sorted(found, key=lambda one: (-one.work, one.family.position))


def _months(months: Counter[tuple[date, int, str]], work: Worth) -> list[MonthWork]:
    """Every month from the first to the last, empty ones too."""
    sums: dict[date, Decimal] = defaultdict(lambda: NOTHING)
    times: Counter[date] = Counter()
    for (month, code_id, modifier), count in months.items():
        sums[month] += (work[code_id, modifier] or NOTHING) * count
        times[month] += count
    return [MonthWork(month, sums[month], times[month]) for month in _every_month(sorted(times))]


def _every_month(months: list[date]) -> list[date]:
    if not months:
        return []
    first, last = (one.year * 12 + one.month - 1 for one in (months[0], months[-1]))
    return [date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1)]


def _left(done: Mapping[tuple[int, str], int], codes: Mapping[int, Code]) -> list[Left]:
    named = [
        Left(codes[id].code + (f"-{modifier}" if modifier else ""), times)
        for (id, modifier), times in done.items()
    ]
    return sorted(named, key=lambda one: (-one.times, one.code))
