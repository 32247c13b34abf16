"""What a new release of the codes made of a posting: deleted codes in its text, families that hold no codes any more."""

from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.domain.postings.outdated import Ended, empty_families, ended_codes
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status
from jobboard.web.ui import day


def outdated(session: Session, posting: Posting, now: datetime) -> list[str]:
    """Sentences for the people who answer for the posting; none for one that is over."""
    edition = posting.edition
    if posting.status in (Status.CLOSED, Status.REMOVED):
        return []
    codes = [code_sentence(one) for one in ended_codes(session, edition, now.date())]
    families = [family_sentence(family.label) for family in empty_families(session, edition)]
    return codes + families


def code_sentence(ended: Ended) -> str:
    gone = (
        f"{ended.code} was deleted; its last valid day was {day(ended.last_day)}." if ended.last_day else ""
    )
    return f"{gone or f'{ended.code} was deleted.'} The text still names it: name what takes its place."


def family_sentence(label: str) -> str:
    return f"The code family {label} holds no codes in use any more: tag the posting with another."
