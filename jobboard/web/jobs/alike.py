"""The cards of similar jobs, each with the code families it shares with the one that was looked at."""

from collections.abc import Sequence

from jobboard import clock
from jobboard.extensions import db
from jobboard.search.similar import similar
from jobboard.web.jobs import listing
from jobboard.web.jobs.listing import Shown
from jobboard.web.jobs.phrases import listing as said
from jobboard.web.searching import index_now

SIMILAR = 4
SPANS = 2


def similar_cards(edition_id: str) -> list[Shown]:
    """The best few; none when nothing listed is like it."""
    found = similar(db.session, index_now(), edition_id, clock.now(), SIMILAR)
    shared = {one.id: one.spans for one in found}
    cards = listing.shown([one.id for one in found])
    return [card | {"facts": card["facts"] + in_common(shared[card["id"]])} for card in cards]


def in_common(spans: Sequence[str]) -> list[tuple[str, str]]:
    """'Same families: 93451–93575 and 93303–93356', the largest part of the work first."""
    if not spans:
        return []
    more = [f"{len(spans) - SPANS} more"] if len(spans) > SPANS else []
    kind = "Same family" if len(spans) == 1 else "Same families"
    return [("list-checks", f"{kind}: {said([*(first_run(span) for span in spans[:SPANS]), *more])}")]


def first_run(span: str) -> str:
    """A family of several runs is told by its first."""
    first, *rest = span.split(", ")
    return f"{first} …" if rest else first
