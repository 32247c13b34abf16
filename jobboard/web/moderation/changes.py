"""What a change to a live posting changes: field by field, as it is shown now and as it would be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from jobboard.domain.postings import pay
from jobboard.domain.postings.edition import Edition
from jobboard.web.jobs import phrases, sheet_rows

Words = Callable[[Edition], str]


@dataclass(frozen=True)
class Run:
    """A run of words of one text: "same", "gone" or "new"."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """`runs` is set for long text, where the words that changed are marked."""

    label: str
    before: str
    after: str
    runs: Sequence[Run] = ()


def several(name: str, said: Callable[[Any], str]) -> Words:
    return lambda edition: "; ".join(sorted(said(part) for part in getattr(edition, name)))


def plain(name: str) -> Words:
    return lambda edition: spoken(getattr(edition, name))


def spoken(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(value)
    return str(getattr(value, "label", value))


FIELDS: tuple[tuple[str, Words], ...] = (
    ("Title", plain("title")),
    ("Pay", lambda edition: pay.spoken(edition.pay_min, edition.pay_max, edition.pay_unit)),
    ("Bonus", plain("bonus")),
    ("Other compensation", plain("other_compensation")),
    ("Benefits", plain("benefits")),
    ("Where", lambda edition: sheet_rows.facts(edition)[0][1]),
    ("States", several("states", lambda tag: tag.state)),
    ("Why other states are out", plain("states_reason")),
    ("Places", several("places", lambda place: f"{place.city}, {place.state}")),
    ("How to apply", plain("apply_how")),
    ("Address to apply at", plain("apply_url")),
    ("Closing date", plain("closes_on")),
    ("Opening date", plain("opens_on")),
    ("Settings", lambda edition: phrases.settings((cell.side, cell.encounter) for cell in edition.settings)),
    ("Specialties", several("specialties", lambda tag: tag.specialty.name)),
    ("Code families", several("families", lambda tag: f"{tag.family.label} ({tag.need.label.lower()}, {tag.share or '–'}%)")),
    ("Duties", several("duties", lambda part: f"{part.duty.label} {part.percent}%")),
    ("Credentials", lambda edition: phrases.credentials(sheet_rows.groups(edition))),
    ("Experience", lambda edition: phrases.experience(edition.experience_months)),
    ("Apprentices", sheet_rows.apprentices),
    ("Employment type", several("types", lambda tag: tag.type.label)),
    ("Schedule", plain("schedule")),
    ("Hours a week", plain("hours_per_week")),
    ("Output", sheet_rows.output),
    ("Kind of encounter counted", plain("target_encounter")),
    ("Weeks to reach it", plain("ramp_weeks")),
    ("Audit", plain("audit_method")),
    ("Who audits", plain("auditor")),
    ("Tools", several("tools", lambda tool: f"{tool.name} ({tool.need.label.lower()})")),
    ("Hiring steps", lambda edition: "; ".join(f"{step.label} {sheet_rows.step_detail(step)}".strip() for step in edition.steps)),
    ("Questions", lambda edition: "; ".join(question.text for question in edition.questions)),
    ("Answer within days", plain("response_days")),
    ("AI in the workflow", plain("ai_use")),
    ("About the AI", plain("ai_note")),
    ("Openings", plain("seats")),
    ("Requisition", plain("requisition")),
)  # fmt: skip


def changes(before: Edition, after: Edition) -> list[Change]:
    """Every field that reads differently, what readers decide by first."""
    found = [Change(label, words(before), words(after)) for label, words in FIELDS]
    found.insert(
        1,
        Change(
            "Description", before.description, after.description, runs(before.description, after.description)
        ),
    )
    return [change for change in found if change.before != change.after]


def runs(before: str, after: str) -> list[Run]:
    """Both texts as one, word by word, with what went and what came."""
    old, new = before.split(" "), after.split(" ")
    pieces: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", " ".join(old[a:b])))
            continue
        pieces += [
            (word, text) for word, text in (("gone", " ".join(old[a:b])), ("new", " ".join(new[c:d]))) if text
        ]
    return [
        Run(kind, " ".join(text for _, text in group))
        for kind, group in groupby(pieces, key=lambda piece: piece[0])
    ]
