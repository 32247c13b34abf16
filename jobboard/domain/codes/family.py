"""Code families: named ranges of one code set, in a tree. They are the expertise tags of the board."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.base import Base, enum_type
from jobboard.domain.codes.codeset import CodeSet


class Family(Base):
    """A node of the tree. `path` lists the ids from the section down to the family itself: `/3/17/42/`."""

    __tablename__ = "code_family"
    __table_args__ = (Index("ix_code_family_code_set_position", "code_set", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    code_set: Mapped[CodeSet] = mapped_column(enum_type(CodeSet))
    label: Mapped[str] = mapped_column(String(300))
    span: Mapped[str] = mapped_column(String(300))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("code_family.id"), index=True)
    depth: Mapped[int]
    path: Mapped[str] = mapped_column(String(120), index=True)
    position: Mapped[int]
    leaf: Mapped[bool]
    retired: Mapped[bool] = mapped_column(default=False)
    synonyms: Mapped[str] = mapped_column(Text, default="")
    search_text: Mapped[str] = mapped_column(Text, default="")

    ranges: Mapped[list["FamilyRange"]] = relationship(lazy="raise", order_by="FamilyRange.lo")

    @property
    def set_label(self) -> str:
        return self.code_set.label

    @property
    def ancestor_ids(self) -> tuple[int, ...]:
        """Ids from the family itself up to its section."""
        return tuple(int(part) for part in reversed(self.path.strip("/").split("/")))

    def contains(self, other: "Family") -> bool:
        return other.path.startswith(self.path)


class FamilyRange(Base):
    """One run of codes of a family, both ends included, as sort keys."""

    __tablename__ = "code_family_range"
    __table_args__ = (
        Index("ix_code_family_range_code_set_lo", "code_set", "lo"),
        CheckConstraint("lo <= hi", name="lo_before_hi"),
    )

    family_id: Mapped[int] = mapped_column(ForeignKey("code_family.id"), primary_key=True)
    lo: Mapped[str] = mapped_column(String(10), primary_key=True)
    hi: Mapped[str] = mapped_column(String(10))
    code_set: Mapped[CodeSet] = mapped_column(enum_type(CodeSet))
