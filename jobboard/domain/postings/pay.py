"""Pay: the range, its unit, and the one hourly figure postings are compared by."""

from decimal import ROUND_HALF_UP, Decimal

from jobboard.domain.postings.terms import PayUnit

HOURS_A_YEAR = 2080
MOST_SPREAD = 4
CENT = Decimal("0.01")

# What a US coding job can plausibly pay, per unit. Outside of it the unit is almost always the mistake.
PLAUSIBLE = {
    PayUnit.HOUR: (Decimal(10), Decimal(250)),
    PayUnit.YEAR: (Decimal(20_000), Decimal(500_000)),
    PayUnit.CHART: (Decimal("0.50"), Decimal(100)),
    PayUnit.ENCOUNTER: (Decimal("0.25"), Decimal(100)),
}


def hourly(amount: Decimal | None, unit: PayUnit | None) -> Decimal | None:
    """US dollars an hour at 2,080 hours a year. None for piece rates: they depend on a coder's own pace."""
    if amount is None or unit not in (PayUnit.HOUR, PayUnit.YEAR):
        return None
    figure = amount if unit == PayUnit.HOUR else amount / HOURS_A_YEAR
    return figure.quantize(CENT, ROUND_HALF_UP)


def problems(low: Decimal | None, high: Decimal | None, unit: PayUnit | None) -> dict[str, list[str]]:
    """What is wrong with a range, by field, with the unit that was probably meant."""
    found: dict[str, list[str]] = {}
    if low is None:
        found["pay_min"] = ["Give the least you would pay."]
    if high is None:
        found["pay_max"] = ["Give the most you would pay."]
    if unit is None:
        found["pay_unit"] = ["Choose what the pay is for: an hour, a year, a chart or an encounter."]
    if low is None or high is None or unit is None:
        return found
    if low > high:
        found["pay_max"] = ["The most is less than the least. Are the two exchanged?"]
    elif high > MOST_SPREAD * low:
        found["pay_max"] = [
            "The range is too wide to tell a coder anything: keep the most within 4 times the least."
        ]
    least, most = PLAUSIBLE[unit]
    if not (least <= low and high <= most):
        found["pay_unit"] = [suggestion(low, high, unit)]
    return found


def suggestion(low: Decimal, high: Decimal, unit: PayUnit) -> str:
    for other, (least, most) in PLAUSIBLE.items():
        if other != unit and least <= low and high <= most:
            return f"{money(low)} to {money(high)} {unit.label} is unlikely. Did you mean {other.label}?"
    return f"{money(low)} to {money(high)} {unit.label} is outside of what any coding job pays. Check the figures."


def money(amount: Decimal) -> str:
    """'$28', '$28.50', '$65,000'."""
    whole = amount == amount.to_integral_value()
    return f"${amount:,.0f}" if whole else f"${amount:,.2f}"


def spoken(low: Decimal | None, high: Decimal | None, unit: PayUnit | None) -> str:
    """The range as readers see it: '$28–$36 per hour'; one figure when both ends are equal."""
    if low is None or high is None or unit is None:
        return "Pay not given yet"
    figures = money(low) if low == high else f"{money(low)}–{money(high)}"
    return f"{figures} {unit.label}"
