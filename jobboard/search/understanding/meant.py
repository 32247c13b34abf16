"""What typed words turn out to mean: something to look for, a code, a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import Found


class Choice(NamedTuple):
    """A parameter of the search and its value."""

    name: str
    value: str


@dataclass(frozen=True)
class Term:
    """One thing to look for. `ways` are the ways of saying it, each a text of one or more words, what was typed first;
    of an `exact` one nothing but those very words counts, and a `minus` may not stand there; a `declared` one counts in the
    title and in what the posting declares, not in its text; a word of a phrase that is looked for `apart` does not in what is
    given besides pay: who asks for home health wants no health benefits. A minus with `states` keeps out what can be done there
    and nowhere else, whatever it says."""

    ways: tuple[str, ...]
    exact: bool = False
    minus: bool = False
    declared: bool = False
    apart: bool = False
    states: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskedCode:
    """A code or a range of codes (then `found` is None) as it is `said` in addresses, its count left out.

    `families` are those that cover it, narrowest first; of a range those that hold all of it, then those that hold a
    part, larger ones first, and `parts` says which (family id -> `44300-44320`). `weight` is how often it was said to be
    done. `counting` are the families of the diagnoses that count toward a risk category. `specialties` are those that code it, by id, who does most of it first: only when it is the only code asked.
    """

    said: str
    families: tuple[Family, ...]
    found: Found | None = None
    weight: int = 1
    parts: Mapping[int, str] = field(default_factory=dict)
    specialties: Mapping[int, str] = field(default_factory=dict)
    counting: tuple[Family, ...] = ()

    @property
    def every_family(self) -> tuple[Family, ...]:
        return self.families + self.counting

    @property
    def counted(self) -> str:
        """With its count, as it stands in the search box: `99213*40`."""
        return f"{self.said}*{self.weight}" if self.weight > 1 else self.said


class Point(NamedTuple):
    """Somewhere: degrees north and east (WGS 84), and its name."""

    lat: float
    lon: float
    name: str

    @property
    def state(self) -> str:
        """Its two letters, with which every name ends."""
        return self.name.rstrip(")")[-2:]
