"""How much a posting repeats what its employer already has live: runs of five words that both have."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from jobboard.domain.codes.wording import words
from jobboard.domain.moderation.background import Sibling
from jobboard.domain.moderation.fact import Fact, bad, good, look
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition

TOPIC = "Repetition"
RUN = 5
SAME, LIKE = 0.85, 0.6

MOST_KEPT = 1_000
Shingles = frozenset[int]


@lru_cache(maxsize=MOST_KEPT)
def shingles(text: str) -> Shingles:
    """The runs of a text, each as one number: a live posting is compared with many others, page after page."""
    said = words(text)
    return frozenset(hash(tuple(said[start : start + RUN])) for start in range(max(len(said) - RUN + 1, 1)))


def likeness(one: Shingles, other: Shingles) -> float:
    """Jaccard: what both have, as a part of what either has."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def facts(posting_id: str, edition: Edition, siblings: Sequence[Sibling]) -> Iterable[Fact]:
    others = [sibling for sibling in siblings if sibling.posting_id != posting_id]
    if not others:
        return
    mine = shingles(f"{edition.title} {edition.description}")
    compared = [(likeness(mine, shingles(f"{other.title} {other.text}")), other.title) for other in others]
    most, title = max(compared)
    if most >= LIKE:
        say = bad if most >= SAME else look
        yield say(
            TOPIC, f"{most:.0%} the same words as “{title}”, which this employer has live.", Reason.DUPLICATE
        )
    else:
        jobs = "the other live job" if len(others) == 1 else f"the {len(others)} other live jobs"
        yield good(TOPIC, f"Different from {jobs} of this employer.")
