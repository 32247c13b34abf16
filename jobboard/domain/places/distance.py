"""How far it is from one place to another, over a round earth."""

from collections.abc import Sequence

import numpy as np

Spot = tuple[float, float]
EARTH_MILES = 3958.8


class Spots:
    """Places (degrees north and east) that are asked about again and again."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self._lat, self._lon = np.radians(np.array(spots, dtype=float).reshape(-1, 2)).T
        self._cos = np.cos(self._lat)

    def within(self, center: Spot, miles: float) -> list[Spot]:
        """Those that are at most so many statute miles from the center, as the crow flies."""
        lat, lon = np.radians(center)
        half = (
            np.sin((self._lat - lat) / 2) ** 2 + self._cos * np.cos(lat) * np.sin((self._lon - lon) / 2) ** 2
        )
        far = 2 * EARTH_MILES * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
        return [self.spots[place] for place in np.flatnonzero(far <= miles).tolist()]


def within(spots: Sequence[Spot], center: Spot, miles: float) -> list[Spot]:
    """Those of the spots (degrees north and east) that are at most so many statute miles from the center, as the crow flies."""
    return Spots(spots).within(center, miles)
