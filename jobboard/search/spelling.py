"""What a search that found nothing may have meant: the nearest words the board knows."""

from difflib import get_close_matches

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.specialty import Specialty
from jobboard.search.reading import Reading

NEAR_ENOUGH = 0.78


def did_you_mean(session: Session, reading: Reading) -> str | None:
    """The typed words with each unknown one replaced by its nearest known one; None when nothing is near."""
    if not reading.terms:
        return None
    known = vocabulary(session)
    typed = reading.query.q.lower().split()
    meant = [word if word in known else nearest(word, known) for word in typed]
    return " ".join(meant) if meant != typed else None


def nearest(word: str, known: set[str]) -> str:
    if len(word) > 30:
        return word
    return next(iter(get_close_matches(word, known, n=1, cutoff=NEAR_ENOUGH)), word)


def vocabulary(session: Session) -> set[str]:
    texts = [text for row in session.execute(select(Specialty.name, Specialty.synonyms)) for text in row]
    texts += session.scalars(select(Credential.abbreviation))
    words = {word.strip(",;()") for text in texts for word in text.lower().split()}
    return {word for word in words if len(word) > 2} | {
        "coder",
        "coding",
        "auditor",
        "remote",
        "inpatient",
        "outpatient",
    }
