"""A circle on the ground for engines that know only numbers: the box around it, and the distance itself in SQL."""

from math import cos, radians

MILES_A_DEGREE = 69.0
MILES = (
    "2 * 3958.8 * asin(sqrt(power(sin(radians(lat - {0}) / 2), 2) + cos(radians({0})) * cos(radians(lat))"
    " * power(sin(radians(lon - ({1})) / 2), 2))) <= {2}"
)


def corners(near: tuple[float, float, int]) -> tuple[float, float, float, float]:
    """South, north, west, east."""
    lat, lon, miles = near
    up, aside = miles / MILES_A_DEGREE, miles / (MILES_A_DEGREE * cos(radians(lat)))
    return lat - up, lat + up, lon - aside, lon + aside


def within(near: tuple[float, float, int]) -> str:
    """The condition for columns `lat` and `lon`: the box first, because an index knows it."""
    south, north, west, east = corners(near)
    box = f"lat BETWEEN {south} AND {north} AND lon BETWEEN {west} AND {east}"
    return f"{box} AND {MILES.format(*near)}"
