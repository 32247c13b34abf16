"""Loads the official books: headings and instructions of the diagnosis list, characters of the procedure tables."""

from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row
from jobboard.domain.codes.codeset import CodeSet, sort_key
from jobboard.domain.codes.tabular import DiagnosisHeading, DiagnosisNote, Instruction, ProcedureCharacter

TABULAR = ("icd10cm_headings.csv.gz", "icd10cm_notes.csv.gz")
CHARACTERS = ("icd10pcs_characters.csv.gz",)
SAMPLED = 3


def tabular(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """Headings and notes; in a sample those of the categories that the sample's codes are in."""
    report = Report()
    wanted = beginnings(only)
    headings, notes = (report.reading(of_sample(name, wanted)) for name in TABULAR)
    keyed = ({**row, "heading": sort_key(CodeSet.ICD10CM, row["heading"])} for row in headings)
    report.replace(session, DiagnosisHeading, keyed, release_id)
    report.replace(session, DiagnosisNote, numbered(notes), release_id)
    return report


def characters(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    found = report.reading(of_sample(*CHARACTERS, beginnings(only)))
    report.replace(
        session, ProcedureCharacter, (row | {"position": int(row["position"])} for row in found), release_id
    )
    return report


def beginnings(only: Collection[str] | None) -> frozenset[str] | None:
    return None if only is None else frozenset(code[:SAMPLED] for code in only)


def of_sample(name: str, wanted: frozenset[str] | None) -> Iterator[dict[str, str]]:
    """The rows of a file; in a sample those of its categories, and what holds for whole blocks and chapters."""
    for row in rows(name):
        place = next(iter(row.values()))
        if wanted is None or place[:SAMPLED] in wanted or "-" in place or len(place) < SAMPLED:
            yield row


def numbered(notes: Iterator[Row]) -> Iterator[Row]:
    """The notes of a place keep the order of the list."""
    place, position = "", 0
    for row in notes:
        position = position + 1 if row["place"] == place else 1
        place = row["place"]
        yield {**row, "position": position, "kind": Instruction(row["kind"])}
