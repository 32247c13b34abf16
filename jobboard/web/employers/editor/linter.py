"""What the margin says: what is still missing and which wordings need a second look, each a link to its box."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from jobboard.domain.postings.dates import start_of_day
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.requirements import problems
from jobboard.domain.postings.wording import flags_of
from jobboard.web.employers.editor.form import SECTIONS, Section

BOXES = {"families": "families-typed", "other_benefits": "other_benefits"}


@dataclass(frozen=True)
class Missing:
    term: str
    anchor: str
    sentence: str


@dataclass(frozen=True)
class Wording:
    anchor: str
    phrase: str
    reason: str


@dataclass(frozen=True)
class Step:
    """A section as the list of sections shows it."""

    label: str
    url: str
    state: str


@dataclass(frozen=True)
class Margin:
    missing: tuple[Missing, ...]
    wordings: tuple[Wording, ...]
    steps: tuple[Step, ...]

    @property
    def ready(self) -> int:
        return sum(step.state == "done" for step in self.steps)


def margin(posting: Posting, now: datetime, wrong: Collection[str] = ()) -> Margin:
    """The margin of what is saved; `wrong` are the boxes that could not be saved as typed."""
    found = problems(posting.edition, today=start_of_day(now, posting.employer.timezone))
    place = {
        term: number for number, term in enumerate(term for section in SECTIONS for term in section.terms)
    }
    missing = [Missing(term, anchor(term), sentence) for term, said in found.items() for sentence in said]
    return Margin(
        missing=tuple(sorted(missing, key=lambda one: place[one.term])),
        wordings=tuple(
            Wording(anchor(term), flag.phrase, flag.reason) for term, flag in flags_of(posting.edition)
        ),
        steps=tuple(Step(part.title, f"#{part.anchor}", state(part, found, wrong)) for part in SECTIONS),
    )


def state(section: Section, found: Collection[str], wrong: Collection[str]) -> str:
    if set(section.terms) & set(wrong):
        return "wrong"
    return "todo" if set(section.terms) & set(found) else "done"


def anchor(term: str) -> str:
    return BOXES.get(term, term)
