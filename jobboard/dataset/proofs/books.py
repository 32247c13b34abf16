"""The official books: headings and instructions of the diagnosis list, characters of the procedure tables."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.proofs.proof import Proof, Statement
from jobboard.domain.codes.tabular import DiagnosisHeading, DiagnosisNote, ProcedureCharacter


def headings_stated() -> Iterator[Statement]:
    for row in rows("icd10cm_headings.csv.gz"):
        yield (row["heading"].replace(".", ""),), (row["title"],)


def headings_stored(session: Session, release_id: int) -> Iterator[Statement]:
    wanted = select(DiagnosisHeading.heading, DiagnosisHeading.title)
    found = session.execute(wanted.where(DiagnosisHeading.release_id == release_id))
    return (((heading,), (title,)) for heading, title in found)


def notes_stated() -> Iterator[Statement]:
    """The notes of a place are counted from 1 in the order of the list."""
    counts: dict[str, int] = {}
    for row in rows("icd10cm_notes.csv.gz"):
        counts[row["place"]] = counts.get(row["place"], 0) + 1
        yield (row["place"], str(counts[row["place"]])), (row["kind"], row["text"])


def notes_stored(session: Session, release_id: int) -> Iterator[Statement]:
    wanted = select(DiagnosisNote.place, DiagnosisNote.position, DiagnosisNote.kind, DiagnosisNote.text)
    for place, position, kind, text in session.execute(wanted.where(DiagnosisNote.release_id == release_id)):
        yield (place, str(position)), (kind.value, text)


def characters_stated() -> Iterator[Statement]:
    for row in rows("icd10pcs_characters.csv.gz"):
        yield (row["head"], row["position"], row["value"], row["beside"]), (row["meaning"],)


def characters_stored(session: Session, release_id: int) -> Iterator[Statement]:
    key = (ProcedureCharacter.head, ProcedureCharacter.position, ProcedureCharacter.value)
    wanted = select(*key, ProcedureCharacter.beside, ProcedureCharacter.meaning)
    found = session.execute(wanted.where(ProcedureCharacter.release_id == release_id))
    for head, position, value, beside, meaning in found:
        yield (head, str(position), value, beside), (meaning,)


PROOFS = (
    Proof("tabular", "Headings of the diagnosis list", ("title",), headings_stated, headings_stored),
    Proof("tabular", "Notes of the diagnosis list", ("kind", "text"), notes_stated, notes_stored),
    Proof("characters", "Procedure characters", ("meaning",), characters_stated, characters_stored),
)
