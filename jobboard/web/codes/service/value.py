"""What a service is worth, row by row: relative values and the payments that follow from them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from jobboard.domain.codes.fees import Fee, in_units
from jobboard.domain.codes.indicators import BY_VALUE, STATUS, words_for
from jobboard.domain.codes.locality import Locality
from jobboard.domain.codes.payment import Payment, at, national
from jobboard.domain.codes.service import Service
from jobboard.web.codes.marking import dollars, fact

PARTS = {
    "": "Whole service",
    "26": "Professional component, 26",
    "TC": "Technical component, TC",
    "53": "Discontinued, 53",
}
Setting = tuple[str, str, Decimal, Decimal]
Bar = tuple[str, list[tuple[str, Decimal]]]
PAYS = "Medicare pays"
PAYS_NOT = "Medicare itself does not pay; by its formula it would be"


@dataclass(frozen=True)
class Line:
    """One row of the fee schedule, ready to draw. `suffix` follows the names of its facts: `:26`."""

    label: str
    suffix: str
    work: Decimal
    pe_office: Decimal
    pe_facility: Decimal
    malpractice: Decimal
    total_office: Decimal
    total_facility: Decimal
    office_applies: bool
    facility_applies: bool
    national: Payment
    local: Payment | None

    def bars(self, alone: bool) -> Iterator[Bar]:
        """A stripe for each setting that has a rate, one for both where they are alike. `alone`: the row is the only one."""
        settings = [("non-facility (office)", self.pe_office)] if self.office_applies else []
        settings += [("facility", self.pe_facility)] if self.facility_applies else []
        if len(settings) > 1 and self.pe_office == self.pe_facility:
            settings = [("non-facility (office) and facility alike", self.pe_office)]
        for where, practice in settings:
            label = where.capitalize() if alone else f"{self.label}: {where}"
            parts = [
                ("Work (wRVU)", self.work),
                ("PE, practice expense", practice),
                ("MP, malpractice", self.malpractice),
            ]
            yield label, parts


@dataclass(frozen=True)
class Worth:
    """The rows of a service. `paid` says whether Medicare pays by them; without it they serve other payers.

    `shares` of the payment are for the work before, during and after, from 0 to 1.
    """

    lines: list[Line]
    conversion_factor: Decimal
    paid: bool
    shares: tuple[Decimal, Decimal, Decimal]

    @property
    def bars(self) -> list[Bar]:
        """The stripes of `rvu_bar`."""
        return [bar for line in self.lines for bar in line.bars(len(self.lines) == 1)]

    @property
    def settings(self) -> list[Setting]:
        """Of the whole service; none where only a part of it has values."""
        return [] if self.lines[0].suffix else settings(self.lines[0])

    @property
    def some_without_rate(self) -> bool:
        return not all(line.office_applies and line.facility_applies for line in self.lines)


def lines(known: Service, place: Locality | None) -> Worth | None:
    """None where the schedule gives no value at all: nothing is multiplied out of noughts."""
    worth = [fee for fee in known.fees if fee.total_office or fee.total_facility]
    if not worth:
        return None
    factor = Decimal(worth[0].conversion_factor).scaleb(-4)
    first = worth[0]
    shares = in_units(first.pre_op), in_units(first.intra_op), in_units(first.post_op)
    return Worth([line(fee, place) for fee in worth], factor, first.status in BY_VALUE, shares)


def line(fee: Fee, place: Locality | None) -> Line:
    return Line(
        label=PARTS.get(fee.modifier, f"Modifier {fee.modifier}"),
        suffix=f":{fee.modifier}" if fee.modifier else "",
        work=in_units(fee.work),
        pe_office=in_units(fee.pe_office),
        pe_facility=in_units(fee.pe_facility),
        malpractice=in_units(fee.malpractice),
        total_office=in_units(fee.total_office),
        total_facility=in_units(fee.total_facility),
        office_applies=not fee.office_not_applicable,
        facility_applies=not fee.facility_not_applicable,
        national=national(fee),
        local=at(fee, place) if place else None,
    )


def sentence(known: Service, worth: Worth | None) -> Markup | str:
    """The code in one sentence: its relative values and what they come to, or why there are none."""
    if known.fee is None:
        return ""
    if worth is None or not (said := worth.settings):
        return words_for(STATUS, known.fee.status).meaning
    rvus = totals(said)
    sums = joined(
        Markup("{} {}").format(dollars(f"dollars_{name}", paid), where) for name, where, _, paid in said
    )
    return Markup("{}, {} of them work RVUs. {} {}, nationally.").format(
        rvus,
        fact("work", worth.lines[0].work),
        PAYS if worth.paid else PAYS_NOT,
        sums,
    )


def settings(line: Line) -> list[Setting]:
    """Where the row has a rate: the end of its facts' names, the place in words, total RVUs, national dollars."""
    both = [
        ("office", "non-facility (office)", line.total_office, line.national.office),
        ("facility", "in a facility", line.total_facility, line.national.facility),
    ]
    return [(name, where, total, paid) for name, where, total, paid in both if paid is not None]


def totals(said: list[Setting]) -> Markup:
    """`2.85 RVUs non-facility (office) and 1.72 in a facility`."""
    numbers = [(fact(f"total_{name}", total), where) for name, where, total, _ in said]
    return joined(
        Markup("{} {}{}").format(number, "" if place else "RVUs ", where)
        for place, (number, where) in enumerate(numbers)
    )


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup(" and ").join(parts)
