"""Scales with round steps."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Scale:
    """From `low` to `high` in steps of `step`; both ends are multiples of it."""

    low: Decimal
    high: Decimal
    step: Decimal

    def share(self, value: Decimal) -> float:
        """Where a value stands, 0 to 100."""
        return round(float(100 * (value - self.low) / (self.high - self.low)), 2)

    def ticks(self) -> list[Decimal]:
        return [self.low + n * self.step for n in range(int((self.high - self.low) / self.step) + 1)]

    def said(self, tick: Decimal) -> str:
        """A tick with as many places as the steps need."""
        return f"{tick:.{max(0, -int(self.step.normalize().as_tuple().exponent))}f}"


def scale(lowest: Decimal, highest: Decimal, steps: int = 5) -> Scale:
    """Round ends around two values, nought or more, with at most so many steps.

    A small change is not made to look great: the scale spans at least a fifth of the highest value.
    """
    room = max(highest / 5 - (highest - lowest), Decimal(0)) / 2
    low, high = max(lowest - room, Decimal(0)), highest + room
    if high == low:
        return Scale(Decimal(0), Decimal(1), Decimal(1))
    power = Decimal(1).scaleb(((high - low) / steps).adjusted())
    for factor in (*ROUND, Decimal(20)):
        found = _around(low, high, factor * power)
        if (found.high - found.low) / found.step <= steps:
            break
    return found


def _around(low: Decimal, high: Decimal, step: Decimal) -> Scale:
    down = (low / step).to_integral_value(ROUND_FLOOR) * step
    up = (high / step).to_integral_value(ROUND_CEILING) * step
    return Scale(down, up, step)
