"""The names a search may hold, kept in the process: the tree of families, credentials, states and cities.

They change only when the dataset is loaded or an admin decides about a credential; one look at the database tells.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family, FamilyRange
from jobboard.domain.codes.wording import words
from jobboard.domain.places.place import City, State
from jobboard.search.unchanged import while_unchanged
from jobboard.search.understanding.known_work import Work, read_work

PARTS = ("families", "credentials", "places", "specialties", "shares")
KEPT: dict[str, tuple[Row[Any], "Known"]] = {}


class Run(NamedTuple):
    """One run of codes of a family, as sort keys."""

    lo: str
    hi: str
    depth: int
    family: Family


class Town(NamedTuple):
    name: str
    state: str
    population: int
    lat: float
    lon: float


@dataclass(frozen=True)
class Known:
    """`runs` are in the order of the set; `credentials` (abbreviation or full name as plain words -> slug) only those offered;
    `states` by lower-case name; `towns` by lower-case name, the largest first."""

    families: Mapping[int, Family]
    runs: Mapping[CodeSet, Sequence[Run]]
    credentials: Mapping[str, str]
    states: Mapping[str, str]
    towns: Mapping[str, Sequence[Town]]
    work: Work

    def chain(self, family_id: int) -> tuple[Family, ...]:
        """From the family itself up to its section."""
        leaf = self.families.get(family_id)
        return tuple(self.families[id] for id in leaf.ancestor_ids) if leaf else ()

    @cached_property
    def towns_begin(self) -> frozenset[str]:
        """The first words of their names: nearly every word that is typed begins no town."""
        return frozenset(name.split(" ", 1)[0] for name in self.towns)

    def town(self, search_name: str, state: str) -> Town | None:
        """The city of that name in that state, the larger one where two share the name."""
        return next((town for town in self.towns.get(search_name, ()) if town.state == state), None)

    def largest(self, search_name: str) -> Town | None:
        """The largest city of that name."""
        return next(iter(self.towns.get(search_name, ())), None)

    def covering(self, code_set: CodeSet, low: str, high: str) -> list[Run]:
        """Every run that shares a code with the range, narrowest families first."""
        runs = self.runs.get(code_set, ())
        end = bisect_right(runs, high, key=lambda run: run.lo)
        return sorted((run for run in runs[:end] if run.hi >= low), key=lambda run: -run.depth)


@cache
def _state_of() -> Select[Any]:
    loaded = select(func.max(Release.loaded_at)).where(Release.part.in_(PARTS)).scalar_subquery()
    offered = select(func.count(), func.sum(Credential.id)).where(_offered()).subquery()
    return select(loaded, *offered.c)


def _offered() -> Any:
    return Credential.confirmed & ~Credential.retired


def known(session: Session) -> Known:
    url = str(session.get_bind().engine.url)
    state = while_unchanged(session, "known", lambda: session.execute(_state_of()).one())
    kept = KEPT.get(url)
    if kept is None or kept[0] != state:
        kept = KEPT[url] = (state, _read(session))
    return kept[1]


def _read(session: Session) -> Known:
    families = _families(session)
    runs: dict[CodeSet, list[Run]] = defaultdict(list)
    spans = select(FamilyRange.code_set, FamilyRange.lo, FamilyRange.hi, FamilyRange.family_id)
    for code_set, lo, hi, family_id in session.execute(spans.order_by(FamilyRange.lo)):
        runs[code_set].append(Run(lo, hi, families[family_id].depth, families[family_id]))
    states = {
        name.lower(): code
        for code, name in session.execute(select(State.code, State.name).where(State.region != ""))
    }
    return Known(families, dict(runs), _credentials(session), states, _towns(session), read_work(session))


def _families(session: Session) -> dict[int, Family]:
    """Records of no session: read by every request from now on, and never written."""
    with Session(session.connection(), join_transaction_mode="rollback_only") as apart:
        found = {family.id: family for family in apart.scalars(select(Family))}
        apart.expunge_all()
    return found


def _credentials(session: Session) -> dict[str, str]:
    found: dict[str, str] = {}
    rows = select(Credential.slug, Credential.abbreviation, Credential.name).where(_offered())
    for slug, abbreviation, name in session.execute(rows.order_by(Credential.position.desc())):
        found |= {" ".join(words(name)): slug}
        found[" ".join(words(abbreviation))] = slug
    return found


def _towns(session: Session) -> dict[str, list[Town]]:
    towns: dict[str, list[Town]] = defaultdict(list)
    rows = select(City.search_name, City.name, City.state_code, City.population, City.lat, City.lon)
    for search_name, *town in session.connection().execute(rows.order_by(City.population.desc())):
        towns[search_name].append(Town._make(town))
    return dict(towns)
