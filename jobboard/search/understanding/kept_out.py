"""Where somebody does not want to work: `not texas`, `anywhere but california`, `no ny or nj`, `outside of the midwest`.

A state that is kept out keeps out what can be done there and nowhere else; what is done from home in other states too stays.
"""

from collections.abc import Sequence
from dataclasses import replace

from jobboard.domain.places.regions import states_of
from jobboard.search.understanding.everyday_places import SAID, IsName
from jobboard.search.understanding.known import Known
from jobboard.search.understanding.meant import Term
from jobboard.search.understanding.pieces import MARKS, Piece
from jobboard.search.understanding.places_in import CODES, MOST_PLACES, UNCLEAR, place_at

# What leads to a place that is not wanted, the longest first; `but` does so behind a word that takes in every place.
DENYING = (
    ("other", "than"), ("except", "for"), ("outside", "of"), ("outside",), ("not",), ("except",), ("excluding",), ("no",),
    ("without",),
)  # fmt: skip
EVERY_PLACE = frozenset(("anywhere", "everywhere", "nationwide"))
EVERYWHERE = EVERY_PLACE | frozenset(("states", "us", "usa", "all"))
TO = frozenset(("in", "from", "near", "for", "the"))
MORE = frozenset(("or", "and", "nor", "&"))


def places_kept_out(pieces: Sequence[Piece], known: Known, is_name: IsName) -> list[Piece]:
    """`not texas` as `-"texas"`: where somebody does not want to work is no place to look in."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        first = _denied_from(pieces, at) if at < MOST_PLACES else 0
        end = _named_until(pieces, first, known, is_name) if first else 0
        if not end:
            found.append(pieces[at])
            at += 1
        elif _is_every_place(found):
            found.pop()
        while end:
            found.append(_denied(pieces[first:end], known))
            at = end
            first = at + (at < len(pieces) and pieces[at].key in MORE)
            goes_on = first > at or pieces[at - 1].closed
            end = _named_until(pieces, first, known, is_name) if goes_on else 0
    return found


def states_kept_out(terms: Sequence[Term], known: Known) -> tuple[Term, ...]:
    """The terms; a minus that names a state or a region knows its states."""
    return tuple(
        replace(term, states=states) if term.minus and (states := named_by(term.ways[0], known)) else term
        for term in terms
    )


def named_by(said: str, known: Known) -> tuple[str, ...]:
    """The states of a state or region by its name, or by two letters that mean nothing else; () for anything else."""
    if region := SAID.get(said.replace("-", " ")):
        return states_of(region)
    named = known.states.get(said) or known.states.get(
        f"{said}s"
    )  # a minus takes `texas` for many of something
    code = named or (said.upper() if said in CODES and said not in UNCLEAR else "")
    return (code,) if code else ()


def _is_every_place(before: Sequence[Piece]) -> bool:
    """`anywhere` says no more than what is kept out of it; `work from anywhere` does."""
    keys = [piece.key for piece in before[-2:]]
    return bool(keys) and keys[-1] in EVERY_PLACE and keys[0] not in ("from", "work")


def _denied_from(pieces: Sequence[Piece], at: int) -> int:
    """Where the name of a place that is denied here would begin; 0 when nothing is denied."""
    keys = tuple(piece.key for piece in pieces[at : at + 2])
    length = next((len(said) for said in DENYING if keys[: len(said)] == said), 0)
    if not length and keys[:1] == ("but",) and at and pieces[at - 1].key in EVERYWHERE:
        length = 1
    first = at + length
    while length and first < len(pieces) and pieces[first].key in TO:
        first += 1
    return first if length else 0


def _named_until(pieces: Sequence[Piece], at: int, known: Known, is_name: IsName) -> int:
    """Where the name of the place ends that begins here; 0 when none does."""
    for length in (3, 2, 1):
        if " ".join(piece.key or "" for piece in pieces[at : at + length]) in known.states:
            return min(at + length, len(pieces))
    match = place_at(pieces, at, known, is_name) if at < len(pieces) else None
    return match.end if match else 0


def _denied(name: Sequence[Piece], known: Known) -> Piece:
    """A state by its letters is written out: a posting says `New York`."""
    said = " ".join(piece.said.strip(MARKS) for piece in name)
    code = said.upper().replace(".", "")
    full = (
        next((full for full, each in known.states.items() if each == code), said) if len(code) == 2 else said
    )
    return Piece(full, None, exact=True, minus=True)
