"""What a query means on this board: which of its words is a code, which names are known, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import Found, resolve
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.place import State
from jobboard.search.query import Query

MOST_WORDS = 8
LONGEST_CODE = 24
# Words that tell nothing here: every job on the board is a job for a medical coder.
SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "coder",
        "coders",
        "coding",
        "for",
        "in",
        "job",
        "jobs",
        "medical",
        "of",
        "or",
        "position",
        "positions",
        "the",
        "with",
        "work",
    ]
)
STEMS = {"audits": "audit", "auditing": "audit", "auditor": "audit", "auditors": "audit"}

NAMED: dict[str, Select[str, str]] = {
    "specialty": select(Specialty.slug, Specialty.name),
    "family": select(Family.slug, Family.label),
    "credential": select(Credential.slug, Credential.abbreviation),
    "employer": select(Employer.slug, Employer.name),
}


KINDS = {
    "specialty": "specialty",
    "family": "code family",
    "credential": "credential",
    "employer": "employer",
}


@dataclass(frozen=True)
class Reading:
    """`query` without names nobody knows; `labels` by (parameter, value); `code` when one was typed
    (as `typed_code`); `rest` is the other text and `words` what is looked for of it."""

    query: Query
    code: Found | None = None
    typed_code: str = ""
    rest: str = ""
    words: tuple[str, ...] = ()
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()


def understand(session: Session, query: Query, on: date) -> Reading:
    """Look up the names and the code of a query: one statement for each kind of name that was asked."""
    labels: dict[tuple[str, str], str] = {}
    messages: list[str] = []
    for name, found in NAMED.items():
        asked: tuple[str, ...] = getattr(query, name)
        if not asked:
            continue
        known = {
            slug: label for slug, label in session.execute(found.where(found.selected_columns[0].in_(asked)))
        }
        labels |= {(name, slug): label for slug, label in known.items()}
        if len(known) < len(asked):
            messages.append(f"One {KINDS[name]} in this address is unknown here and is left out.")
            query = query.but(page=query.page, **{name: tuple(slug for slug in asked if slug in known)})
    query = with_state(session, query, labels, messages)
    code, typed, rest = find_code(session, query.q, on)
    return Reading(query, code, typed, rest, telling(rest), labels, tuple(messages))


def with_state(
    session: Session, query: Query, labels: dict[tuple[str, str], str], messages: list[str]
) -> Query:
    if not query.from_state:
        return query
    name = session.scalar(select(State.name).where(State.code == query.from_state))
    if name is None:
        messages.append("That is not the code of a US state; it is left out.")
        return replace(query, from_state="")
    labels["from_state", query.from_state] = name
    return query


def find_code(session: Session, text: str, on: date) -> tuple[Found | None, str, str]:
    """The first code of the text, how it was typed, and the text without it. A code may carry modifiers or a set's name."""
    if looks_like_code(text) and (found := resolve(session, text, on)):
        return found, text, ""
    words = text.split()
    for word in words[:MOST_WORDS]:
        if looks_like_code(word) and (found := resolve(session, word.strip("\"'(),;"), on)):
            return found, word, " ".join(other for other in words if other != word)
    return None, "", text


def looks_like_code(text: str) -> bool:
    return len(text) <= LONGEST_CODE and any(char.isdigit() for char in text)


def telling(text: str) -> tuple[str, ...]:
    """Lower-case words that tell something, singular, at most eight."""
    words = [word.strip("\"'“”(),;:.!?") for word in text.lower().split()]
    told = [STEMS.get(word, singular(word)) for word in words if word and word not in SMALL]
    return tuple(dict.fromkeys(told))[:MOST_WORDS]


def singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
