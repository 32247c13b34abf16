"""What a query means on this board: its codes, its choices, the words to look for, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from jobboard.domain.codes.finding import Found
from jobboard.search.query import Query
from jobboard.search.sayings import sayings_of
from jobboard.search.understanding.asking import Asked, Reader
from jobboard.search.understanding.kept_out import states_kept_out
from jobboard.search.understanding.known_codes import in_full
from jobboard.search.understanding.meant import AskedCode, Point, Term
from jobboard.search.understanding.names import named
from jobboard.search.understanding.pay_in import comparable
from jobboard.search.understanding.pieces import written
from jobboard.search.understanding.terms import MOST_PHRASES, MOST_TERMS, bounded_terms, terms_of

NO_AMOUNTS = "Pay is searched from an amount an hour or a year upwards; other amounts are not looked for."
TOO_MANY = (
    f"The search looks for the first {MOST_TERMS} words and phrases that were typed, among them {MOST_PHRASES} phrases; "
    "the others are left out."
)

__all__ = ["AskedCode", "Point", "Reading", "Term", "understand"]


@dataclass(frozen=True)
class Reading:
    """`query` holds what was understood: choices in their parameters, in `q` the codes and words that are left, and no name
    that nobody knows. `labels` are by (parameter, value). `rest` is `q` without its codes; `terms` is what is looked for of it.
    `near` is where the query's place is. `typed` is set when something else is looked for than was typed: `meant` is what, and
    `instead` the search for just what was typed."""

    query: Query
    codes: tuple[AskedCode, ...] = ()
    rest: str = ""
    terms: tuple[Term, ...] = ()
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()
    near: Point | None = None
    typed: str | None = None
    meant: str | None = None
    instead: Query | None = None

    @property
    def code(self) -> Found | None:
        """The code, when just one was asked for."""
        return self.codes[0].found if len(self.codes) == 1 else None

    @property
    def strict(self) -> "Reading":
        """The same for those who want what declares or names the code: nothing is found by its specialty alone."""
        return replace(self, codes=tuple(replace(code, specialties={}, counting=()) for code in self.codes))


def understand(session: Session, query: Query, on: date) -> Reading:
    """Read a query; whatever was typed, there is a reading of it. What it comes to, read again, is the same."""
    reader = Reader(session, on) if query.q else None
    asked = reader.read(query) if reader else Asked(query)
    known_names, names = named(session, asked.query)
    codes = tuple(asked.codes)
    if reader and len(codes) == 1:
        codes = (in_full(codes[0], reader.known),)
    looked_for = comparable(asked.rest)
    typed = terms_of(looked_for, sayings_of(session)) if looked_for else ()
    terms = bounded_terms(typed)
    if reader and any(term.minus for term in terms):
        terms = states_kept_out(terms, reader.known)
    left_out = (NO_AMOUNTS,) * (len(looked_for) < len(asked.rest)) + (TOO_MANY,) * (len(terms) < len(typed))
    messages = (*asked.messages, *left_out, *names.messages)
    return Reading(known_names, codes, written(asked.rest), terms, names.labels, messages, names.near)
