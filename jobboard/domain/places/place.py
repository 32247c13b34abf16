"""States, cities and ZIP codes of the United States: where the work is done and from where it may be done."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.base import Base


class State(Base):
    """A state, the District of Columbia, a territory or a military region. `region` is empty for the last."""

    __tablename__ = "state"

    code: Mapped[str] = mapped_column(String(2), primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    region: Mapped[str] = mapped_column(String(30))
    division: Mapped[str] = mapped_column(String(40))
    lat: Mapped[float | None]
    lon: Mapped[float | None]

    @property
    def is_a_state(self) -> bool:
        """One of the fifty states or the District of Columbia."""
        return self.region not in ("", "Territories")


class City(Base):
    """A city as the mail knows it. `search_name` is lower case, for typing ahead."""

    __tablename__ = "city"
    __table_args__ = (
        Index("ix_city_search_name_population", "search_name", "population"),
        Index("ix_city_state_code_search_name", "state_code", "search_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(60))
    search_name: Mapped[str] = mapped_column(String(60))
    state_code: Mapped[str] = mapped_column(ForeignKey("state.code"))
    county: Mapped[str] = mapped_column(String(60))
    lat: Mapped[float]
    lon: Mapped[float]
    population: Mapped[int]
    timezone: Mapped[str] = mapped_column(String(40))

    state: Mapped[State] = relationship(lazy="raise")


class Zip(Base):
    """A ZIP code with its point, time zone and Medicare locality."""

    __tablename__ = "zip"

    zip: Mapped[str] = mapped_column(String(5), primary_key=True)
    city: Mapped[str] = mapped_column(String(60))
    state_code: Mapped[str] = mapped_column(ForeignKey("state.code"), index=True)
    county: Mapped[str] = mapped_column(String(60))
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    timezone: Mapped[str] = mapped_column(String(40))
    population: Mapped[int]
    mac: Mapped[str] = mapped_column(String(5))
    locality: Mapped[str] = mapped_column(String(2))
