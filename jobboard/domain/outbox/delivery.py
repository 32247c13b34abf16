"""A letter that is gone: so that a second try sends only what the first one did not."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, UTCDateTime, id_type


class Delivery(Base):
    """One letter of one event. `refused` holds the answer of a mail server that will never take it."""

    __tablename__ = "delivery"

    letter_id: Mapped[str] = mapped_column(id_type(), primary_key=True)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"), index=True)
    at: Mapped[datetime] = mapped_column(UTCDateTime)
    refused: Mapped[str | None] = mapped_column(String(300))
