"""Judging look-up: which hits are a right answer to a judged query."""

from pathlib import Path

from jobboard.search.lookup.hit import Answer, Hit

JUDGED = Path(__file__).parent / "judged_queries.csv"
FIRST = 5


def right_within(answer: Answer, wanted: str, first: int = FIRST) -> int | None:
    """The place of the first right hit among the first few, or None."""
    answers = [part.strip() for part in wanted.split(";")]
    for place, hit in enumerate(answer.hits[:first], start=1):
        if any(is_right(hit, one) for one in answers):
            return place
    return None


def is_right(hit: Hit, wanted: str) -> bool:
    """Wanted is a family's slug, or the beginning of a code: `I21` is met by I21.9 and by the family of I21."""
    if "-" in wanted:
        return hit.code is None and hit.family.slug == wanted
    if hit.code is not None:
        return hit.code.code.startswith(wanted)
    return hit.family.slug == f"icd10cm-{wanted.lower()}"
