"""The jobs of a letter, read from the board as it is when the letter is composed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.mail.job_lines import JobLine
from jobboard.mail.links import site_link
from jobboard.mail.paragraphs import line
from jobboard.search.cards import Card, cards
from jobboard.web.jobs import listing, phrases
from jobboard.web.jobs.addresses import slug_of


def job_lines(session: Session, found: Sequence[tuple[str, str]], now: datetime) -> list[JobLine]:
    """(posting id, reason) -> those that are listed at `now`, in that order."""
    why = dict(found)
    return [told(card, why[card.id]) for card in cards(session, list(why), now)]


def told(card: Card, why: str) -> JobLine:
    pay = f"{phrases.figures(card.pay_min, card.pay_max)} {card.pay_unit.label}"
    facts = " · ".join(line(part) for part in (card.employer_name, pay, listing.where(card)))
    url = site_link("jobs.posting", id=card.id, slug=slug_of(card.title))
    return JobLine(line(card.title), facts, line(why), url)
