"""Acme Health's own shelf: a posting at every point of its life, so that Mira's desk shows each of them at once."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from jobboard.seeds.compose import compose
from jobboard.seeds.employers.systems_east import SYSTEMS_EAST
from jobboard.seeds.lives import live
from jobboard.seeds.roles import ROLES
from jobboard.seeds.shapes import Line, PostingSeed

ACME = next(employer for employer in SYSTEMS_EAST if employer.slug == "acme-health")
LONG_TITLE = "Multi-Specialty Coder for Cardiology, Echo and Cath Lab Professional Fees, Central Ohio and Ohio Valley Clinics"

SHELF = (
    ("live", "cardiology", "Cardiology Coder, Professional Fee"),
    ("live", "inpatient-drg", "Inpatient Coder III"),
    ("live", "apprentice", "Apprentice Coder, Evaluation and Management"),
    ("live", "cardiology", LONG_TITLE),
    ("in_review", "denials", "Coding Denials Analyst"),
    ("needs_changes", "charge-capture", "Revenue Integrity Coder"),
    ("paused", "ed-facility", "ED Facility Coder"),
    ("closed", "orthopedics", "Orthopedic Surgery Coder"),
    ("expired", "em-auditor", "E/M Auditor"),
    ("draft", "educator", "Physician Coding Educator"),
)


def shelf(seed: int, now: datetime) -> list[PostingSeed]:
    """The written ones in the order above, then the draft nobody has typed into yet."""
    postings = []
    for number, (fate, role, title) in enumerate(SHELF):
        dice = Random(f"{seed}:acme:{number}")
        composed = compose(dice, f"acme-{number}", ACME, ROLES[role], title=title)
        postings.append(live(dice, here(composed, fate), fate, now, "mira", "olga"))
    created = now - timedelta(hours=3)
    diary = (Line("draft", created, "mira"),)
    empty = PostingSeed(
        key="acme-empty", employer_slug=ACME.slug, title="", by="mira", created_at=created, diary=diary
    )
    return [*postings, empty]


def here(posting: PostingSeed, fate: str) -> PostingSeed:
    """Acme takes applications on the board; what it closed, it filled from the board."""
    posting = replace(posting, apply_how="here", apply_url="", questions=ROLES[posting.role].questions)
    return replace(posting, close_reason="filled_here") if fate == "closed" else posting
