"""CPT wording that an operator with a licence of the AMA's brings along. The program itself has none."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base


class LicensedDescriptor(Base):
    """The AMA's wording of one code, in the operator's words of which release. Gone once the setting is gone."""

    __tablename__ = "licensed_descriptor"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    release: Mapped[str] = mapped_column(String(120), default="")
