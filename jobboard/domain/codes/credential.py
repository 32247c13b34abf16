"""Certifications of coders and the bodies that own them. The names are trademarks of their owners."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, enum_type
from jobboard.domain.diary import Event
from jobboard.domain.errors import NotNow

ACTS = {"confirm": True, "withdraw": False}
STATES = {True: "confirmed", False: "unconfirmed"}


class Level(StrEnum):
    APPRENTICE = "apprentice"
    ENTRY = "entry"
    CORE = "core"
    SPECIALTY = "specialty"


class CredentialBody(Base):
    __tablename__ = "credential_body"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    abbreviation: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(120))


class Credential(Base):
    """A certification. `confirmed` says that it was seen in a public list of its owner's, not only known by hearsay.

    `basis` is where our list has it from; `decided` is what an admin said about it (None: nothing yet), and outweighs
    the list.
    """

    __tablename__ = "credential"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    slug: Mapped[str] = mapped_column(String(20), unique=True)
    abbreviation: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(120))
    body_id: Mapped[int] = mapped_column(ForeignKey("credential_body.id"), index=True)
    area: Mapped[str] = mapped_column(String(60))
    scope: Mapped[str] = mapped_column(String(120))
    level: Mapped[Level] = mapped_column(enum_type(Level))
    basis: Mapped[str] = mapped_column(String(120), default="")
    decided: Mapped[bool | None]
    confirmed: Mapped[bool]
    retired: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int]

    body: Mapped[CredentialBody] = relationship(lazy="joined")

    def allows(self, act: str) -> bool:
        return act in ACTS and self.confirmed is not ACTS[act]

    def confirm(self, *, by: User, at: datetime) -> Event:
        """An admin has seen it at its owner's: it is offered and has a page. Raises NotNow when it is so already."""
        return self._decide("confirm", by, at)

    def withdraw(self, *, by: User, at: datetime) -> Event:
        """An admin doubts it: it is not shown, whatever our list says. Raises NotNow when it is so already."""
        return self._decide("withdraw", by, at)

    def _decide(self, act: str, by: User, at: datetime) -> Event:
        if not self.allows(act):
            raise NotNow(f"{self.abbreviation} is {STATES[ACTS[act]]} already.")
        old, self.decided = STATES[self.confirmed], ACTS[act]
        self.confirmed = ACTS[act]
        return Event(
            noun="credential",
            verb=act,
            at=at,
            by_id=by.id,
            old=old,
            new=STATES[self.confirmed],
            data={"credential": self.slug},
        )
