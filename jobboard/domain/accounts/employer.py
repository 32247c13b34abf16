"""A company that hires: what readers see on its page, and the facts its badge is derived from."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.diary import Event

if TYPE_CHECKING:
    from jobboard.domain.accounts.member import Member
    from jobboard.domain.accounts.user import User


class EmployerKind(StrEnum):
    HEALTH_SYSTEM = "health_system"
    PHYSICIAN_GROUP = "physician_group"
    CODING_COMPANY = "coding_company"
    PAYER = "payer"
    AGENCY = "agency"
    OTHER = "other"

    @property
    def label(self) -> str:
        return EMPLOYER_KIND_LABELS[self]


EMPLOYER_KIND_LABELS = {
    EmployerKind.HEALTH_SYSTEM: "Hospital or health system",
    EmployerKind.PHYSICIAN_GROUP: "Physician group",
    EmployerKind.CODING_COMPANY: "Coding or billing company",
    EmployerKind.PAYER: "Health plan",
    EmployerKind.AGENCY: "Staffing agency",
    EmployerKind.OTHER: "Other",
}


PAGE = ("name", "kind", "website", "about", "city", "state", "timezone", "size")


class Employer(Base):
    """One company. `timezone` (an IANA name) decides when its closing dates end."""

    __tablename__ = "employer"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[EmployerKind] = mapped_column(enum_type(EmployerKind), default=EmployerKind.OTHER)
    website: Mapped[str | None] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[str | None] = mapped_column(ForeignKey("state.code"))
    timezone: Mapped[str] = mapped_column(String(40), default="America/New_York")
    size: Mapped[str] = mapped_column(String(40), default="")
    confirmed_mail_domain: Mapped[str | None] = mapped_column(String(120))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    version: Mapped[int] = mapped_column(default=1)

    members: Mapped[list["Member"]] = relationship(back_populates="employer", lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def website_domain(self) -> str | None:
        return domain_of(self.website)

    @property
    def is_verified(self) -> bool:
        """Derived, never stored: somebody with confirmed mail at the company's own web domain holds a seat."""
        return is_verified(self.website, self.confirmed_mail_domain)

    def edit(self, words: Mapping[str, Any], *, by: "User", at: datetime) -> Event:
        """Write what the company page says; the diary keeps which of it changed, old and new.

        Raises KeyError for a name that is not part of the page: the slug and the badge are nobody's to write.
        """
        old = {name: getattr(self, name) for name in words if name in PAGE}
        changed = {
            name: [str(old[name] or ""), str(value or "")]
            for name, value in words.items()
            if old[name] != value
        }
        for name, value in words.items():
            setattr(self, name, value)
        return self.note("edit", by=by, at=at, data=changed)

    def note(self, verb: str, *, by: "User", at: datetime, **words: object) -> Event:
        return Event(noun="employer", verb=verb, at=at, by_id=by.id, employer_id=self.id, **words)


@lru_cache(maxsize=4096)
def domain_of(website: str | None) -> str | None:
    """'https://www.acme.example/jobs' -> 'acme.example'."""
    host = urlsplit(website).hostname if website else None
    return host.removeprefix("www.") if host else None


def is_verified(website: str | None, confirmed_mail_domain: str | None) -> bool:
    """The badge from its two facts alone, for lists that are read without records."""
    domain, site = confirmed_mail_domain, domain_of(website)
    return bool(domain and site and (domain == site or domain.endswith("." + site)))
