"""What is left of a code's page when the reader's meter has run out: its name, standing, families and open jobs."""

from dataclasses import replace
from typing import Any

from jobboard.domain.codes.note import NoteKind


def summary(page: dict[str, Any]) -> dict[str, Any]:
    """The frame without a sheet in it. Breadcrumbs are all that programs are told."""
    return page | {
        "folder": "closed",
        "sheet": replace(page["sheet"], value="", contents=[], questions=[], facts={}),
        "notes": [note for note in page["notes"] if note.kind is NoteKind.PLAIN],
        "specialties": None,
        "other_releases": [],
        "licensed": None,
        "markup": page["markup"][:1],
    }
