"""What a query means on this board: which of its words is a code, which names are known, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import Found, resolve
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.finding import spot_called
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
class Term:
    """One thing to look for. `ways` are the ways of saying it, each a text of one or more words, what was typed first;
    of an `exact` one nothing but those very words counts, and a `minus` may not stand there."""

    ways: tuple[str, ...]
    exact: bool = False
    minus: bool = False


@dataclass(frozen=True)
class AskedCode:
    """A code or a range of codes (then `found` is None) as it is `said` in addresses, its count left out.

    `families` are those that cover it, narrowest first; of a range those that hold all of it, then those that hold a
    part, larger ones first, and `parts` says which (family id -> `44300-44320`). `weight` is how often it was said to be
    done. `specialties` are those that code it, by id, who does most of it first: only when it is the only code asked.
    """

    said: str
    families: tuple[Family, ...]
    found: Found | None = None
    weight: int = 1
    parts: Mapping[int, str] = field(default_factory=dict)
    specialties: Mapping[int, str] = field(default_factory=dict)


class Point(NamedTuple):
    """Somewhere: degrees north and east (WGS 84), and its name."""

    lat: float
    lon: float
    name: str


@dataclass(frozen=True)
class Reading:
    """`query` holds what was understood: choices in their parameters, in `q` the codes and words that are left, and no name
    that nobody knows. `labels` are by (parameter, value). `rest` is `q` without its codes; `terms` is what is looked for of it.
    `near` is where the query's place is. `typed` is set when something else is looked for than was typed."""

    query: Query
    codes: tuple[AskedCode, ...] = ()
    rest: str = ""
    terms: tuple[Term, ...] = ()
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()
    near: Point | None = None
    typed: str | None = None

    @property
    def code(self) -> Found | None:
        """The code, when just one was asked for."""
        return self.codes[0].found if len(self.codes) == 1 else None


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
    query = with_states(session, query, labels, messages)
    query, near = with_place(session, query, messages)
    code, rest = find_code(session, query.q, on)
    codes = (AskedCode(code.code, code.chain, code),) if code else ()
    query = replace(query, q=" ".join(filter(None, (*(one.said for one in codes), rest))))
    terms = tuple(Term((word,)) for word in telling(rest))
    return Reading(query, codes, rest, terms, labels, tuple(messages), near)


def with_states(
    session: Session, query: Query, labels: dict[tuple[str, str], str], messages: list[str]
) -> Query:
    """The query with only the states there are."""
    asked = {query.from_state, *query.state} - {""}
    if not asked:
        return query
    known = {
        code: name
        for code, name in session.execute(select(State.code, State.name).where(State.code.in_(asked)))
    }
    if len(known) < len(asked):
        messages.append("That is not the code of a US state; it is left out.")
    labels |= {("from_state", code): name for code, name in known.items() if code == query.from_state}
    labels |= {("state", code): name for code, name in known.items() if code in query.state}
    from_state = query.from_state if query.from_state in known else ""
    return replace(query, from_state=from_state, state=tuple(code for code in query.state if code in known))


def with_place(session: Session, query: Query, messages: list[str]) -> tuple[Query, Point | None]:
    """The query and where its place is; a place that nobody knows is left out."""
    spot = spot_called(session, query.near) if query.near else None
    if query.near and spot is None:
        messages.append(
            "That place is not known here: give a ZIP code, or a city and state such as Houston, TX."
        )
        return replace(query, near=""), None
    return query, Point(*spot) if spot else None


def find_code(session: Session, text: str, on: date) -> tuple[Found | None, str]:
    """The first code of the text, and the text without it. A code may carry modifiers or a set's name."""
    if looks_like_code(text) and (found := resolve(session, text, on)):
        return found, ""
    words = text.split()
    for word in words[:MOST_WORDS]:
        if looks_like_code(word) and (found := resolve(session, word.strip("\"'(),;"), on)):
            return found, " ".join(other for other in words if other != word)
    return None, text


def looks_like_code(text: str) -> bool:
    return len(text) <= LONGEST_CODE and any(char.isdigit() for char in text)


def telling(text: str) -> tuple[str, ...]:
    """Lower-case words that tell something, singular, at most eight."""
    words = [word.strip("\"'“”(),;:.!?") for word in text.lower().split()]
    told = [STEMS.get(word, singular(word)) for word in words if word and word not in SMALL]
    return tuple(dict.fromkeys(told))[:MOST_WORDS]


def singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
