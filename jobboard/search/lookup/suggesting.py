"""Codes that begin as somebody types: few, and each leads to the jobs for it, whether there are any or not."""

from sqlalchemy.orm import Session

from jobboard.domain.codes.reading import NAMES
from jobboard.search.engine import Suggestion
from jobboard.search.lookup.numbers import by_number
from jobboard.search.query import Query

MOST, LONGEST, SHORTEST = 3, 20, 3


def suggested_codes(session: Session, text: str) -> list[Suggestion]:
    """At most three, for a text that is the beginning of a code; none for words."""
    typed = " ".join(text.split())
    if not SHORTEST <= len(typed) <= LONGEST or not any(char.isdigit() for char in typed):
        return []
    answer = by_number(session, typed, MOST)
    codes = [hit.code for hit in answer.hits if hit.code][:MOST] if answer else []
    found = []
    for code in codes:
        name = NAMES.get(code.code_set)
        said = f"{name} {code.code}" if name else code.code
        label = f"{said}: {code.title or code.family.label}"
        found.append(Suggestion(code.code_set.label, label, Query(q=said), None))
    return found
