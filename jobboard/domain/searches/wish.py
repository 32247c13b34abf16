"""What somebody wants kept, and whether it will do."""

from typing import NamedTuple

from jobboard.domain.errors import Invalid
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.mornings import ZONES

LONGEST_NAME, LONGEST_ASKED, LONGEST_SAID = 120, 2000, 300


class Wish(NamedTuple):
    """What is kept. `asked` is the query of the search's address, `said` the same in words, `zone` an IANA name."""

    name: str
    asked: str
    said: str
    rhythm: Rhythm
    zone: str


def sound_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Invalid({"name": ["Give the search a name you will know it by."]})
    if len(name) > LONGEST_NAME:
        raise Invalid({"name": [f"Keep the name within {LONGEST_NAME} characters."]})
    return name


def sound_zone(zone: str) -> str:
    if zone not in ZONES:
        raise Invalid({"zone": ["Choose one of the time zones of the United States."]})
    return zone


def sound_asked(asked: str) -> str:
    if len(asked) > LONGEST_ASKED:
        raise Invalid({"name": ["This search holds too much to be kept. Take some of its choices away."]})
    return asked
