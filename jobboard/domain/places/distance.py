"""How far it is from one place to another, over a round earth."""

from collections.abc import Sequence
from math import cos, pi, radians, sin

import numpy as np

Spot = tuple[float, float]
EARTH_MILES = 3958.8


class Spots:
    """Places (degrees north and east) that are asked about again and again."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self._points = np.array([on_the_ball(spot) for spot in spots]).reshape(-1, 3)

    def within(self, center: Spot, miles: float) -> list[Spot]:
        """Those that are at most so many statute miles from the center, as the crow flies.

        Of two distances the longer one is longer straight through the earth too, which is quicker to work out."""
        apart = self._points - on_the_ball(center)
        straight = 2 * sin(min(miles / EARTH_MILES, pi) / 2)
        near = np.einsum("ij,ij->i", apart, apart) <= straight**2
        return [self.spots[place] for place in np.flatnonzero(near).tolist()]


def on_the_ball(spot: Spot) -> tuple[float, float, float]:
    """Where it is in a ball with a radius of 1."""
    lat, lon = map(radians, spot)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def within(spots: Sequence[Spot], center: Spot, miles: float) -> list[Spot]:
    """Those of the spots (degrees north and east) that are at most so many statute miles from the center, as the crow flies."""
    return Spots(spots).within(center, miles)
