"""Which postings a query holds, as bitmaps: one for each filter that was asked, one for what is listed now."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from pyroaring import BitMap

from jobboard.domain.places.distance import Spots
from jobboard.domain.places.regions import every_state, states_of
from jobboard.domain.postings.terms import Apprentices, Encounter, FeeSide, Need, WorkModel
from jobboard.search.filtering import wide_sides
from jobboard.search.index.catalog import Catalog
from jobboard.search.index.columns import OVERSEEING, Columns, ticks
from jobboard.search.index.ranges import Ranges
from jobboard.search.query import Query
from jobboard.search.reading import Point, Reading

MOST_KEPT = 200
IN_TOWN = 5  # miles from the middle of a city
BEGINNER = 12  # months; who has more does not look for what is open to apprentices
# The specialties of those who work with what others coded.
AFTER = (
    "auditing-compliance",
    "billing",
    "clinical-documentation-integrity",
    "coding-education",
    "coding-management",
    "denials-appeals",
)


class Chooser:
    """Answers from columns. What is listed is worked out again when a posting changes or a date is reached."""

    def __init__(self, columns: Columns, catalog: Catalog) -> None:
        self.columns, self.catalog = columns, catalog
        self.ranges = Ranges(columns)
        self._kept: dict[tuple[object, ...], BitMap] = {}
        self._kept_of = -1
        self._spots = Spots([])

    def prepare(self, now: datetime) -> None:
        """Work out before anybody asks what all searches share: at a million postings the first one waited a second."""
        self.columns.make_rows()
        for key in ("published", "pay", "closes", "experience"):
            self.ranges.order(key)
        self.listed(now)

    def listed(self, now: datetime) -> BitMap:
        """`Posting.is_listed` for all postings at once."""
        return self.ranges.listed(now)

    def filters(self, reading: Reading, now: datetime, skip: str = "") -> dict[str, BitMap]:
        """The bitmap of each filter that was asked, by the name of its facet; of the matrix, one axis may be skipped."""
        query, held = reading.query, self.columns.holders
        found = self._tags(query)
        for name in ("employer", "work", "type", "tool"):
            if getattr(query, name):
                found[name] = held(name, getattr(query, name))
        sides = () if skip == "side" else query.sides
        encounters = () if skip == "encounter" else query.encounters
        if sides or encounters:
            found["setting"] = self.in_matrix(sides, encounters)
        return found | self._where(reading) | self._plain(query, now)

    def fitting(self, reading: Reading) -> list[BitMap]:
        """What fits a choice better than its filter asks for: the work is in the very city, the credential is required, apprentices are simply welcome, what somebody
        has learned is asked for, the work is done in the state or place itself, or else the state is named among those it is open to."""
        query, found = reading.query, []
        if reading.near is not None:
            found.append(self.around(reading.near, min(IN_TOWN, query.miles)))
        if reading.near is not None and query.or_remote:
            found.append(self.around(reading.near, query.miles))
        if query.credential and not query.need:
            found.append(self.asking_for(query.credential, Need.REQUIRED))
        if query.apprentice or (query.experience_max is not None and query.experience_max <= BEGINNER):
            found += [self.columns.holders("apprentices", [Apprentices.YES]), self.columns.apprentice]
        elif query.experience_max is not None:
            found.append(self.at_least("experience", query.experience_max // 2))
        if query.from_state:
            states = states_of(query.from_state)
            found += [self.columns.holders("place_state", states), self.columns.holders("state", states)]
        return found

    def _tags(self, query: Query) -> dict[str, BitMap]:
        """What the catalog has names for."""
        held, catalog = self.columns.holders, self.catalog
        found: dict[str, BitMap] = {}
        if query.specialty:
            found["specialty"] = held("specialty", (catalog.specialties[slug].id for slug in query.specialty))
        if query.family:
            found["family"] = held("below", (catalog.families[slug] for slug in query.family))
        if query.credential:
            found["credential"] = self.asking_for(query.credential, query.need)
        return found

    def asking_for(self, credentials: Iterable[str], need: str = "") -> BitMap:
        """Those that name one of the credentials; with a `need` ("required", "preferred"), as that."""
        ids = (self.catalog.credentials[slug].id for slug in credentials)
        return self.columns.holders(need or "credential", ids)

    def _where(self, reading: Reading) -> dict[str, BitMap]:
        found: dict[str, BitMap] = {}
        if reading.query.from_state:
            found["from_state"] = self.workable_from(reading.query.from_state)
        if reading.query.state:
            found["state"] = self.columns.holders("place_state", every_state(reading.query.state))
        if reading.near is not None:
            found["near"] = self.about(reading, reading.query.miles)
        return found

    def _plain(self, query: Query, now: datetime) -> dict[str, BitMap]:
        found: dict[str, BitMap] = {}
        if query.pay_floor is not None:
            found["pay_min"] = self.at_least("pay", int(query.pay_floor * 100))
        if query.experience_max is not None:
            found["experience_max"] = self.at_most("experience", query.experience_max)
        if query.apprentice:
            found["apprentice"] = self.columns.apprentice
        if query.since is not None:
            found["since"] = self.at_least("published", ticks(now - timedelta(days=query.since)) + 1)
        return found

    def looking_after(self) -> BitMap:
        """Those whose work is what others coded: its audits, its denials and bills, its wording, and who teaches or leads."""
        specialties = self.catalog.specialties
        ids = (specialties[slug].id for slug in AFTER if slug in specialties)
        return self.columns.holders(OVERSEEING, [True]) | self.columns.holders("specialty", ids)

    def in_matrix(self, sides: Sequence[str], encounters: Sequence[str]) -> BitMap:
        """A cell on one of the sides and of one of the encounters; "both" is on either side."""
        kept, asked = self._keep(), ("cell", *sides, "of", *encounters)
        if asked not in kept:
            on = wide_sides(sides) if sides else list(FeeSide)
            of = [kind for kind in Encounter if kind.value in encounters] if encounters else list(Encounter)
            kept[asked] = self.columns.holders("cell", [(side, kind) for side in on for kind in of])
        return kept[asked]

    def workable_from(self, place: str) -> BitMap:
        """From a state, or from one of a region's."""
        return self.columns.anywhere | self.columns.holders("state", states_of(place))

    def bound_to(self, states: Sequence[str]) -> BitMap:
        """Those that can be done from these states and from no other."""
        kept, asked = self._keep(), ("bound", *states)
        if asked not in kept:
            elsewhere = self.columns.sets["state"].keys() - set(states)
            other = self.columns.anywhere | self.columns.holders("state", elsewhere)
            kept[asked] = self.columns.holders("state", states) - other
        return kept[asked]

    def about(self, reading: Reading, miles: int) -> BitMap:
        """Those around the place that was asked, and where that was asked too, those done from home in its state."""
        if reading.near is None:
            return BitMap()
        found = self.around(reading.near, miles)
        if reading.query.or_remote:
            remote = self.columns.holders("work", [WorkModel.REMOTE])
            found = found | (self.workable_from(reading.near.state) & remote)
        return found

    def nearest_first(self, reading: Reading, held: BitMap) -> list[BitMap]:
        """Who is there before who works from home, where both were asked for."""
        if reading.near is None or not reading.query.or_remote:
            return [held]
        around = self.around(reading.near, reading.query.miles)
        return [held & around, held - around]

    def around(self, point: Point, miles: int) -> BitMap:
        """Those with a place of work at most so many miles from the point."""
        kept = self._keep()
        asked = ("point", point.lat, point.lon, miles)
        if asked not in kept:
            near = self._spots.within((point.lat, point.lon), miles)
            kept[asked] = self.columns.holders("point", near)
        return kept[asked]

    def pay_floors(self, floors: Sequence[int]) -> list[BitMap]:
        """Those that pay at least each of these cents an hour."""
        kept = self._keep()
        for floor in floors:
            if ("pay", floor) not in kept:
                kept["pay", floor] = self.at_least("pay", floor)
        return [kept["pay", floor] for floor in floors]

    def at_least(self, key: str, floor: int) -> BitMap:
        return self.ranges.between(key, floor)

    def at_most(self, key: str, ceiling: int) -> BitMap:
        """Those that say it: what is unknown is below every ceiling and never meant."""
        return self.ranges.between(key, 0, ceiling)

    def _keep(self) -> dict[tuple[object, ...], BitMap]:
        """What was worked out since a posting last changed; emptied when it grows large."""
        if self._kept_of != len(self.columns.changed) or len(self._kept) >= MOST_KEPT:
            self._kept, self._kept_of = {}, len(self.columns.changed)
            self._spots = Spots(list(self.columns.sets["point"]))
        return self._kept
