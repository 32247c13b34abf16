"""The codes of the same family beside the one on the page: stripes of work where there is any, else a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jobboard.domain.codes.around import Sibling
from jobboard.domain.codes.fees import in_units
from jobboard.web.codes.addresses import code_path


@dataclass(frozen=True)
class Near:
    """A code of the family as `stripes` draws it: its bar is its part of the greatest work RVU among them."""

    label: str
    url: str
    note: str
    share: Decimal
    text: str
    mine: bool


def related(found: Sequence[Sibling], own: int) -> list[Near]:
    """In their order; `own` is the id of the code on the page, which gets no link."""
    most = max((one.fee.work for one in found if one.fee), default=0)
    return [near(one, most, one.code.id == own) for one in found]


def near(one: Sibling, most: int, mine: bool) -> Near:
    work = one.fee.work if one.fee else 0
    return Near(
        label=one.code.code,
        url="" if mine else code_path(one.code.code_set, one.code.code),
        note=one.code.title or "",
        share=round(Decimal(100 * work) / most, 1) if most else Decimal(0),
        text=str(in_units(work)) if work else "–",
        mine=mine,
    )
