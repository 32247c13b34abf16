"""The regions of the United States that people name when they look for work, each as its states.

The four of the Census and its mountain states are the Census's own; the Southeast and the Southwest are those of the Bureau of
Economic Analysis; of the others, which nobody has drawn for good, the states that most people count in.
"""

from typing import NamedTuple


class Region(NamedTuple):
    """`said` is how people name it, in plain lower-case words."""

    label: str
    states: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """As it stands in a sentence: `the Midwest`, `New England`."""
        return self.label if self.label.startswith("New ") else f"the {self.label}"


def _region(label: str, states: str, said: str) -> Region:
    return Region(label, tuple(states.split()), tuple(name.strip() for name in said.split(",")))


# By their names in addresses.
REGIONS = {
    "midwest": _region("Midwest", "IA IL IN KS MI MN MO ND NE OH SD WI",
                       "midwest, mid west, midwestern, midwestern states, middle west"),
    "northeast": _region("Northeast", "CT MA ME NH NJ NY PA RI VT", "northeast, north east, northeastern, northeastern states"),
    "south": _region("South", "AL AR DC DE FL GA KY LA MD MS NC OK SC TN TX VA WV", "the south, southern states"),
    "west": _region("West", "AK AZ CA CO HI ID MT NM NV OR UT WA WY", "the west, western states, out west"),
    "new-england": _region("New England", "CT MA ME NH RI VT", "new england"),
    "mid-atlantic": _region("Mid-Atlantic", "DC DE MD NJ NY PA VA WV", "mid atlantic, midatlantic, middle atlantic"),
    "southeast": _region("Southeast", "AL AR FL GA KY LA MS NC SC TN VA WV",
                         "southeast, south east, southeastern, southeastern states"),
    "deep-south": _region("Deep South", "AL GA LA MS SC", "deep south"),
    "southwest": _region("Southwest", "AZ NM OK TX", "southwest, south west, southwestern, southwestern states"),
    "gulf-coast": _region("Gulf Coast", "AL FL LA MS TX", "gulf coast, gulf states"),
    "great-lakes": _region("Great Lakes", "IL IN MI MN NY OH PA WI", "great lakes"),
    "great-plains": _region("Great Plains", "KS ND NE OK SD", "great plains, plains states"),
    "mountain-west": _region("Mountain West", "AZ CO ID MT NM NV UT WY",
                             "mountain west, mountain states, rocky mountains, rockies, rocky mountain states"),
    "pacific-northwest": _region("Pacific Northwest", "ID OR WA", "pacific northwest, pnw, northwest, north west"),
    "west-coast": _region("West Coast", "CA OR WA", "west coast, pacific coast, westcoast"),
    "east-coast": _region("East Coast", "CT DC DE FL GA MA MD ME NC NH NJ NY PA RI SC VA",
                          "east coast, eastern seaboard, eastcoast, atlantic coast"),
    "tri-state": _region("Tri-state area", "CT NJ NY", "tri state, tristate, tri state area, tristate area"),
}  # fmt: skip


def states_of(place: str) -> tuple[str, ...]:
    """The states of a region by its name in addresses; a state, by its two letters, is itself."""
    return REGIONS[place].states if place in REGIONS else (place,)


def every_state(places: tuple[str, ...]) -> tuple[str, ...]:
    """Each state that is named or lies in a region that is, once."""
    return tuple(dict.fromkeys(state for place in places for state in states_of(place)))
