"""Medicare's relative values for a code. Whole hundredths are stored, so that every figure stays exact to the digit."""

from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base


def in_units(hundredths: int) -> Decimal:
    """1632 -> Decimal('16.32')."""
    return Decimal(hundredths).scaleb(-2)


class Fee(Base):
    """One row of the Physician Fee Schedule. Values are hundredths (of an RVU, or of a share of the package);
    `conversion_factor` is ten-thousandths of a dollar. `modifier` is empty, 26, TC or 53."""

    __tablename__ = "fee"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True)
    modifier: Mapped[str] = mapped_column(String(2), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), primary_key=True, index=True)
    status: Mapped[str] = mapped_column(String(1))
    work: Mapped[int]
    pe_office: Mapped[int]
    pe_facility: Mapped[int]
    malpractice: Mapped[int]
    total_office: Mapped[int]
    total_facility: Mapped[int]
    office_not_applicable: Mapped[bool]
    facility_not_applicable: Mapped[bool]
    conversion_factor: Mapped[int]
    global_days: Mapped[str] = mapped_column(String(3))
    pre_op: Mapped[int]
    intra_op: Mapped[int]
    post_op: Mapped[int]
    pctc: Mapped[str] = mapped_column(String(1))
    multiple_procedures: Mapped[str] = mapped_column(String(1))
    bilateral: Mapped[str] = mapped_column(String(1))
    assistant: Mapped[str] = mapped_column(String(1))
    co_surgeons: Mapped[str] = mapped_column(String(1))
    team: Mapped[str] = mapped_column(String(1))
    endoscopic_base: Mapped[str] = mapped_column(String(5))
    supervision: Mapped[str] = mapped_column(String(2))
    imaging_family: Mapped[str] = mapped_column(String(2))

    @property
    def dollars_facility(self) -> Decimal:
        return self._dollars(self.total_facility)

    @property
    def dollars_office(self) -> Decimal:
        return self._dollars(self.total_office)

    def _dollars(self, total: int) -> Decimal:
        """The national payment: total RVU times the conversion factor, to the cent."""
        return (in_units(total) * Decimal(self.conversion_factor).scaleb(-4)).quantize(
            Decimal("0.01"), ROUND_HALF_UP
        )
