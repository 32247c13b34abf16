"""What is said not to be wanted in plain words: `no weekends`, `without auditing or billing`, `not facility`.

What is denied is looked for in the title and in what a posting declares: an hour, a duty, a specialty, a kind of work.
"""

from collections.abc import Sequence

from jobboard.domain.codes.wording import stem, words
from jobboard.domain.postings.terms import Duty, EmploymentType, Encounter, FeeSide, Schedule, WorkModel

DENIALS = frozenset(("no", "not", "without", "non", "except", "excluding"))
SURELY = frozenset(("not", "except", "excluding"))
NOT_SO = frozenset(
    (
        "a",
        "an",
        "at",
        "for",
        "from",
        "in",
        "just",
        "necessarily",
        "necessary",
        "need",
        "needed",
        "only",
        "required",
        "sure",
        "the",
        "too",
    )
)
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


def denied_at(run: Sequence[str], at: int, denied: str) -> tuple[int, str]:
    """Where what is denied begins when a denial stands at this place of a run of words, and by which word; else the place
    itself.

    `denied` is the word by which something was denied just before: `no nights or weekends`.
    """
    by = run[at] if run[at] in DENIALS else denied if run[at] in AND_SO_ON else ""
    leads = by and at + 1 < len(run) and can_be_denied(run[at + 1 : at + 2], by)
    return (at + 1, by) if leads else (at, "")


def can_be_denied(said: Sequence[str], by: str) -> bool:
    """`not cardiology` keeps out what is called so; `no` and `without` may want the very word, `no degree`."""
    if by in SURELY:
        return said[0] not in NOT_SO
    cut = [stem(word) for text in said for word in words(text)]
    return bool(cut) and all(word in DENIABLE for word in cut)
