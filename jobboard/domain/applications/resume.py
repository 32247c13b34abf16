"""A resume as kept: who it belongs to and where its bytes lie. The file itself is the web's business."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.postings.terms import Term


class ResumeKind(Term):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word (DOCX)"


MEDIA_TYPES = {
    ResumeKind.PDF: "application/pdf",
    ResumeKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class Resume(Base):
    """`stored_name` is random and says nothing; `shown_name` is the cleaned name the coder gave it."""

    __tablename__ = "resume"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    coder_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    kind: Mapped[ResumeKind] = mapped_column(enum_type(ResumeKind))
    shown_name: Mapped[str] = mapped_column(String(120))
    stored_name: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    stored_at: Mapped[datetime] = mapped_column(UTCDateTime)

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.kind]
