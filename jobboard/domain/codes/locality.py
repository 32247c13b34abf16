"""Medicare's payment localities: the geographic indices that turn relative values into a place's dollars."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base


class Locality(Base):
    """One of the localities. Indices are thousandths; anesthesia factors are hundredths of a dollar a unit."""

    __tablename__ = "locality"
    __table_args__ = (UniqueConstraint("mac", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    mac: Mapped[str] = mapped_column(String(5))
    number: Mapped[str] = mapped_column(String(2))
    state_code: Mapped[str] = mapped_column(ForeignKey("state.code"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    work: Mapped[int]
    work_without_floor: Mapped[int]
    practice: Mapped[int]
    malpractice: Mapped[int]
    anesthesia: Mapped[int]
    anesthesia_qualifying: Mapped[int]
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), index=True)


class LocalityCounty(Base):
    """A county of a locality; `*` stands for every other county of the state."""

    __tablename__ = "locality_county"

    locality_id: Mapped[int] = mapped_column(ForeignKey("locality.id"), primary_key=True)
    state_code: Mapped[str] = mapped_column(ForeignKey("state.code"), primary_key=True)
    county: Mapped[str] = mapped_column(String(60), primary_key=True)
