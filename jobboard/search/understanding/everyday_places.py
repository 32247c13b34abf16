"""What people call places that no list of cities and states holds: regions, cities with all that is around them, parts of a state."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jobboard.domain.places.regions import REGIONS
from jobboard.search.understanding.pieces import Piece
from jobboard.search.understanding.terms import SMALL

MOST_WORDS = 4
IsName = Callable[[str], bool]  # whether an employer who hires is called so, at least to begin with
# Behind such a name they say nothing more: `tri-state area`, `midwest region`.
AFTER = frozenset(("area", "areas", "region", "regions", "metro", "metroplex", "states"))
# Before a state or a city they say which part of it: so close nobody can look.
PARTS = frozenset(
    ("central", "coastal", "downtown", "eastern", "greater", "metro", "metropolitan", "north", "northeastern", "northern",
     "northwestern", "rural", "south", "southeast", "southeastern", "southern", "southwest", "southwestern", "suburban",
     "upstate", "western", "northeast", "northwest", "east", "west")
)  # fmt: skip


class Around(NamedTuple):
    """A city, and how many miles around it the name reaches."""

    city: str
    state: str
    miles: int


CITIES = {
    "atl": Around("Atlanta", "GA", 25),
    "bay area": Around("San Francisco", "CA", 60),
    "chicagoland": Around("Chicago", "IL", 50),
    "dfw": Around("Dallas", "TX", 50),
    "dmv": Around("Washington", "DC", 40),
    "east bay": Around("Oakland", "CA", 25),
    "front range": Around("Denver", "CO", 75),
    "hampton roads": Around("Norfolk", "VA", 40),
    "indy": Around("Indianapolis", "IN", 25),
    "inland empire": Around("Riverside", "CA", 40),
    "long island": Around("Hempstead", "NY", 60),
    "metroplex": Around("Dallas", "TX", 50),
    "norcal": Around("Sacramento", "CA", 150),
    "philly": Around("Philadelphia", "PA", 25),
    "puget sound": Around("Seattle", "WA", 60),
    "quad cities": Around("Davenport", "IA", 30),
    "research triangle": Around("Raleigh", "NC", 35),
    "silicon valley": Around("San Jose", "CA", 25),
    "slc": Around("Salt Lake City", "UT", 25),
    "so cal": Around("Los Angeles", "CA", 125),
    "socal": Around("Los Angeles", "CA", 125),
    "south bay": Around("San Jose", "CA", 25),
    "stl": Around("Saint Louis", "MO", 25),
    "tampa bay": Around("Tampa", "FL", 40),
    "twin cities": Around("Minneapolis", "MN", 40),
    "vegas": Around("Las Vegas", "NV", 25),
}
SAID: Mapping[str, str] = {said: name for name, region in REGIONS.items() for said in region.said}
BEGIN = frozenset(name.split(" ", 1)[0] for name in (*SAID, *CITIES))


def everyday_at(pieces: Sequence[Piece], at: int, is_name: IsName) -> tuple[str | Around, int] | None:
    """The region (its name in addresses) or city that is called so at a place, and the place behind it; none where an
    employer's name begins so: `northwest medical`."""
    if plain(pieces[at : at + 1]).split(" ", 1)[0] not in BEGIN:
        return None
    for length in range(min(MOST_WORDS, len(pieces) - at), 0, -1):
        name = plain(pieces[at : at + length])
        if meant := SAID.get(name) or CITIES.get(name):
            end = at + length
            return None if _begins_a_name(pieces, at, end, is_name) else (meant, past(pieces, end))
    return None


def _begins_a_name(pieces: Sequence[Piece], at: int, end: int, is_name: IsName) -> bool:
    """Up to the first word behind it that is not one of every job: `midwest medical coder` is nobody's name."""
    keys = [piece.key or "" for piece in pieces[end : end + MOST_WORDS]]
    telling = next((place for place, key in enumerate(keys) if key and key not in SMALL), None)
    if telling is None or pieces[end - 1].closed:
        return False
    return is_name(" ".join(piece.key or "" for piece in pieces[at : end + telling + 1]))


def plain(pieces: Sequence[Piece]) -> str:
    """`Tri-State` as `tri state`; nothing where something was quoted or denied."""
    return " ".join((piece.key or "").replace("-", " ") for piece in pieces) if all(_keys(pieces)) else ""


def _keys(pieces: Sequence[Piece]) -> Iterator[str | None]:
    return (piece.key for piece in pieces)


def past(pieces: Sequence[Piece], at: int) -> int:
    while at < len(pieces) and pieces[at].key in AFTER:
        at += 1
    return at
