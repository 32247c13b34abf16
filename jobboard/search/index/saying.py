"""Why words found a posting, where its title does not show it: in which part it says them, by which other name, or not at all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import tantivy

from jobboard.search.index.texts import UNSEEN, Texts
from jobboard.search.reading import Term

MOST_TERMS, MOST_OTHERS = 6, 10
SHOWN = ("title", "employer")  # every card says them
DETAILS = ("specialty", "family", "credential", "tool", "duty", "term")
BY_ANOTHER_NAME, IN_DETAILS, IN_TEXT, MISSING = range(4)
WHERE = {IN_DETAILS: "in the details", IN_TEXT: "in the description"}


def sayings(texts: Texts, terms: Sequence[Term], numbers: Sequence[int], typed: str) -> dict[int, list[str]]:
    """Number of a posting -> why it was found, for the postings of a page. `typed` is how the words were written."""
    wanted = [term for term in terms if not term.minus][:MOST_TERMS] if numbers else []
    found: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for term in wanted:
        said = quoted(term.ways[0], typed)
        others = [way for way in term.ways[1:] if way.lower() not in typed.lower()][:MOST_OTHERS]
        for number, marked in marks(texts, questions(texts, term, others), numbers).items():
            kind, other = standing(marked, len(others))
            if kind is not None:
                found[number][kind].append(said if other is None else f"“{others[other]}” is said for {said}")
    return {number: list(sentences(by_kind)) for number, by_kind in found.items()}


def questions(texts: Texts, term: Term, others: Sequence[str]) -> list[tantivy.Query]:
    """What is asked of a posting: are these words in its title, details, text; the other names in the title, or anywhere; is
    it there unseen."""
    alone = Term(term.ways[:1], exact=term.exact)
    typed = [texts.any_way(alone, names) for names in (SHOWN, DETAILS, ("body",))]
    named = [texts.said(way, names) for names in (SHOWN, (*DETAILS, "body")) for way in others]
    return [*typed, *named, texts.any_way(term, [UNSEEN])]


def standing(marked: int, others: int) -> tuple[int | None, int | None]:
    """What there is to say of a term by the marks of its questions, and by which of the other names it stands there."""
    shown, details, text, *rest = [bool(marked >> place & 1) for place in range(4 + 2 * others)]
    named, inside, unseen = rest[:others], rest[others:-1], rest[-1]
    if shown:
        return None, None
    if any(named):
        return BY_ANOTHER_NAME, named.index(True)
    if details or text:
        return IN_DETAILS if details else IN_TEXT, None
    if any(inside):
        return BY_ANOTHER_NAME, inside.index(True)
    return None if unseen else MISSING, None


def marks(texts: Texts, asked: Sequence[tantivy.Query], numbers: Sequence[int]) -> Mapping[int, int]:
    """Number -> which of the questions it answers, a bit for each: one search, in which every answer adds its power of two.
    A score keeps 24 bits exactly."""
    bits = [
        tantivy.Query.const_score_query(question, float(1 << place)) for place, question in enumerate(asked)
    ]
    any_of = tantivy.Query.boolean_query([(tantivy.Occur.Should, bit) for bit in bits])
    return {number: round(score) for number, score in texts.scores(any_of, numbers).items()}


def sentences(by_kind: Mapping[int, Sequence[str]]) -> Iterator[str]:
    yield from by_kind.get(BY_ANOTHER_NAME, ())
    yield from (f"{listing(by_kind[kind])} {where}" for kind, where in WHERE.items() if kind in by_kind)
    if MISSING in by_kind:
        yield f"without {listing(by_kind[MISSING])}"


def listing(said: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def quoted(way: str, typed: str) -> str:
    """The words in quotes, as they were written where they begin so in what was typed: `denials` is looked for as `denial`."""
    written = re.search(rf"\b{re.escape(way)}\w*", typed, re.IGNORECASE)
    return f"“{written[0] if written else way}”"
