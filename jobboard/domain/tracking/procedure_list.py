"""A list of procedures: whose it is, what it is called, and where and for whom its numbers are told."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.diary import Event
from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.postings.terms import Term
from jobboard.domain.tracking.privacy import names_somebody

LONGEST_NAME = 80
MOST_LISTS = 50


class Site(Term):
    """Where the work is done decides which practice expense is paid."""

    FACILITY = "facility", "Facility (hospital, surgery center)"
    OFFICE = "office", "Non-facility (office)"


class Settings(NamedTuple):
    """What a person says about a list. `zip_code` may be empty: the national payment."""

    name: str
    zip_code: str
    site: Site
    specialty_id: int | None


class ProcedureList(Base):
    """`zip_code` (empty: the national payment), `site` and `specialty_id` are how the list's numbers open."""

    __tablename__ = "procedure_list"
    __table_args__ = (
        UniqueConstraint("owner_id", "name"),
        CheckConstraint("name <> ''", name="has_a_name"),
    )

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    zip_code: Mapped[str] = mapped_column(String(5), default="")
    site: Mapped[Site] = mapped_column(enum_type(Site), default=Site.FACILITY)
    specialty_id: Mapped[int | None] = mapped_column(ForeignKey("specialty.id"), index=True)
    begun_at: Mapped[datetime] = mapped_column(UTCDateTime)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    def edit(self, said: Settings, *, by: User, at: datetime) -> Event:
        """Name it anew and say how its numbers open. Raises Invalid when the name will not do."""
        self.name = sound_name(said.name)
        self.zip_code, self.site, self.specialty_id = said.zip_code, said.site, said.specialty_id
        return self.line("edit", by=by, at=at)

    def line(self, verb: str, *, by: User, at: datetime, **words: object) -> Event:
        """One line of the diary. It never names the list or a code: the diary is kept longer than a list."""
        return Event(noun="procedure_list", verb=verb, at=at, by_id=by.id, user_id=self.owner_id, **words)


def sound_name(name: str) -> str:
    """The name, fit to be kept. Raises Invalid when it is missing, too long, or seems to tell of a patient."""
    name = " ".join(name.split())
    if not name:
        raise Invalid({"name": ["Give the list a name, such as “Colorectal, November”."]})
    if len(name) > LONGEST_NAME:
        raise Invalid({"name": [f"Keep the name within {LONGEST_NAME} characters."]})
    if names_somebody(name):
        raise Invalid(
            {"name": ["This name looks like patient data. Name the work, a team or a month instead."]}
        )
    return name


def begin(said: Settings, *, by: User, at: datetime, held: int) -> tuple[ProcedureList, Event]:
    """A new, empty list and its first line. `held`: how many lists the person has. Raises NotNow or Invalid."""
    if held >= MOST_LISTS:
        raise NotNow(f"You keep {MOST_LISTS} lists, which is the most. Delete one that you no longer need.")
    begun = ProcedureList(id=new_id(), owner_id=by.id, begun_at=at, version=1)
    begun.edit(said, by=by, at=at)
    return begun, begun.line("begin", by=by, at=at)
