"""How far it is from one place to another, over a round earth."""

from collections.abc import Sequence

import numpy as np

Spot = tuple[float, float]
EARTH_MILES = 3958.8


def within(spots: Sequence[Spot], center: Spot, miles: float) -> list[Spot]:
    """Those of the spots (degrees north and east) that are at most so many statute miles from the center, as the crow flies."""
    if not spots:
        return []
    lat, lon = np.radians(np.array(spots, dtype=float)).T
    lat0, lon0 = np.radians(center)
    half = np.sin((lat - lat0) / 2) ** 2 + np.cos(lat) * np.cos(lat0) * np.sin((lon - lon0) / 2) ** 2
    far = 2 * EARTH_MILES * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return [spot for spot, near in zip(spots, far <= miles, strict=True) if near]
