"""What Medicare pays a practitioner for a service: relative values, a place's indices, and the conversion factor."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.locality import Locality
from jobboard.domain.codes.releases import current
from jobboard.domain.places.place import Zip

CENT = Decimal("0.01")


class Payment(NamedTuple):
    """Dollars to the cent where the practitioner bears the costs (`office`) and where a facility does (`facility`).

    None where Medicare has no rate for that setting.
    """

    office: Decimal | None
    facility: Decimal | None


def fees_of(session: Session, code: Code) -> list[Fee]:
    """The rows of the current fee schedule for a code: the whole service first, then 26, TC and 53."""
    release = current(session, "fees")
    if release is None:
        return []
    mine = select(Fee).where(Fee.code_id == code.id, Fee.release_id == release.id)
    return list(session.scalars(mine.order_by(Fee.modifier)))


def national(fee: Fee) -> Payment:
    """The payment before any place's indices: total relative value units times the conversion factor."""
    return Payment(
        _if_paid(fee.dollars_office, fee.office_not_applicable),
        _if_paid(fee.dollars_facility, fee.facility_not_applicable),
    )


def at(fee: Fee, place: Locality) -> Payment:
    """The payment in a locality: each part times its own index, the sum times the conversion factor, to the cent."""
    return Payment(
        _if_paid(_dollars(fee, fee.pe_office, place), fee.office_not_applicable),
        _if_paid(_dollars(fee, fee.pe_facility, place), fee.facility_not_applicable),
    )


def _dollars(fee: Fee, practice: int, place: Locality) -> Decimal:
    adjusted = fee.work * place.work + practice * place.practice + fee.malpractice * place.malpractice
    dollars = Decimal(adjusted).scaleb(-5) * Decimal(fee.conversion_factor).scaleb(-4)
    return dollars.quantize(CENT, ROUND_HALF_UP)


def _if_paid(dollars: Decimal, not_applicable: bool) -> Decimal | None:
    return None if not_applicable else dollars


def localities(session: Session) -> list[Locality]:
    """Every locality, by state and name."""
    return list(session.scalars(select(Locality).order_by(Locality.state_code, Locality.name)))


def locality_at(session: Session, zip_code: str) -> Locality | None:
    """The locality of a five-digit ZIP code; None for an unknown ZIP and for places outside every locality."""
    place = session.get(Zip, zip_code)
    if place is None:
        return None
    return session.scalar(
        select(Locality).where(Locality.mac == place.mac, Locality.number == place.locality)
    )


def locality_numbered(session: Session, mac: str, number: str) -> Locality | None:
    """The locality of a contractor, by the numbers Medicare gives both: `06102`, `16`."""
    return session.scalar(select(Locality).where(Locality.mac == mac, Locality.number == number))


def indices(place: Locality) -> tuple[Decimal, Decimal, Decimal]:
    """The place's indices for work, practice expense and malpractice, as Medicare prints them: 1.012."""
    work, practice, malpractice = (
        Decimal(it).scaleb(-3) for it in (place.work, place.practice, place.malpractice)
    )
    return work, practice, malpractice
