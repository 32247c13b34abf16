"""Why words found a posting, where its title does not show it: in which part it says them, by which other name, or not at all."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from pyroaring import BitMap

from jobboard.search.index.question import Way
from jobboard.search.index.telling import UNSEEN
from jobboard.search.index.texts import Texts
from jobboard.search.reading import Term

MOST_TERMS, MOST_OTHERS = 6, 10
WORD = re.compile(r"\w+")
SHOWN = ("title", "employer")  # every card says them
DETAILS = ("specialty", "family", "credential", "tool", "duty", "term", "offer")
BODY = ("body",)
BY_ANOTHER_NAME, IN_DETAILS, IN_TEXT, MISSING = range(4)
WHERE = {IN_DETAILS: "in the details", IN_TEXT: "in the description"}


def sayings(texts: Texts, terms: Sequence[Term], numbers: Sequence[int], typed: str) -> dict[int, list[str]]:
    """Number of a posting -> why it was found, for the postings of a page. `typed` is how the words were written."""
    wanted = [term for term in terms if not term.minus][:MOST_TERMS] if numbers else []
    found: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for term in wanted:
        said = quoted(term.ways[0], typed)
        beside = typed.lower().replace(term.ways[0].lower(), " ", 1)
        others = [way for way in term.ways[1:] if way.lower() not in beside][:MOST_OTHERS]
        for kind, other, those in standing(texts, term, others, BitMap(numbers)):
            for number in those:
                found[number][kind].append(said if other is None else f"“{other}” is said for {said}")
    return {number: list(sentences(by_kind)) for number, by_kind in found.items()}


def standing(
    texts: Texts, term: Term, others: Sequence[str], page: BitMap
) -> Iterator[tuple[int, str | None, BitMap]]:
    """What there is to say of a term, by which of the other names, and of whom: who says it where every card shows it, or
    unseen, needs no word. Each posting is told of once, so that later questions are asked of few or of nobody."""
    typed = texts.ways(Term(term.ways[:1], exact=term.exact))
    left = page - saying(texts, typed, SHOWN, page)
    named = [(other, texts.ways(Term((other,), exact=True))) for other in others] if left else []
    for other, ways in named:
        those = saying(texts, ways, SHOWN, left)
        yield BY_ANOTHER_NAME, other, those
        left -= those
    for kind, parts in ((IN_DETAILS, DETAILS), (IN_TEXT, BODY)):
        those = saying(texts, typed, parts, left)
        yield kind, None, those
        left -= those
    for other, ways in named:
        those = saying(texts, ways, (*DETAILS, *BODY), left)
        yield BY_ANOTHER_NAME, other, those
        left -= those
    if left:
        yield MISSING, None, left - saying(texts, texts.ways(term), (UNSEEN,), left)


def saying(texts: Texts, ways: Sequence[Way], parts: Collection[str], among: BitMap) -> BitMap:
    """Those that say it in one of these ways, in one of these parts."""
    return texts.who_says([way for way in ways if way.part in parts], among) if among else BitMap()


def sentences(by_kind: Mapping[int, Sequence[str]]) -> Iterator[str]:
    yield from by_kind.get(BY_ANOTHER_NAME, ())
    yield from (f"{listing(by_kind[kind])} {where}" for kind, where in WHERE.items() if kind in by_kind)
    if MISSING in by_kind:
        yield f"without {listing(by_kind[MISSING])}"


def listing(said: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def quoted(way: str, typed: str) -> str:
    """The words in quotes, as they were written where they begin so in what was typed: `denials` is looked for as `denial`."""
    plain, long = way.lower(), len(way)
    for word in WORD.finditer(typed):
        at = word.start()
        if typed[at : at + long].lower() == plain:
            ending = WORD.match(typed, at + long)
            return f"“{typed[at : ending.end() if ending else at + long]}”"
    return f"“{way}”"
