"""What somebody may be about to type behind words that are choices already: `remote cpc te` is remote work, a CPC, from Texas."""

from collections.abc import Iterable, Iterator

from jobboard.search.engine import Suggestion
from jobboard.search.query import DEFAULTS, NOTHING, Query


def chosen_by(read: Query) -> bool:
    """Whether all that was typed became choices."""
    return not read.q and read != NOTHING


def joined(begun: str, read: Query, found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Each suggestion together with what was `begun` and is `read` already. How many jobs that gives would take a search."""
    for one in found:
        both = merged(read, one.query)
        if both != read:
            yield one._replace(label=f"{begun}, {one.label}", query=both, jobs=None)


def merged(read: Query, other: Query) -> Query:
    """Lists are united; a single answer that was given already stands."""
    for name, default in DEFAULTS:
        mine, theirs = getattr(read, name), getattr(other, name)
        if theirs == default:
            continue
        if isinstance(mine, tuple):
            read = read.but(**{name: tuple(dict.fromkeys((*mine, *theirs)))})
        elif mine == default:
            read = read.but(**{name: theirs})
    return read
