"""What to let go of when a search finds nothing or next to nothing: each choice and word with what the search would hold
without it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from pyroaring import BitMap

from jobboard.search.engine import Advice, Facet
from jobboard.search.index.counting import Counter
from jobboard.search.index.facets import facets
from jobboard.search.query import MILES, Query
from jobboard.search.understanding.pieces import Piece, cut, written
from jobboard.search.understanding.terms import SMALL

FEW, MOST_WORDS, MOST_ADVICE = 3, 6, 6
# A search without one of its choices, as people say it.
ANY = {
    "specialty": "Any specialty", "family": "Any code family", "credential": "Any credential or none", "setting": "Any setting",
    "work": "Any work model", "from_state": "From any state", "state": "In any state", "near": "Anywhere", "type": "Any type",
    "pay_min": "Any pay", "experience_max": "Any experience", "apprentice": "Also without apprentices", "tool": "Any tools",
    "employer": "Any employer", "since": "Published at any time",
}  # fmt: skip


def advice(counter: Counter, listed: BitMap, total: Callable[[Query], int]) -> tuple[Advice, ...]:
    """What brings most first, at most six; two choices together only where no single one helps.

    `total` counts a search anew: what a word brings cannot be told from what was found with it.
    """
    now = len(counter.whole)
    if now >= FEW:
        return ()
    chosen = facets(counter, counter.filters)
    ways = {name: without(counter, chosen, name) for name in counter.filters}
    around = [*_wider(counter), *_or_remote(counter, total)]
    found = [*_choices(counter, ways), *around, *_words(counter, listed, total)]
    found = [one for one in found if one.jobs > now] or [
        one for one in _pairs(counter, listed) if one.jobs > now
    ]
    return tuple(sorted(found, key=lambda one: (-one.jobs, one.label))[:MOST_ADVICE])


def without(counter: Counter, chosen: Sequence[Facet], name: str) -> str:
    """`Any work model, not only Remote or Hybrid`."""
    if name == "near" and counter.reading.near:
        return f"{ANY[name]}, not only near {counter.reading.near.name}"
    if name == "apprentice":
        return ANY[name]
    checked = [
        option.label for facet in chosen if facet.name == name for option in facet.options if option.checked
    ]
    return f"{ANY[name]}, not only {' or '.join(checked)}" if checked else ANY[name]


def _choices(counter: Counter, ways: dict[str, str]) -> Iterator[Advice]:
    for name, label in ways.items():
        yield Advice(label, counter.query.without(name), len(counter.within(name)))


def _wider(counter: Counter) -> Iterator[Advice]:
    """The first of the usual circles that is wider and holds more."""
    query, near = counter.query, counter.reading.near
    if near is None:
        return
    for miles in map(int, MILES):
        held = counter.chooser.about(counter.reading, miles) & counter.within("near")
        if miles > query.miles and len(held) > len(counter.whole):
            yield Advice(f"Within {miles} miles of {near.name}", query.but(miles=miles), len(held))
            return


def _or_remote(counter: Counter, total: Callable[[Query], int]) -> Iterator[Advice]:
    """What is done from home in the state of the place that was asked."""
    query, near = counter.query, counter.reading.near
    if near is not None and not query.or_remote:
        either = query.but(or_remote=True)
        yield Advice(f"Also remote jobs open to {near.state}", either, total(either))


def _words(counter: Counter, listed: BitMap, total: Callable[[Query], int]) -> Iterator[Advice]:
    """Without its quotes, without one of the words, or without the codes beside them, or without all that was typed where that leaves a choice."""
    reading, query = counter.reading, counter.query
    pieces = cut(reading.rest)
    codes = " ".join(code.counted for code in reading.codes)
    telling = [piece for piece in pieces if piece.key is None or piece.key not in SMALL]
    if any(piece.exact and not piece.minus for piece in pieces):
        loose = query.but(q=" ".join(filter(None, (codes, written(map(without_quotes, pieces))))))
        yield Advice("These words, not exactly as they stand in quotes", loose, total(loose))
    if len(telling) + len(reading.codes) > 1:
        for piece in telling[:MOST_WORDS]:
            left = written(other for other in pieces if other is not piece)
            fewer = query.but(q=" ".join(filter(None, (codes, left))))
            yield Advice(f"Without “{piece.said}”", fewer, total(fewer))
        if reading.codes and telling:
            fewer = query.but(q=reading.rest)
            yield Advice(
                f"Without {reading.codes[0].said if len(reading.codes) == 1 else 'the codes'}",
                fewer,
                total(fewer),
            )
    if query.q and counter.filters:
        yield Advice(f"Without {typed(counter)}", query.without("q"), len(_without(counter, listed, ())))


def without_quotes(piece: Piece) -> Piece:
    return piece if piece.minus else piece._replace(exact=False)


def _pairs(counter: Counter, listed: BitMap) -> Iterator[Advice]:
    for one, other in combinations(counter.filters, 2):
        without_both = counter.query.without(one).without(other)
        held = _without(counter, counter.base, (one, other))
        yield Advice(f"{ANY[one]}, {said_on(ANY[other])}", without_both, len(held))
    if counter.query.q:
        for name in counter.filters:
            held = _without(counter, listed, (name,))
            left = counter.query.without("q").without(name)
            yield Advice(f"Without {typed(counter)}, {said_on(ANY[name])}", left, len(held))


def said_on(words: str) -> str:
    """As it reads inside a sentence."""
    return words[:1].lower() + words[1:]


def typed(counter: Counter) -> str:
    query = counter.query
    return f"“{query.q}”" if len(query.q) <= 40 else "what was typed"


def _without(counter: Counter, base: BitMap, skip: Iterable[str]) -> BitMap:
    held = base
    for name, bitmap in counter.filters.items():
        if name not in skip:
            held = held & bitmap
    return held
