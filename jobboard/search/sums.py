"""What the listed jobs come to, for pages that tell of many at once: the index counts while it stands, the database otherwise."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings.terms import CredentialNeed
from jobboard.search import asked, overview
from jobboard.search import openings as open_jobs
from jobboard.search.openings import Openings
from jobboard.search.overview import Count, Figures

FEW = 5  # jobs that are named where all are counted


class Sums(Protocol):
    """Of what is listed at `now`. Whoever counts, the numbers are the same."""

    def figures(self, now: datetime) -> Figures:
        """True numbers of the whole board."""

    def specialties(self, now: datetime) -> Sequence[Count]:
        """Specialties with a job, most jobs first."""

    def hiring(self, now: datetime) -> Mapping[str, int]:
        """Slug of each employer with a job -> how many."""

    def oldest(self, now: datetime, start: int, count: int) -> Sequence[str]:
        """So many ids from that place on, the job first that was published first: an order to which new ones are added."""

    def covering(self, families: Sequence[Family], now: datetime, limit: int = FEW) -> Openings:
        """Jobs tagged with one of the families. For a code, pass its chain, narrowest first: the narrowest tag leads, then the
        larger share of the work, then the newest."""

    def within(self, family: Family, now: datetime, limit: int = FEW) -> Openings:
        """Jobs tagged with the family or one inside it; those that do most of it lead. The same jobs as `/jobs?family=`."""

    def of_specialty(self, specialty: Specialty, now: datetime, limit: int = FEW) -> Openings:
        """Jobs of a specialty, newest first."""

    def asking(
        self, credential: Credential, now: datetime, needs: Sequence[CredentialNeed] = (), limit: int = FEW
    ) -> Openings:
        """Jobs that name a credential, newest first: in one of the ways in `needs`, or in any when none is given."""

    def credentials_in(self, specialty: Specialty, now: datetime, limit: int) -> Sequence[Count]:
        """The credentials that the jobs of a specialty name, those most named first. Unconfirmed ones are not shown."""

    def specialties_asking(self, credential: Credential, now: datetime, limit: int) -> Sequence[Count]:
        """The specialties of the jobs that name a credential, most jobs first."""

    def taken_instead(self, credential: Credential, now: datetime, limit: int) -> Sequence[Count]:
        """The credentials that jobs take in place of this one: named beside it in a group of which any one will do."""


class SqlSums:
    """Asked of the database itself."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def figures(self, now: datetime) -> Figures:
        return overview.figures(self.session, now)

    def specialties(self, now: datetime) -> Sequence[Count]:
        return overview.specialties(self.session, now)

    def hiring(self, now: datetime) -> Mapping[str, int]:
        return overview.hiring(self.session, now)

    def oldest(self, now: datetime, start: int, count: int) -> Sequence[str]:
        return overview.oldest(self.session, now, start, count)

    def covering(self, families: Sequence[Family], now: datetime, limit: int = FEW) -> Openings:
        return open_jobs.openings(self.session, [family.id for family in families], now, limit)

    def within(self, family: Family, now: datetime, limit: int = FEW) -> Openings:
        return open_jobs.openings_within(self.session, family, now, limit)

    def of_specialty(self, specialty: Specialty, now: datetime, limit: int = FEW) -> Openings:
        return open_jobs.openings_in(self.session, specialty, now, limit)

    def asking(
        self, credential: Credential, now: datetime, needs: Sequence[CredentialNeed] = (), limit: int = FEW
    ) -> Openings:
        return open_jobs.openings_asking(self.session, credential, now, needs=needs, limit=limit)

    def credentials_in(self, specialty: Specialty, now: datetime, limit: int) -> Sequence[Count]:
        return asked.credentials_in(self.session, specialty, now, limit)

    def specialties_asking(self, credential: Credential, now: datetime, limit: int) -> Sequence[Count]:
        return asked.specialties_asking(self.session, credential, now, limit)

    def taken_instead(self, credential: Credential, now: datetime, limit: int) -> Sequence[Count]:
        return asked.taken_instead(self.session, credential, now, limit)
