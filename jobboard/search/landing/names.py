"""What stands in the address of a landing page, looked up: the choices it makes and what each is called."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import family_by_slug
from jobboard.domain.codes.naming import credential_by_slug, specialty_by_slug
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.finding import states
from jobboard.domain.places.place import State
from jobboard.search.landing.page import Landing


@dataclass(frozen=True)
class Named:
    """A landing page with the records behind its choices."""

    landing: Landing
    specialty: Specialty | None = None
    credential: Credential | None = None
    family: Family | None = None
    state: State | None = None

    @property
    def state_slug(self) -> str:
        return state_slug(self.state.name) if self.state else ""

    def but(self, kind: str) -> "Named":
        """The page without one of its choices."""
        return replace(self, landing=self.landing.but(**{kind: ""}), **{kind: None} if kind != "work" else {})


def named(session: Session, asked: Mapping[str, str]) -> Named | None:
    """What an address asks for: kind -> slug. None when one of the names is unknown or no longer offered."""
    finders: dict[str, Callable[[Session, str], Any]] = {
        "specialty": specialty_by_slug,
        "credential": credential_by_slug,
        "family": _family,
        "state": _state,
    }
    found: dict[str, Any] = {
        kind: finders[kind](session, slug) for kind, slug in asked.items() if kind in finders
    }
    if not all(found.values()):
        return None
    choices = dict(asked) | ({"state": found["state"].code} if "state" in found else {})
    return Named(Landing(**choices), **found)


def state_slug(name: str) -> str:
    """'New York' -> 'new-york'."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def _family(session: Session, slug: str) -> Family | None:
    found = family_by_slug(session, slug)
    return found if found and not found.retired else None


def _state(session: Session, slug: str) -> State | None:
    return next((state for state in states(session) if state_slug(state.name) == slug), None)
