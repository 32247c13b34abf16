"""How far it is from one place to another, over a round earth."""

from collections.abc import Sequence
from math import cos, pi, radians, sin

import numpy as np

Spot = tuple[float, float]
EARTH_MILES = 3958.8
ROUNDING = 1e-15  # a foot, for places that are the same


class Spots:
    """Places (degrees north and east) that are asked about again and again."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self._points = np.array([on_the_ball(spot) for spot in spots]).reshape(-1, 3)

    def within(self, center: Spot, miles: float) -> list[Spot]:
        """Those that are at most so many statute miles from the center, as the crow flies.

        The farther two places are apart, the less the directions to them have in common."""
        alike = self._points @ np.array(on_the_ball(center))
        near = alike >= cos(min(miles / EARTH_MILES, pi)) - ROUNDING
        return [self.spots[place] for place in near.nonzero()[0].tolist()]


def on_the_ball(spot: Spot) -> tuple[float, float, float]:
    """Where it is in a ball with a radius of 1."""
    lat, lon = map(radians, spot)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def within(spots: Sequence[Spot], center: Spot, miles: float) -> list[Spot]:
    """Those of the spots (degrees north and east) that are at most so many statute miles from the center, as the crow flies."""
    return Spots(spots).within(center, miles)
