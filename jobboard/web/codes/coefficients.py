"""The coefficients of a risk category as `stripes` draws them, and the categories around it by its hierarchy."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup
from sqlalchemy.orm import Session

from jobboard.domain.codes.categories import Weight, dropped_by, drops, weights
from jobboard.domain.codes.code import Code
from jobboard.web.codes.marking import fact

AGED = "community_nondual_aged"


class Bar(NamedTuple):
    """A coefficient drawn against the largest of its category."""

    label: str
    share: float
    text: Markup


class Weighed(NamedTuple):
    """A V28 category with its coefficients, and the categories it drops and is dropped by."""

    category: Code
    bars: list[Bar]
    drops: Sequence[Code]
    dropped_by: Sequence[Code]
    aged: Markup


def weighed(session: Session, category: Code, suffix: str = "") -> Weighed:
    """`suffix` keeps the marks of two categories on one page apart: `coefficient_institutional:37`."""
    found = weights(session, category)
    most = max((weight.value for weight in found), default=Decimal(0)) or Decimal(1)
    return Weighed(
        category,
        [Bar(weight.label, share_of(weight.value, most), marked(weight, suffix)) for weight in found],
        drops(session, category),
        dropped_by(session, category),
        next((marked(weight, suffix) for weight in found if weight.segment == AGED), Markup("")),
    )


def share_of(value: Decimal, most: Decimal) -> float:
    return round(float(100 * value / most), 1)


def marked(weight: Weight, suffix: str) -> Markup:
    """0.500 as people compare it, 0.5 as the file has it."""
    return fact(
        f"coefficient_{weight.segment}{suffix}", f"{weight.value.normalize():f}", f"{weight.value:.3f}"
    )
