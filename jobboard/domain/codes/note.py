"""What we say of a family of codes in our own words: what it is, and the rules for documenting and billing it."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.base import Base, enum_type
from jobboard.domain.codes.family import Family


class NoteKind(StrEnum):
    """In the order they are read. Documentation and billing notes restate a public rule and name it."""

    PLAIN = "plain"
    CONTEXT = "context"
    DOCUMENTATION = "documentation"
    BILLING = "billing"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    NoteKind.PLAIN: "In plain language",
    NoteKind.CONTEXT: "Clinical context",
    NoteKind.DOCUMENTATION: "Documentation",
    NoteKind.BILLING: "Billing",
}


class FamilyNote(Base):
    """One note about a family; it holds for the families below it too. `source` names the public rule it restates."""

    __tablename__ = "family_note"
    __table_args__ = (
        CheckConstraint("kind IN ('plain', 'context') OR source <> ''", name="rules_name_their_source"),
    )

    family_id: Mapped[int] = mapped_column(ForeignKey("code_family.id"), primary_key=True)
    kind: Mapped[NoteKind] = mapped_column(enum_type(NoteKind), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(200), default="")
    source_url: Mapped[str] = mapped_column(String(300), default="")
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), index=True)

    family: Mapped[Family] = relationship(lazy="raise")
