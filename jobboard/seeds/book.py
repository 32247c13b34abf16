"""Looks up what the seeds name (families by a code, specialties, credentials, cities) in the loaded dataset, once each."""

from functools import lru_cache
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.domain.base import ALPHABET, ID_LENGTH
from jobboard.domain.codes.codeset import sort_key
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import families_covering
from jobboard.domain.codes.reading import read_code
from jobboard.domain.codes.specialty import Specialty
from jobboard.seeds import shapes


class NotInDataset(LookupError):
    """A seed names something the loaded dataset does not hold."""


class Book:
    """The dataset as the seeds ask for it. Raises NotInDataset for a name that is not there."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.specialties = {row.slug: row.id for row in session.scalars(select(Specialty))}
        self.credentials = {row.abbreviation: row.id for row in session.scalars(select(Credential))}
        self._families: dict[tuple[str, int], int] = {}
        self._points: dict[tuple[str, str], tuple[float, float]] = {}

    def specialty(self, slug: str) -> int:
        return self._known(self.specialties, slug)

    def credential(self, abbreviation: str) -> int:
        return self._known(self.credentials, abbreviation)

    def family(self, code: str, levels_up: int) -> int:
        """The id of the leaf that holds the code, or of its ancestor so many levels up."""
        key = (code, levels_up)
        if key not in self._families:
            chain = self._chain(code)
            if levels_up >= len(chain):
                raise NotInDataset(f"{code} has no family {levels_up} levels up.")
            self._families[key] = chain[levels_up].id
        return self._families[key]

    def point(self, place: shapes.Place) -> tuple[float, float]:
        """Degrees north and east, from the official file: a sample of the dataset holds the large cities only."""
        if not self._points:
            cities = rows("us_cities.csv.gz")
            self._points = {
                (row["city"], row["state"]): (float(row["lat"]), float(row["lon"])) for row in cities
            }
        if place not in self._points:
            raise NotInDataset(f"{place.city}, {place.state}")
        return self._points[place]

    def _chain(self, code: str) -> list[Family]:
        """Families from the leaf upward. By ranges, so that it needs no row of the code itself."""
        for typed in read_code(code):
            found = families_covering(self.session, typed.code_set, sort_key(typed.code_set, typed.code))
            if found:
                return list(found)
        raise NotInDataset(f"No family holds {code}.")

    @staticmethod
    def _known(names: dict[str, int], name: str) -> int:
        if name not in names:
            raise NotInDataset(name)
        return names[name]


@lru_cache(maxsize=10_000)
def id_of(*names: str) -> str:
    """An id that is the same each time the board is sown, in the alphabet of all ids."""
    number = int.from_bytes(sha256("/".join(names).encode()).digest())
    letters = []
    for _ in range(ID_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)
