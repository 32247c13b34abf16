"""What the board already knows around the postings that wait: loaded at once for all of them, compared in plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Share:
    """The part (0 to 1) of Medicare's payments for a code family that goes to a specialty.

    `usual`: the family is a visible part of that specialty's own work, however small its part of the family.
    """

    specialty_id: int
    specialty: str
    share: float
    usual: bool = False


@dataclass(frozen=True)
class Sibling:
    """Another live posting of the same employer."""

    posting_id: str
    title: str
    text: str


@dataclass(frozen=True)
class Paid:
    """The middle of a live posting's range, in dollars an hour."""

    posting_id: str
    hourly: Decimal


@dataclass(frozen=True)
class Background:
    """Keys are ids. What is missing is unknown, which is never evidence."""

    shares: Mapping[int, Sequence[Share]] = field(default_factory=dict)  # by family
    measured: frozenset[int] = frozenset()  # specialties Medicare's payments tell enough of
    paid: Mapping[int, Sequence[Paid]] = field(default_factory=dict)  # by specialty
    siblings: Mapping[str, Sequence[Sibling]] = field(default_factory=dict)  # by employer
    approved: Mapping[str, int] = field(default_factory=dict)  # by employer
    codes: Mapping[str, bool] = field(default_factory=dict)  # code as written -> valid today
