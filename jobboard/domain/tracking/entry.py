"""An entry of a list: one code, how often, on which day. Nothing else is kept, so nothing else can leak."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base, id_type, new_id
from jobboard.domain.codes.code import Code
from jobboard.domain.diary import Event
from jobboard.domain.errors import NotNow
from jobboard.domain.tracking.procedure_list import ProcedureList

if TYPE_CHECKING:
    from jobboard.domain.tracking.reading import Good

MOST_TIMES = 9999
MOST_ENTRIES = 20_000


class ProcedureEntry(Base):
    """`written` is the code with every modifier (`45378-26-59`), `modifier` the one that chooses its value (or "").

    `batch` and `line` say which sending it came with, so that a form sent twice is kept once.
    """

    __tablename__ = "procedure_entry"
    __table_args__ = (
        UniqueConstraint("list_id", "batch", "line"),
        Index("ix_procedure_entry_list_id_done_on", "list_id", "done_on"),
        CheckConstraint(f"times BETWEEN 1 AND {MOST_TIMES}", name="times_in_range"),
        CheckConstraint("modifier IN ('', '26', 'TC', '53')", name="modifier_that_has_a_value"),
    )

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    list_id: Mapped[str] = mapped_column(ForeignKey("procedure_list.id", ondelete="CASCADE"))
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    written: Mapped[str] = mapped_column(String(30))
    modifier: Mapped[str] = mapped_column(String(2), default="")
    done_on: Mapped[date]
    times: Mapped[int]
    batch: Mapped[str] = mapped_column(id_type())
    line: Mapped[int]

    procedure_list: Mapped[ProcedureList] = relationship(lazy="raise")
    code: Mapped[Code] = relationship(lazy="raise")

    @property
    def owner_id(self) -> str:
        return self.procedure_list.owner_id

    def edit(self, said: "Good", *, by: User, at: datetime) -> Event:
        self.code_id, self.written, self.modifier = said.code.id, said.written, said.modifier
        self.done_on, self.times = said.done_on, said.times
        return self.procedure_list.line("edit_entry", by=by, at=at)

    def remove(self, *, by: User, at: datetime) -> Event:
        """The line that tells of it; the caller deletes the row."""
        return self.procedure_list.line("remove_entry", by=by, at=at)


def add(
    procedure_list: ProcedureList, found: Iterable["Good"], *, batch: str, held: int, by: User, at: datetime
) -> tuple[list[ProcedureEntry], Event]:
    """New entries of a list and the line that tells how many. `held`: how many entries the person has. Raises NotNow."""
    entries = [
        ProcedureEntry(
            id=new_id(), list_id=procedure_list.id, code_id=one.code.id, written=one.written, modifier=one.modifier,
            done_on=one.done_on, times=one.times, batch=batch, line=line,
        )
        for line, one in enumerate(found, 1)
    ]  # fmt: skip
    if held + len(entries) > MOST_ENTRIES:
        left = max(0, MOST_ENTRIES - held)
        raise NotNow(f"You may keep {MOST_ENTRIES:,} entries, and there is room for {left:,} more.")
    return entries, procedure_list.line("add_entries", by=by, at=at, data={"entries": len(entries)})
