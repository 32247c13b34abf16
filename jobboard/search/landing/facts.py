"""What the jobs of a landing page come to: where they are done, what they pay, what they ask for, who offers them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from pyroaring import BitMap

from jobboard.domain.postings.terms import WorkModel
from jobboard.search.index.arrays import numbers_in
from jobboard.search.index.columns import UNKNOWN, Columns
from jobboard.search.landing.page import FEWEST, Landing
from jobboard.search.landing.ways import Ways

MOST = 8


@dataclass(frozen=True)
class Middle:
    """Dollars an hour: three in four of the ranges begin at `low` or more, three in four end at `high` or less.
    `jobs`: how many say what they pay by time."""

    low: Decimal
    high: Decimal
    jobs: int


@dataclass(frozen=True)
class Facts:
    """`work`: jobs by work model. `credentials` and `employers`: slug -> jobs, the most first; `names` by slug; `hiring`: how many
    employers there are in all."""

    jobs: int
    work: Mapping[str, int]
    credentials: Mapping[str, int]
    employers: Mapping[str, int]
    names: Mapping[str, str]
    hiring: int
    pay: Middle | None


def facts(ways: Ways, landing: Landing) -> Facts:
    """Of the jobs listed at the moment of `ways`."""
    held, columns = ways.holding(landing), ways.columns
    hiring = counted(columns, "employer", held)
    ids = counted(columns, "credential", held)
    shown = [tag for tag in ways.catalog.credentials.values() if tag.shown and tag.id in ids]
    return Facts(
        jobs=len(held),
        work={model.value: len(held & columns.holders("work", [model])) for model in WorkModel},
        credentials=most({tag.slug: ids[tag.id] for tag in shown}),
        employers=most(hiring),
        names={tag.slug: tag.label for tag in shown} | {slug: columns.names[slug] for slug in hiring},
        hiring=len(hiring),
        pay=middle(columns, held),
    )


def counted(columns: Columns, name: str, held: BitMap) -> dict[Any, int]:
    """Value -> how many of the jobs have it; those that none has are left out."""
    found = {value: held.intersection_cardinality(of) for value, of in columns.sets[name].items()}
    return {value: count for value, count in found.items() if count}


def most(counts: Mapping[str, int]) -> dict[str, int]:
    ordered: Sequence[tuple[str, int]] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return dict(ordered[:MOST])


def middle(columns: Columns, held: BitMap) -> Middle | None:
    """None where fewer than three say it: piece pay is never turned into an hour's."""
    numbers = numbers_in(held)
    low, high = columns.keys["pay_from"][numbers], columns.keys["pay"][numbers]
    said = (low > UNKNOWN) & (high > UNKNOWN)
    if said.sum() < FEWEST:
        return None
    bottom = np.quantile(low[said], 0.25, method="lower")
    top = np.quantile(high[said], 0.75, method="higher")
    return Middle(Decimal(int(bottom)) / 100, Decimal(int(top)) / 100, int(said.sum()))
