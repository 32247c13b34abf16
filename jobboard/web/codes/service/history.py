"""The work value of a service through the years, as points of a line, and what became of it in 2026."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from jobboard.domain.codes.fees import in_units
from jobboard.domain.codes.service import Service

ADJUSTED = 2026
KEPT = Decimal("0.975")
CENT = Decimal("0.01")


@dataclass(frozen=True)
class History:
    """(year, work RVU) from the first year to the last. `adjusted`: the step to 2026 is the efficiency adjustment's."""

    years: list[tuple[int, Decimal]]

    @property
    def points(self) -> list[tuple[str, Decimal]]:
        return [(str(year), work) for year, work in self.years]

    @property
    def adjusted(self) -> bool:
        works = dict(self.years)
        before, after = works.get(ADJUSTED - 1), works.get(ADJUSTED)
        if not before or after is None or before == after:
            return False
        return abs((before * KEPT).quantize(CENT, ROUND_HALF_UP) - after) <= CENT

    @property
    def same(self) -> bool:
        return len({work for _, work in self.years}) == 1


def history(known: Service) -> History | None:
    """None with less than two years, or when there never was a work value."""
    years = [(row.year, in_units(row.work)) for row in known.history]
    return History(years) if len(years) > 1 and any(work for _, work in years) else None
