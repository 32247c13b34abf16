"""What the listed jobs come to, counted on the bitmaps and columns of the index: `search/sums.py` says what each is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import numpy as np
from pyroaring import BitMap

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.terms import CredentialNeed
from jobboard.search.index.arrays import numbers_in
from jobboard.search.index.catalog import Tag
from jobboard.search.index.columns import UNKNOWN
from jobboard.search.index.engine import Index
from jobboard.search.index.ordering import by_families, by_key, by_share
from jobboard.search.openings import FEWEST_PAID, Openings, Pay, pay_of
from jobboard.search.overview import Count, Figures, middle_promise
from jobboard.search.sums import FEW


class IndexSums:
    """Whoever asks holds no lock: each question takes the index's own."""

    def __init__(self, index: Index) -> None:
        self.index, self.columns = index, index.chooser.columns
        self.catalog, self.ranges = index.catalog, index.chooser.ranges

    def figures(self, now: datetime) -> Figures:
        with self.index.lock:
            listed = self.index.chooser.listed(now)
            answers = self.columns.keys["answers"][numbers_in(listed)]
            days, jobs = np.unique(answers[answers > UNKNOWN], return_counts=True)
            promised = dict(zip(days.tolist(), jobs.tolist(), strict=True))
            paid, reviewed = len(listed & self.columns.paid), len(listed & self.columns.reviewed)
            return Figures(len(listed), paid, reviewed, middle_promise(promised, len(listed)))

    def specialties(self, now: datetime) -> Sequence[Count]:
        with self.index.lock:
            return self._counted(
                "specialty", self.catalog.specialties.values(), self.index.chooser.listed(now)
            )

    def hiring(self, now: datetime) -> Mapping[str, int]:
        with self.index.lock:
            numbers = numbers_in(self.index.chooser.listed(now))
            counts = np.bincount(self.columns.keys["employer"][numbers])
            slugs = list(self.columns.employers)
            return {slugs[place]: int(counts[place]) for place in np.flatnonzero(counts)}

    def oldest(self, now: datetime, start: int, count: int) -> Sequence[str]:
        with self.index.lock:
            numbers = numbers_in(self.index.chooser.listed(now))
            order = np.argsort(self.columns.keys["published"][numbers], kind="stable")
            return list(self.columns.ids_of(numbers[order][start : start + count].tolist()).values())

    def covering(self, families: Sequence[Family], now: datetime, limit: int = FEW) -> Openings:
        ids = [family.id for family in families]
        with self.index.lock:
            held = self.index.chooser.listed(now) & self.columns.holders("family", ids)
            return self._openings(held, by_families(self.ranges, held, ids)[:limit])

    def within(self, family: Family, now: datetime, limit: int = FEW) -> Openings:
        with self.index.lock:
            inside = [id for id in self.columns.sets["family"] if family.id in self.catalog.ancestors(id)]
            held = self.index.chooser.listed(now) & self.columns.holders("family", inside)
            return self._openings(held, by_share(self.columns, held, inside)[:limit])

    def of_specialty(self, specialty: Specialty, now: datetime, limit: int = FEW) -> Openings:
        with self.index.lock:
            return self._newest(self._holding("specialty", specialty.id, now), limit)

    def asking(
        self, credential: Credential, now: datetime, needs: Sequence[CredentialNeed] = (), limit: int = FEW
    ) -> Openings:
        with self.index.lock:
            ways = [need.value for need in needs] or ["credential"]
            held = BitMap.union(BitMap(), *(self._holding(way, credential.id, now) for way in ways))
            return self._newest(held, limit)

    def credentials_in(self, specialty: Specialty, now: datetime, limit: int) -> Sequence[Count]:
        with self.index.lock:
            held = self._holding("specialty", specialty.id, now)
            return self._counted("credential", shown(self.catalog.credentials), held)[:limit]

    def specialties_asking(self, credential: Credential, now: datetime, limit: int) -> Sequence[Count]:
        with self.index.lock:
            held = self._holding("credential", credential.id, now)
            return self._counted("specialty", shown(self.catalog.specialties), held)[:limit]

    def taken_instead(self, credential: Credential, now: datetime, limit: int) -> Sequence[Count]:
        others = [tag for tag in shown(self.catalog.credentials) if tag.id != credential.id]
        with self.index.lock:
            listed, either = self.index.chooser.listed(now), self.columns.sets["either"]
            pairs = {tag: tuple(sorted((credential.id, tag.id))) for tag in others}
            jobs = {tag: len(listed & either[pair]) for tag, pair in pairs.items() if pair in either}
        return most(jobs)[:limit]

    def _holding(self, name: str, value: int, now: datetime) -> BitMap:
        return self.index.chooser.listed(now) & self.columns.holders(name, [value])

    def _counted(self, name: str, tags: Iterable[Tag], held: BitMap) -> Sequence[Count]:
        sets = self.columns.sets[name]
        return most({tag: len(held & sets[tag.id]) for tag in tags if tag.id in sets})

    def _newest(self, held: BitMap, limit: int) -> Openings:
        return self._openings(held, by_key(self.ranges, held, "newest", 1)[:limit])

    def _openings(self, held: BitMap, first: Sequence[int]) -> Openings:
        numbers = numbers_in(held)
        employers = len(np.unique(self.columns.keys["employer"][numbers]))
        ids = tuple(self.columns.ids_of(first).values())
        return Openings(len(numbers), ids, employers, self._pay(held))

    def _pay(self, held: BitMap) -> Pay | None:
        """In cents, as the columns keep it."""
        numbers = numbers_in(held)
        low, high = self.columns.keys["pay_from"][numbers], self.columns.keys["pay"][numbers]
        low, high = low[high > UNKNOWN], high[high > UNKNOWN]
        if len(high) < FEWEST_PAID:
            return None
        middle = Decimal(float(np.median(low + high))) / 200
        return pay_of(Decimal(int(low.min())) / 100, middle, Decimal(int(high.max())) / 100, len(high))


def shown(tags: Mapping[str, Tag]) -> list[Tag]:
    return [tag for tag in tags.values() if tag.shown]


def most(jobs: Mapping[Tag, int]) -> Sequence[Count]:
    """Those with a job, most jobs first, then by name."""
    found = [Count(tag.slug, tag.label, count) for tag, count in jobs.items() if count]
    return sorted(found, key=lambda one: (-one.jobs, one.name))
