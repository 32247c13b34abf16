"""What to let go of when a search finds nothing or next to nothing: each choice and word with what the search would hold
without it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from pyroaring import BitMap

from jobboard.search.engine import Advice, Facet
from jobboard.search.index.counting import Counter
from jobboard.search.parameters import LABELS
from jobboard.search.query import Query
from jobboard.search.understanding.pieces import cut, written
from jobboard.search.understanding.terms import SMALL

FEW, MOST_WORDS, MOST_ADVICE = 3, 6, 6


def advice(
    counter: Counter, facets: Sequence[Facet], listed: BitMap, total: Callable[[Query], int]
) -> tuple[Advice, ...]:
    """What brings most first, at most six; two choices together only where no single one helps.

    `total` counts a search anew: what a word brings cannot be told from what was found with it.
    """
    now = len(counter.whole)
    if now >= FEW:
        return ()
    labels = {name: called(counter, facets, name) for name in counter.filters}
    found = [*_choices(counter, labels), *_words(counter, listed, total)]
    found = [one for one in found if one.jobs > now] or [
        one for one in _pairs(counter, labels, listed) if one.jobs > now
    ]
    return tuple(sorted(found, key=lambda one: (-one.jobs, one.label))[:MOST_ADVICE])


def called(counter: Counter, facets: Sequence[Facet], name: str) -> str:
    """`Work model: Remote or Hybrid`."""
    if name == "near" and counter.reading.near:
        return f"{LABELS[name]}: {counter.reading.near.name}"
    checked = [
        option.label for facet in facets if facet.name == name for option in facet.options if option.checked
    ]
    return f"{LABELS[name]}: {' or '.join(checked)}" if checked else LABELS[name]


def _choices(counter: Counter, labels: dict[str, str]) -> Iterator[Advice]:
    for name, label in labels.items():
        yield Advice(label, counter.query.without(name), len(counter.within(name)))


def _words(counter: Counter, listed: BitMap, total: Callable[[Query], int]) -> Iterator[Advice]:
    """Without one of the words, or without the codes beside them, or without all that was typed."""
    reading, query = counter.reading, counter.query
    pieces = cut(reading.rest)
    codes = " ".join(code.counted for code in reading.codes)
    telling = [piece for piece in pieces if piece.key is None or piece.key not in SMALL]
    if len(telling) + len(reading.codes) > 1:
        for piece in telling[:MOST_WORDS]:
            left = written(other for other in pieces if other is not piece)
            fewer = query.but(q=" ".join(filter(None, (codes, left))))
            yield Advice(f"“{piece.said}”", fewer, total(fewer))
        if reading.codes and telling:
            fewer = query.but(q=reading.rest)
            yield Advice(
                reading.codes[0].said if len(reading.codes) == 1 else "the codes", fewer, total(fewer)
            )
    if query.q:
        yield Advice(typed(counter), query.without("q"), len(_without(counter, listed, ())))


def _pairs(counter: Counter, labels: dict[str, str], listed: BitMap) -> Iterator[Advice]:
    for one, other in combinations(labels, 2):
        without = counter.query.without(one).without(other)
        held = _without(counter, counter.base, (one, other))
        yield Advice(f"{labels[one]} and {labels[other]}", without, len(held))
    if counter.query.q:
        for name, label in labels.items():
            held = _without(counter, listed, (name,))
            yield Advice(f"{label} and {typed(counter)}", counter.query.without("q").without(name), len(held))


def typed(counter: Counter) -> str:
    query = counter.query
    return f"“{query.q}”" if len(query.q) <= 40 else "what was typed"


def _without(counter: Counter, base: BitMap, skip: Iterable[str]) -> BitMap:
    held = base
    for name, bitmap in counter.filters.items():
        if name not in skip:
            held = held & bitmap
    return held
