"""The notes that hold for a family: its own, and those of the families above it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from jobboard.domain.codes.family import Family
from jobboard.domain.codes.note import FamilyNote, NoteKind

# What a family is, is said once, by the nearest that says it; the rules of all families above hold as well.
SAID_ONCE = frozenset({NoteKind.PLAIN, NoteKind.CONTEXT})
READ_IN = tuple(NoteKind)


def notes_for(session: Session, family: Family) -> list[FamilyNote]:
    """The notes by kind, and within a kind the family's own before inherited ones; each carries its `family`. One query.

    Plain words and context come from the nearest family that has them, rules from all the way up.
    """
    wanted = select(FamilyNote).join(FamilyNote.family).where(FamilyNote.family_id.in_(family.ancestor_ids))
    order = (Family.depth.desc(), FamilyNote.position)
    found = session.scalars(wanted.options(contains_eager(FamilyNote.family)).order_by(*order)).all()
    return [note for kind in READ_IN for note in _of_kind(kind, found)]


def _of_kind(kind: NoteKind, found: Sequence[FamilyNote]) -> list[FamilyNote]:
    """Those of one kind out of all, which come nearest first."""
    mine = [note for note in found if note.kind is kind]
    if kind in SAID_ONCE:
        return [note for note in mine if note.family_id == mine[0].family_id]
    return mine
