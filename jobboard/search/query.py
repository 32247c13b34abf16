"""What somebody asks the board: a frozen value that knows its own address."""

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from jobboard.domain.postings.pay import hourly
from jobboard.domain.postings.terms import Encounter, FeeSide, PayUnit

SORTS = {"best": "Best match", "newest": "Newest", "pay": "Highest pay", "closing": "Closing soon"}
SINCE = {
    "1": "Last 24 hours",
    "3": "Last 3 days",
    "7": "Last 7 days",
    "14": "Last 14 days",
    "30": "Last 30 days",
}
EXPERIENCE = {"0": "None needed", "12": "1 year or less", "24": "2 years or less", "36": "3 years or less"}
MILES = {"10": "10 miles", "25": "25 miles", "50": "50 miles", "100": "100 miles"}
NEEDS = {"required": "Required", "preferred": "Preferred"}
# What says nothing without another: the unit of a floor, the circle round a place, how much a credential is asked for.
BESIDE = {"pay_unit": "pay_min", "miles": "near", "or_remote": "near", "need": "credential"}
SETTINGS = {term.value: term.label for kind in (FeeSide, Encounter) for term in kind}


@dataclass(frozen=True)
class Query:
    """One search. Names are those of the address; the empty value means "not asked".

    `from_state` is where somebody lives who could do it, `state` where a place of work is: states, or regions of them; `near` is a ZIP code or
    "City, ST" and `miles` how far from it; `or_remote` takes what is done from home in its state too. `need` is what the chosen credentials have to be: required or preferred.
    """

    q: str = ""
    specialty: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    credential: tuple[str, ...] = ()
    need: str = ""
    setting: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    from_state: str = ""
    state: tuple[str, ...] = ()
    near: str = ""
    miles: int = 25
    or_remote: bool = False
    type: tuple[str, ...] = ()
    pay_min: Decimal | None = None
    pay_unit: str = "hour"
    experience_max: int | None = None
    apprentice: bool = False
    tool: tuple[str, ...] = ()
    employer: tuple[str, ...] = ()
    since: int | None = None
    sort: str = "best"
    page: int = 1

    @property
    def sides(self) -> tuple[str, ...]:
        return tuple(value for value in self.setting if value in set(FeeSide))

    @property
    def encounters(self) -> tuple[str, ...]:
        return tuple(value for value in self.setting if value in set(Encounter))

    @property
    def pay_floor(self) -> Decimal | None:
        """The floor in dollars an hour."""
        return hourly(self.pay_min, PayUnit.YEAR if self.pay_unit == "year" else PayUnit.HOUR)

    def but(self, **changes: Any) -> "Query":
        """The same search with some answers changed, from its first page."""
        return replace(self, **({"page": 1} | changes))

    def without(self, name: str, value: str | None = None) -> "Query":
        """The same search without one choice: a value of a list, or the whole of it."""
        held = getattr(self, name)
        if isinstance(held, tuple) and value is not None:
            return self.but(**{name: tuple(other for other in held if other != value)})
        return self.but(**{name: getattr(NOTHING, name)})

    @property
    def fits_unevenly(self) -> bool:
        """Whether some of what it holds answers it better than the rest; where all is as good, the newest lead."""
        choices = self.credential and not self.need, self.apprentice, self.experience_max is not None
        return bool(self.q or self.from_state or (self.near and self.or_remote) or any(choices))

    def parameters(self, **changes: Any) -> list[tuple[str, str]]:
        """Name and value pairs in a steady order, with `changes` made; what was not asked is left out."""
        answers = vars(self) | changes
        pairs: list[tuple[str, str]] = []
        for name, default in DEFAULTS:
            value = answers[name]
            if value == default:
                continue
            beside = BESIDE.get(name)
            if beside and answers[beside] in ((), "", None):
                continue
            pairs += [(name, in_address(each)) for each in (value if isinstance(value, tuple) else (value,))]
        return pairs

    def url(self, path: str = "/jobs", **changes: Any) -> str:
        """The address of this search, with `changes` made (which lead to the first page unless `page` is among them)."""
        pairs = self.parameters(**({"page": 1} | changes if changes else {}))
        return f"{path}?{urlencode(pairs, safe='*,')}" if pairs else path


NOTHING = Query()
DEFAULTS = [(field.name, field.default) for field in fields(Query)]


def in_address(value: Any) -> str:
    """A value as it stands in an address."""
    if value is True:
        return "yes"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
