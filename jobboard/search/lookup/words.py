"""Finding by words: sayings first, then families and titles that carry the words or others that mean the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.wording import stem, telling_words
from jobboard.domain.codes.wordlist import FAMILIES, SameWord, WordList
from jobboard.search.lookup.hit import Answer, Hit
from jobboard.search.lookup.ranking import Term, ranked
from jobboard.search.lookup.sayings import said
from jobboard.search.lookup.vocabulary import Vocabulary, vocabulary

MOST_WORDS = 10
MOST_FAMILIES, MOST_CODES = 50, 20
COMMON = 25_000
ANSWERS_ALL, ANSWERS_MOST, FEWEST = 12.0, 9.5, 5
ENTRIES = 4_000
TITLED = [code_set for code_set in CodeSet if code_set is not CodeSet.CPT]

Lists = dict[tuple[str, str], list[int]]


@dataclass(frozen=True)
class Read:
    """The words typed, each with what it may stand for, and what was mended."""

    terms: tuple[Term, ...]
    mended: tuple[str, ...]


def by_words(session: Session, text: str, limit: int) -> Answer:
    reading = read(session, text)
    if not reading.terms:
        return Answer(text)
    lists = _lists(session, reading.terms)
    told = said(session, reading.terms)
    hits = {hit.key: hit for hit in told}
    families, total_families = _met(reading.terms, lists, FAMILIES, MOST_FAMILIES)
    codes, total_codes = _codes(reading.terms, lists)
    for hit in ranked(_records(session, families, codes), reading.terms):
        known = hits.get(hit.key)
        if known is None or known.score < hit.score:
            hits[hit.key] = hit
    best = _spread(_worth_showing(sorted(hits.values(), key=lambda hit: -hit.score)))
    marked = frozenset(one for term in reading.terms for one in term.stems)
    return Answer(
        text, tuple(best[:limit]), max(total_families + total_codes, len(best)), reading.mended, marked
    )


def read(session: Session, text: str) -> Read:
    known = vocabulary(session)
    typed = {stem(word): word for word in telling_words(text)[:MOST_WORDS]}
    meant, mended = [], []
    for word, as_typed in typed.items():
        mend = word if word in known or known.beginning(word) else known.nearest(word)
        if mend and mend != word:
            mended.append(f"Read “{as_typed}” as “{mend}”.")
        meant.append(mend or word)
    same: dict[str, set[str]] = defaultdict(set)
    for row in session.scalars(select(SameWord).where(SameWord.stem.in_(meant))):
        same[row.stem].add(row.other)
    terms = [Term(word, tuple(sorted(same[word])), _endings(known, word)) for word in meant]
    return Read(tuple(terms), tuple(mended))


def _endings(known: Vocabulary, word: str) -> tuple[str, ...]:
    """Words that begin so, for one that is still being typed or cut short (`chole`, `appy`)."""
    return tuple(other for other in known.beginning(word) if other != word) if len(word) > 2 else ()


def _lists(session: Session, terms: Sequence[Term]) -> Lists:
    wanted = {one for term in terms for one in term.stems}
    found = session.execute(
        select(WordList).where(WordList.stem.in_(wanted), WordList.count < COMMON)
    ).scalars()
    return {(row.stem, row.bucket): row.numbers() for row in found}


def _codes(terms: Sequence[Term], lists: Lists) -> tuple[list[int], int]:
    """Codes of every set that has titles, some of each."""
    found: list[int] = []
    total = 0
    for code_set in TITLED:
        ids, count = _met(terms, lists, code_set.value, MOST_CODES)
        found += ids
        total += count
    return found, total


def _met(terms: Sequence[Term], lists: Lists, bucket: str, most: int) -> tuple[list[int], int]:
    """Ids that carry every word, or where too few do, those that carry the most telling ones; and how many do."""
    runs = [_together(lists.get((one, bucket), []) for one in term.stems) for term in terms]
    shortest = min(runs, key=len)
    others = [set(run) for run in runs if run is not shortest]
    every = [number for number in shortest if all(number in run for run in others)]
    found = every[:most]
    if len(found) < most // 4 and len(terms) > 1:
        found = list(dict.fromkeys(found + _most(runs, most)))
    return found[:most], len(every)


def _together(lists: Iterable[list[int]]) -> list[int]:
    return list(dict.fromkeys(number for numbers in lists for number in numbers))


def _most(runs: Sequence[list[int]], most: int) -> list[int]:
    """Ids by how much of what was typed they carry; a rare word tells more than a common one."""
    weight: dict[int, float] = defaultdict(float)
    for run in runs:
        telling = log(1 + 200_000 / (1 + len(run)))
        for number in run[:ENTRIES]:
            weight[number] += telling
    return sorted(weight, key=lambda number: -weight[number])[:most]


def _records(session: Session, families: list[int], codes: list[int]) -> list[Family | Code]:
    found: list[Family | Code] = []
    if families:
        found += session.scalars(select(Family).where(Family.id.in_(families)))
    if codes:
        wanted = select(Code).where(Code.id.in_(codes)).options(selectinload(Code.family))
        found += session.scalars(wanted)
    return found


def _worth_showing(hits: list[Hit]) -> list[Hit]:
    """Where something answers all that was typed, what answers a part of it would only be in the way."""
    whole = bool(hits) and hits[0].score >= ANSWERS_ALL
    kept = [hit for hit in hits if hit.score >= ANSWERS_MOST]
    return kept if whole and len(kept) >= FEWEST else hits


def _spread(hits: Sequence[Hit]) -> list[Hit]:
    """Of many codes of one family the best lead, the rest step back a little: others should be seen too."""
    seen: dict[int, int] = defaultdict(int)
    graded = []
    for hit in hits:
        graded.append((hit.score - 0.8 * seen[hit.family.id], hit))
        seen[hit.family.id] += 1
    return [hit for _, hit in sorted(graded, key=lambda pair: -pair[0])]
