"""Loads what we say of families in our own words. A rule that is restated is given with the public rule's name.

A note about a whole set (`hcc`) is written once in the file and stands with each of the set's sections.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from sqlalchemy import delete
from sqlalchemy.orm import Session

from jobboard.dataset import families
from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, ids_by
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.note import FamilyNote, NoteKind

FILES = ("family_notes.csv", "note_sources.csv")
NEEDED = FILES + families.FILES


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """Put the notes of the files in the place of all that were there. KeyError for a family or source nobody knows."""
    report = Report()
    session.execute(delete(FamilyNote))
    ids = ids_by(session, Family.slug, Family.id)
    report.replace(session, FamilyNote, _notes(report, ids), release_id, keep=True)
    return report


def _notes(report: Report, ids: dict[str, int]) -> Iterator[Row]:
    """Notes of one kind about one family keep the order of the file."""
    sources = {row["key"]: row for row in rows("note_sources.csv")}
    unsourced = {"name": "", "url": ""}
    counted: Counter[tuple[str, str]] = Counter()
    for row in report.reading(rows("family_notes.csv")):
        source = sources[row["source"]] if row["source"] else unsourced
        for slug in meant(row["family"]):
            place = counted[slug, row["kind"]]
            counted[slug, row["kind"]] += 1
            yield {
                "family_id": ids[slug],
                "kind": NoteKind(row["kind"]),
                "position": place,
                "text": row["text"],
                "source": source["name"],
                "source_url": source["url"],
            }


def meant(name: str) -> list[str]:
    """The families a row is about: the one it names, or the sections of the code set it names."""
    if name not in set(CodeSet):
        return [name]
    return [node.slug for node in families.nodes(CodeSet(name)) if node.parent is None]
