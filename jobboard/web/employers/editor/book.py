"""The words the editor knows: specialties, credentials, states, and the code families a form names."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy.orm import Session

from jobboard.domain.codes import finding as codes
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places import finding as places
from jobboard.domain.places.place import City, State
from jobboard.domain.postings.parts import CredentialTag


@dataclass(frozen=True)
class Book:
    """`credentials` by their letters in capitals, the others by slug or code, each in the order shown."""

    session: Session
    specialties: dict[str, Specialty]
    credentials: dict[str, Credential]
    states: dict[str, State]
    families: dict[str, Family]

    def nearest(self, name: str) -> str:
        return ", ".join(get_close_matches(name, self.credentials, n=2, cutoff=0.5)) or "CPC, CCS or RHIT"

    def city(self, name: str, state: str) -> City | None:
        return places.city_in(self.session, name, state)


def open_book(session: Session, family_slugs: Iterable[str] = (), held: Iterable[CredentialTag] = ()) -> Book:
    """Offered are the confirmed credentials, and those that the posting names already (`held`)."""
    kept = {tag.credential_id for tag in held}
    return Book(
        session=session,
        specialties={one.slug: one for one in codes.specialties(session)},
        credentials={
            one.abbreviation.upper(): one
            for one in codes.credentials(session)
            if one.confirmed or one.id in kept
        },
        states={one.code: one for one in places.states(session)},
        families=codes.families_by_slug(session, family_slugs),
    )
