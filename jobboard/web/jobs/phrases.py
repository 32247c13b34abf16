"""How a posting's terms are said to readers, from plain values: the card, the full sheet and the feed use the same words."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby

from jobboard.domain.postings import pay
from jobboard.domain.postings.terms import CredentialNeed, Encounter, FeeSide, PayUnit, WorkModel

FEW_STATES = 6
REPEATED = lru_cache(maxsize=4096)  # what many postings say alike is put into words once
LEFT_OPEN = "Not said yet"

SIDES, ENCOUNTERS = list(FeeSide), list(Encounter)  # in the order in which they are said
# Short forms for one line of facts; the full label stands where there is room.
SHORT_ENCOUNTER = {
    Encounter.ASC: "ASC",
    Encounter.ED: "ED",
    Encounter.CLINIC: "Clinic",
    Encounter.ANCILLARY: "Ancillary",
    Encounter.SNF: "SNF",
}
SHORT_SIDE = {FeeSide.PROFESSIONAL: "Profee"}

Group = tuple[CredentialNeed, int | None, Sequence[str]]


def listing(words: Iterable[str], last: str = "and") -> str:
    """'A', 'A and B', 'A, B and C'."""
    *before, final = list(words) or [""]
    return f"{', '.join(before)} {last} {final}" if before else final


def workplace(
    model: WorkModel | None,
    hybrid_days: int | None,
    all_states: bool,
    states: Sequence[str],
    places: Sequence[str],
) -> str:
    """'Remote, any state', 'Remote from 12 states', 'Hybrid, 2 days a week in Mesa, AZ', 'On site in Mesa, AZ'."""
    if model is None:
        return LEFT_OPEN
    if model == WorkModel.REMOTE:
        return remote(all_states, states)
    spot = f" in {places[0]}" if places else ""
    more = f" and {counted(len(places) - 1, 'other place')}" if len(places) > 1 else ""
    if model == WorkModel.HYBRID:
        days = f", {counted(hybrid_days, 'day')} a week" if hybrid_days else ""
        return f"Hybrid{days}{spot}{more}"
    return f"On site{spot}{more}"


def remote(all_states: bool, states: Sequence[str]) -> str:
    if all_states:
        return "Remote, any state"
    if not states:
        return "Remote, states not said yet"
    if len(states) <= FEW_STATES:
        return f"Remote from {', '.join(states)}"
    return f"Remote from {len(states)} states"


def settings(cells: Iterable[tuple[FeeSide, Encounter]]) -> str:
    """'Professional fee: Clinic E/M, Telehealth; Facility: Inpatient'."""
    ordered = sorted(cells, key=lambda cell: (SIDES.index(cell[0]), ENCOUNTERS.index(cell[1])))
    parts = [
        f"{side.label}: {', '.join(encounter.label for _, encounter in group)}"
        for side, group in groupby(ordered, key=lambda cell: cell[0])
    ]
    return "; ".join(parts) or LEFT_OPEN


def settings_short(cells: Collection[tuple[FeeSide, Encounter]]) -> str:
    """'Profee · Clinic, Telehealth', 'Profee and facility · Inpatient and 2 more'."""
    sides = {side for side, _ in cells}
    if FeeSide.BOTH in sides:
        sides = sides - {FeeSide.BOTH} | {FeeSide.PROFESSIONAL, FeeSide.FACILITY}
    found = sorted({kind for _, kind in cells}, key=ENCOUNTERS.index)
    named = listing(SHORT_SIDE.get(side, side.label) for side in sorted(sides, key=SIDES.index))
    kinds = [SHORT_ENCOUNTER.get(kind, kind.label) for kind in found]
    shown = ", ".join(kinds[:2]) + (f" and {len(kinds) - 2} more" if len(kinds) > 2 else "")
    return " · ".join(part for part in (named.capitalize(), shown) if part)


def need(kind: CredentialNeed, within_months: int | None) -> str:
    if kind == CredentialNeed.OBTAIN:
        return f"within {counted(within_months, 'month')} of hiring" if within_months else "after hiring"
    return kind.label.lower()


def credentials(groups: Iterable[Group]) -> str:
    """'CPC or CCS-P required; CRC preferred'. Several that are all asked for stand together: '(CPC or COC) and CRC required'."""
    asked: dict[str, list[str]] = {}
    for kind, months, names in groups:
        asked.setdefault(need(kind, months), []).append(listing(names, "or"))
    return "; ".join(f"{together(choices)} {said}" for said, choices in asked.items()) or "None required"


def together(choices: Sequence[str]) -> str:
    if len(choices) == 1:
        return choices[0]
    return " and ".join(f"({choice})" if " or " in choice else choice for choice in choices)


def experience(months: int | None) -> str:
    """'None needed', '6 months', '2 years', '1 year and 6 months'."""
    if months is None:
        return LEFT_OPEN
    years, rest = divmod(months, 12)
    parts = [counted(years, "year")] if years else []
    parts += [counted(rest, "month")] if rest else []
    return listing(parts) if parts else "None needed"


def counted(number: int | None, noun: str) -> str:
    """'1 day', '3 days', '1,204 jobs'."""
    number = number or 0
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@REPEATED
def figures(low: Decimal | None, high: Decimal | None) -> str:
    """'$28–$36.50'; both ends with cents as soon as one has them."""
    if low is None or high is None:
        return "Pay not given yet"
    cents = any(amount != amount.to_integral_value() for amount in (low, high))
    said = [f"${amount:,.2f}" if cents else pay.money(amount) for amount in (low, high)]
    return said[0] if low == high else "–".join(said)


@REPEATED
def pay_note(low: Decimal | None, high: Decimal | None, unit: PayUnit | None) -> str:
    """The range on the other scale, at 2,080 hours a year; nothing for piece pay, which is never converted."""
    if low is None or high is None or unit is None:
        return ""
    if unit == PayUnit.HOUR:
        return f"about {figures(yearly(low), yearly(high))} a year"
    if unit == PayUnit.YEAR:
        return f"about {figures(pay.hourly(low, unit), pay.hourly(high, unit))} an hour"
    return "piece pay: depends on your pace"


def yearly(hourly: Decimal) -> Decimal:
    return (hourly * pay.HOURS_A_YEAR).quantize(Decimal(1))


def percentage(value: Decimal) -> str:
    """'95%', '97.5%'."""
    return f"{value.normalize():f}%"
