"""What every peer is given: the answer of the search, the frame of the page, and the words of a card."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jobboard.search.cards import Card
from jobboard.web.jobs import listing, phrases
from jobboard.web.jobs.addresses import slug_of

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Answer:
    """One search, answered: the ids of its page, its filters with their counts, what stands around both."""

    ids: list[str]
    facets: list[dict[str, Any]]
    before: str
    between: str
    after: str

    @classmethod
    def read(cls, file: Path) -> "Answer":
        return cls(**json.loads(file.read_text()))


def said(card: Card) -> dict[str, Any]:
    """A card in words, by the functions our own page uses, so that no peer is slower for its wording."""
    zone = ZoneInfo(card.timezone)
    first, confirmed = (at.astimezone(zone).date() for at in (card.first_published_at, card.confirmed_at))
    return {
        "url": f"/jobs/{card.id}/{slug_of(card.title)}",
        "title": card.title,
        "employer_name": card.employer_name,
        "employer_url": f"/employers/{card.employer_slug}",
        "verified": card.employer_verified,
        "pay_text": phrases.figures(card.pay_min, card.pay_max),
        "pay_unit": card.pay_unit.label,
        "pay_note": phrases.pay_note(card.pay_min, card.pay_max, card.pay_unit),
        "facts": listing.facts(card),
        "first": (first.isoformat(), f"{first:%b %-d, %Y}"),
        "confirmed": (confirmed.isoformat(), f"{confirmed:%b %-d, %Y}") if confirmed != first else None,
    }
