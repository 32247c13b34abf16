"""Every question asked of states and cities."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.places.place import City, State


def states(session: Session) -> Sequence[State]:
    """The states, the District and the territories by name; the military regions hire nobody and are left out."""
    found = session.scalars(select(State).order_by(State.name)).all()
    return [state for state in found if state.region]


def city_in(session: Session, name: str, state: str) -> City | None:
    """The city of that name in that state, however its case; the larger one where two share the name."""
    named = City.search_name == " ".join(name.lower().split())
    return session.scalar(
        select(City).where(named, City.state_code == state).order_by(City.population.desc()).limit(1)
    )
