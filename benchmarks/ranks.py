"""How much longer the same things took in one state than in another, how sure that is, and whether chance alone makes it."""

from collections.abc import Sequence
from math import erfc, sqrt
from typing import NamedTuple

import numpy as np

SEED, DRAWS, WITHIN = 5, 4000, 99.0  # percent of the draws


class Paired(NamedTuple):
    """The median difference, between which two values it lies in 99 of 100 bootstrap draws, and the chance (Wilcoxon's signed
    ranks, two-sided, by the normal approximation) of differences like these where there is none."""

    longer: float
    low: float
    high: float
    chance: float


def paired(differences: Sequence[float]) -> Paired:
    found = np.array(differences)
    draws = np.random.default_rng(SEED).choice(found, (DRAWS, len(found)))
    low, high = np.percentile(np.median(draws, axis=1), [(100 - WITHIN) / 2, (100 + WITHIN) / 2])
    return Paired(float(np.median(found)), float(low), float(high), by_signed_ranks(differences))


def by_signed_ranks(differences: Sequence[float]) -> float:
    found = np.array([one for one in differences if one], dtype=float)
    count = len(found)
    ranks = np.abs(found).argsort().argsort() + 1
    above, middle = float(ranks[found > 0].sum()), count * (count + 1) / 4
    spread = sqrt(count * (count + 1) * (2 * count + 1) / 24)
    return erfc(abs(above - middle) / spread / sqrt(2)) if spread else 1.0
