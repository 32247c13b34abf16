"""An edition as the boxes of the editor show it: field name -> what stands in it."""

from itertools import groupby
from typing import Any

from jobboard.domain.postings.edition import SCALARS, Edition
from jobboard.domain.postings.parts import CredentialTag
from jobboard.web.employers.editor.desk import cell
from jobboard.web.employers.editor.pay import parted


def boxes(edition: Edition) -> dict[str, Any]:
    benefits, other_benefits = parted(edition.benefits or [])
    return {name: getattr(edition, name) for name in SCALARS} | {
        "version": str(edition.version),
        "benefits": benefits,
        "other_benefits": other_benefits,
        "settings": [cell(part.side, part.encounter) for part in edition.settings],
        "specialties": [tag.specialty.slug for tag in edition.specialties],
        "families": [
            {"slug": tag.family.slug, "need": tag.need, "share": tag.share}
            for tag in sorted(edition.families, key=lambda tag: (-(tag.share or 0), tag.family.position))
        ],
        "duties": {part.duty.value: part.percent for part in edition.duties},
        "credentials": [group_box(list(group)) for group in grouped(edition)],
        "places": [{"city": place.city, "state": place.state} for place in edition.places],
        "states": [tag.state for tag in edition.states],
        "types": [tag.type for tag in edition.types],
        "tools": [{"name": tool.name, "kind": tool.kind, "need": tool.need} for tool in edition.tools],
        "steps": [
            {
                "label": step.label,
                "minutes": step.minutes,
                "pass_mark": step.pass_mark,
                "open_book": bool(step.open_book),
                "paid": bool(step.paid),
            }
            for step in edition.steps
        ],
        "questions": [{"text": question.text, "kind": question.kind} for question in edition.questions],
    }


def grouped(edition: Edition) -> list[list[CredentialTag]]:
    ordered = sorted(edition.credentials, key=lambda tag: (tag.group_no, tag.credential.position))
    return [list(group) for _, group in groupby(ordered, key=lambda tag: tag.group_no)]


def group_box(group: list[CredentialTag]) -> dict[str, Any]:
    first = group[0]
    names = " or ".join(tag.credential.abbreviation for tag in group)
    return {"names": names, "need": first.need, "within_months": first.within_months}
