"""What is said not to be wanted in plain words: `no weekends`, `without auditing or billing`, `not facility`.

Only what a posting declares can be denied so: an hour, a duty, a kind of work. `no degree` asks for the very opposite of a word.
"""

from collections.abc import Sequence

from jobboard.domain.codes.wording import stem, words
from jobboard.domain.postings.terms import Duty, EmploymentType, Encounter, FeeSide, Schedule, WorkModel

DENIALS = frozenset(("no", "not", "without", "non", "except", "excluding"))
AND_SO_ON = frozenset(("or", "and", "nor"))
DECLARED = (Duty, EmploymentType, Encounter, FeeSide, Schedule, WorkModel)
# What is never denied alone, and how else people say what is declared.
UNTOLD = frozenset(("and", "coding", "an", "through", "care", "long", "term", "center", "hour"))
TOO = "ai audit auditor biller denial appeal educator educating educate teaching manager managing manage profee onsite"
DENIABLE = (
    frozenset(
        stem(word)
        for text in (TOO, *(term.label for kind in DECLARED for term in kind))
        for word in words(text)
    )
    - UNTOLD
)


def denied_at(run: Sequence[str], at: int, denied: bool) -> int:
    """Where what is denied begins when a denial stands at this place of a run of words; else the place itself.

    `denied` says that something was denied just before: `no nights or weekends`.
    """
    leads = run[at] in DENIALS or (denied and run[at] in AND_SO_ON)
    return at + 1 if leads and at + 1 < len(run) and can_be_denied(run[at + 1 : at + 2]) else at


def can_be_denied(said: Sequence[str]) -> bool:
    cut = [stem(word) for text in said for word in words(text)]
    return bool(cut) and all(word in DENIABLE for word in cut)
