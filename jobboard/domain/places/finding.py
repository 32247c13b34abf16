"""Every question asked of states, cities and ZIP codes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.places.place import City, State, Zip

ZIP = re.compile(r"(\d{5})(?:-\d{4})?")
CITY = re.compile(r"(?P<city>[^,]+?)(?:\s*,\s*|\s+)(?P<state>[A-Za-z]{2})")


class Spot(NamedTuple):
    """Somewhere: degrees north and east (WGS 84), and what the place is called."""

    lat: float
    lon: float
    name: str


def states(session: Session) -> Sequence[State]:
    """The states, the District and the territories by name; the military regions hire nobody and are left out."""
    found = session.scalars(select(State).order_by(State.name)).all()
    return [state for state in found if state.region]


def search_name(name: str) -> str:
    """A city's name as it is looked for."""
    return " ".join(name.lower().split())


def city_in(session: Session, name: str, state: str) -> City | None:
    """The city of that name in that state, however its case; the larger one where two share the name."""
    named = select(City).where(City.search_name == search_name(name), City.state_code == state)
    return session.scalar(named.order_by(City.population.desc()).limit(1))


def read_city(text: str) -> tuple[str, str] | None:
    """The search name of a city and its state, as `Houston, TX` names them; None for what does not."""
    found = CITY.fullmatch(text.strip())
    return (search_name(found["city"]), found["state"].upper()) if found else None


def spot_of_zip(session: Session, text: str) -> Spot | None:
    """Where a ZIP code (`77002`) is; None for what is none, or where nobody knows."""
    found = ZIP.fullmatch(text.strip())
    area = session.get(Zip, found[1]) if found else None
    if area is None or area.lat is None or area.lon is None:
        return None
    return Spot(area.lat, area.lon, f"{area.zip} ({area.city}, {area.state_code})")
