"""Phrases of words that so many jobs hold that nobody could wait until each was read: their words are looked for apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobboard.domain.codes.wording import words
from jobboard.search.index.texts import Texts
from jobboard.search.reading import Reading, Term
from jobboard.search.understanding.terms import MOST_TERMS

# How many postings are read for one question, all its phrases together; reading 100,000 for two words takes up to 40 ms.
MOST_READ = 300_000


def within_reach(texts: Texts, reading: Reading) -> Reading:
    """The same, with no more phrases than can be read, those of the rarest words first; of the others the words are looked
    for wherever they stand, and nothing is kept out by them. It says so."""
    wide = too_wide(texts, [term for term in reading.terms if not term.states])
    if not wide:
        return reading
    terms = tuple(dict.fromkeys(_apart(reading.terms, wide)))[:MOST_TERMS]
    return replace(reading, terms=terms, messages=(*reading.messages, *_told(wide)))


def too_wide(texts: Texts, terms: Sequence[Term]) -> list[Term]:
    """Those that would have to be read in more postings than is left when the others were."""
    left, found = MOST_READ, []
    for count, term in sorted(((to_read(texts, term), term) for term in terms), key=lambda each: each[0]):
        left -= count
        if left < 0:
            found.append(term)
    return found


def to_read(texts: Texts, term: Term) -> int:
    """In how many postings the text engine has to look whether two words follow each other; each pair more counts again."""
    if texts.sets is None or all(len(words(said)) < 2 for said in term.ways):
        return 0
    ways = (way for way in texts.ways(term) if way.stems and not way.is_kept)
    return sum(len(texts.sets.after_each_other(way.part, way.stems)) * (len(way.stems) - 1) for way in ways)


def _apart(terms: Sequence[Term], wide: Sequence[Term]) -> Iterator[Term]:
    for term in terms:
        if term not in wide:
            yield term
        elif not term.minus:
            yield from (Term((word,), exact=True) for word in words(term.ways[0]))


def _told(wide: Sequence[Term]) -> Iterator[str]:
    said = [f"“{term.ways[0][:40]}”" for term in wide if not term.minus]
    if said:
        yield f"So many jobs hold the words of {', '.join(said)} that these words are looked for one by one."
    denied = [f"“{term.ways[0][:40]}”" for term in wide if term.minus]
    if denied:
        yield f"So many jobs hold the words of {', '.join(denied)} that nothing was kept out by that."
