"""Where somebody wants to work: states by name or code, cities with their state, ZIP codes, and how far around."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jobboard.search.understanding.everyday_places import PARTS, Around, IsName, everyday_at, past
from jobboard.search.understanding.known import Known, Town
from jobboard.search.understanding.pieces import JOINS, Piece, leading, without
from jobboard.search.understanding.terms import SMALL

LONGEST_NAME = 4
MOST_PLACES = 60  # of the first words; nobody names a place behind so many
SURELY_A_CITY, IN_A_CITY, NEARLY_LARGE, LARGE = 10_000, 100_000, 200_000, 250_000
FAR_SMALLER = 3
NEAR = frozenset(("near", "around", "nearby"))
LEADS = JOINS | NEAR | frozenset(("within", "close", "zip", "zipcode", "area", "based", "located", "radius"))
MILES = frozenset(("miles", "mile", "mi"))
MOST_MILES = 500
TOGETHER = re.compile(r"([0-9]{1,4})-?(?:miles?|mi)")
FAR = frozenset(
    ("within", "in", "a", "up", "to", "under", "about", "max")
)  # behind a place, before the miles
AROUND = frozenset(("radius", "away", "around", "out", "max"))
ZIP = re.compile(r"\d{5}(?:-\d{4})?")
# Two letters that mean something else in the trade, or are a word: taken for a state only behind a city.
UNCLEAR = frozenset(
    ("al", "ar", "as", "ct", "dc", "de", "gu", "hi", "id", "in", "la", "ma", "md", "me", "mi", "mp",
     "ms", "mt", "ne", "nm", "ok", "or", "pa", "pr", "va", "vi", "co")
)  # fmt: skip
# Those that are a state however they are written.
CLEAR = frozenset(
    ("tx", "fl", "ny", "nj", "nh", "nv", "az", "wv", "wy", "tn", "ky", "vt")
)  # fmt: skip
# Of those, what is a state behind `in` or `remote` however it is written, when nothing follows that tells: `jobs in pa`, `remote nm`.
SPOKEN = frozenset(("al", "co", "dc", "de", "gu", "la", "md", "mi", "ne", "nm", "pa", "pr", "va"))
LEADING = frozenset(("in", "from", "near", "remote", "remotely", "hybrid", "onsite"))
# Words even behind a city: `portland or seattle`.
WORDS_ALONE = frozenset(("as", "hi", "in", "me", "ok", "or"))
# Cities that are words, names of employers or of states.
WORDS_TOO = frozenset(
    ("aurora", "mobile", "reading", "independence", "enterprise", "surprise", "mission", "orange",
     "spring", "bend", "cleveland", "providence", "phoenix", "corona", "columbia", "concord", "humble",
     "katy", "cypress", "providence", "lincoln", "henderson", "hollywood", "jackson", "madison",
     "jamaica")
)  # fmt: skip
SHORT = {"st": "saint", "ft": "fort", "mt": "mount", "nyc": "new york"}


class Where(NamedTuple):
    """A state or region, or a place in a state (`Houston, TX` or a ZIP code, whose state is not known here) with the miles around
    if said; `reach` are those that its name itself takes in."""

    state: str = ""
    place: str = ""
    miles: int | None = None
    reach: int | None = None


class Match(NamedTuple):
    start: int
    end: int
    where: Where


def places_in(pieces: Sequence[Piece], known: Known, is_name: IsName) -> tuple[list[Where], list[Piece]]:
    """Every place that is named, in order, and the pieces without them."""
    found: list[Where] = []
    taken: set[int] = set()
    at = 0
    while at < min(len(pieces), MOST_PLACES):
        match = place_at(pieces, at, known, is_name)
        if match is None:
            at += 1
            continue
        miles, first = _miles_before(pieces, leading(pieces, match.start, LEADS | PARTS).start)
        behind, end = _miles_behind(pieces, match.end)
        found.append(match.where._replace(miles=miles or behind))
        taken.update(range(first, end))
        at = end
    return list(dict.fromkeys(found)), without(pieces, taken)


def place_at(pieces: Sequence[Piece], at: int, known: Known, is_name: IsName) -> Match | None:
    """A city in the most words, a region, a state or a ZIP code; `north` before a state is no region of its own."""
    found = _city_at(pieces, at, known)
    return found or _everyday_at(pieces, at, known, is_name) or _state_at(pieces, at) or _zip_at(pieces, at)


def _everyday_at(pieces: Sequence[Piece], at: int, known: Known, is_name: IsName) -> Match | None:
    found = everyday_at(pieces, at, is_name)
    if found is None:
        return None
    meant, end = found
    if isinstance(meant, Around):
        town = known.town(meant.city.lower(), meant.state)
        where = Where(meant.state, f"{meant.city}, {meant.state}", reach=meant.miles) if town else None
    else:
        of_a_state = pieces[at].key in PARTS and _state_behind(pieces, end, known.states)[0]
        where = None if of_a_state else Where(meant)
    return Match(at, end, where) if where else None


def _city_at(pieces: Sequence[Piece], at: int, known: Known) -> Match | None:
    """The longest name of a city that begins here, with its state behind it, or large enough to need none."""
    first = pieces[at].key or ""
    if SHORT.get(first, first).split(" ", 1)[0] not in known.towns_begin:
        return None
    for length in range(min(LONGEST_NAME, len(pieces) - at), 0, -1):
        part = pieces[at : at + length]
        if not all(piece.key for piece in part) or any(piece.closed for piece in part[:-1]):
            continue
        name = " ".join(SHORT.get(piece.key or "", piece.key or "") for piece in part)
        towns = known.towns.get(name)
        if not towns:
            continue
        state, end, sure = _state_behind(pieces, at + length, known.states)
        if state:
            floor = 0 if sure else SURELY_A_CITY
            town = next((one for one in towns if one.state == state and one.population >= floor), None)
        else:
            town = _alone(pieces, at, name, towns, known)
        if town is not None:
            return Match(at, past(pieces, end), Where(town.state, f"{town.name}, {town.state}"))
    return None


def _state_behind(pieces: Sequence[Piece], at: int, states: Mapping[str, str]) -> tuple[str, int, bool]:
    """The code of the state named at a place ('' when none is), the place behind it, and whether nothing else is meant."""
    if at < len(pieces) and (key := pieces[at].key):
        code = key.replace(".", "")
        comma, capitals = pieces[at - 1].closed, pieces[at].said.isupper()
        if code in CODES and (comma or capitals or code not in WORDS_ALONE):
            return code.upper(), at + 1, (comma and capitals) or code not in UNCLEAR
        for length in (3, 2, 1):
            name = " ".join(piece.key or "" for piece in pieces[at : at + length])
            if name in states:
                return states[name], at + length, True
    return "", at, True


def _alone(pieces: Sequence[Piece], at: int, name: str, towns: Sequence[Town], known: Known) -> Town | None:
    """A city without its state: the largest of the name, where it is asked for or cannot be anything else."""
    before = pieces[at - 1].key if at else None
    if before in NEAR:
        return towns[0]
    if name in known.states and pieces[at].key != "nyc":
        return None
    if before == "in":
        return towns[0] if towns[0].population >= IN_A_CITY else None
    return towns[0] if name not in WORDS_TOO and is_known_alone(towns) else None


def is_known_alone(towns: Sequence[Town]) -> bool:
    """A city that is large, or nearly so and no other of its name comes near it."""
    largest, *others = [town.population for town in towns]
    return largest >= LARGE or (
        largest >= NEARLY_LARGE and all(FAR_SMALLER * one < largest for one in others)
    )


def _state_at(pieces: Sequence[Piece], at: int) -> Match | None:
    """The two letters of a state: in capitals where they mean nothing else; behind a comma or `in` nothing else is meant."""
    key, text = (pieces[at].key or "").replace(".", ""), pieces[at].text.rstrip(",;|")
    if len(key) != 2 or key not in CODES:
        return None
    before = pieces[at - 1] if at else None
    asked = before is not None and (before.text.endswith(",") or before.key in ("in", "from"))
    capitals = text.isupper()
    if key in SPOKEN and before is not None and before.key in LEADING and not _tells(pieces[at + 1 : at + 2]):
        return Match(at, at + 1, Where(key.upper()))
    if key in CLEAR or (asked and (capitals or key not in UNCLEAR)) or (capitals and key not in UNCLEAR):
        return Match(at, at + 1, Where(key.upper()))
    return None


def _tells(behind: Sequence[Piece]) -> bool:
    """A word follows that may be what the letters belong to: `in va hospitals`."""
    return any(piece.key is None or piece.key not in SMALL for piece in behind)


def _zip_at(pieces: Sequence[Piece], at: int) -> Match | None:
    """A ZIP code behind `near`, `in` or `zip`, or before miles: otherwise five digits are a code or a word."""
    key = pieces[at].key or ""
    before = pieces[at - 1].key if at else None
    asked = before in NEAR or before in ("in", "zip", "zipcode", "of", "from")
    asked = asked or _miles_behind(pieces, at + 1)[0] is not None
    return Match(at, at + 1, Where("", key[:5])) if ZIP.fullmatch(key) and asked else None


def _miles_before(pieces: Sequence[Piece], at: int) -> tuple[int | None, int]:
    """`within 50 miles of`: the miles in front of a place, and where that begins."""
    for start in (at - 2, at - 1):
        miles, end = _miles_at(pieces, start) if start >= 0 else (None, start)
        if miles and end == at:
            return miles, leading(pieces, start, LEADS).start
    return None, at


def _miles_behind(pieces: Sequence[Piece], at: int) -> tuple[int | None, int]:
    """`within 50 miles` or `50 mile radius` behind a place, and where that ends."""
    start = at
    while start < len(pieces) and pieces[start].key in FAR:
        start += 1
    miles, end = _miles_at(pieces, start)
    if miles is None or (end < len(pieces) and pieces[end].key in JOINS | NEAR):
        return None, at  # of another place, that follows
    return miles, end + (end < len(pieces) and pieces[end].key in AROUND)


def _miles_at(pieces: Sequence[Piece], at: int) -> tuple[int | None, int]:
    """A number of miles, in one piece or two, and where it ends."""
    keys = [piece.key or "" for piece in pieces[at : at + 2]]
    together = TOGETHER.fullmatch(keys[0]) if keys else None
    apart = len(keys) == 2 and keys[1] in MILES and len(keys[0]) <= 4 and re.fullmatch(r"[0-9]+", keys[0])
    number = int(together[1]) if together else int(keys[0]) if apart else 0
    return (number, at + (1 if together else 2)) if 0 < number <= MOST_MILES else (None, at)


CODES = frozenset(
    ("ak", "al", "ar", "az", "ca", "co", "ct", "dc", "de", "fl", "ga", "gu", "hi", "ia", "id", "il",
     "in", "ks", "ky", "la", "ma", "md", "me", "mi", "mn", "mo", "ms", "mt", "nc", "nd", "ne", "nh",
     "nj", "nm", "nv", "ny", "oh", "ok", "or", "pa", "pr", "ri", "sc", "sd", "tn", "tx", "ut", "va",
     "vi", "vt", "wa", "wi", "wv", "wy", "as", "mp")
)  # fmt: skip
