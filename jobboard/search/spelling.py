"""Words that nothing listed holds, put as the nearest word the board knows: `cardiolgy`, `rmote`.

Candidates come from the dataset, the words of the trade, and what is listed, so nothing that is not can be guessed from them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.codes.wording import stem, words
from jobboard.search.query import Query
from jobboard.search.reading import Reading, understand
from jobboard.search.sayings import Sayings, sayings_of
from jobboard.search.understanding.known import Known, known
from jobboard.search.understanding.phrases_in import SAID
from jobboard.search.understanding.pieces import Piece, cut, written
from jobboard.search.understanding.places_in import LARGE
from jobboard.search.understanding.terms import SMALL, STEMS

SHORTEST, LONGEST, TWO_SLIPS = 4, 24, 8
MOST_MENDED, MOST_LOOKED_AT, MOST_KEPT = 4, 12, 500
# What everybody types before the trade's own words, and those before words of anatomy, when all are as near.
TYPED, TRADE, PLACE, FAMILY = 4, 3, 2, 1
KEPT: list[tuple[Known, Sayings, "Spelling"]] = []
Like = Callable[[str], str | None]


class Mended(NamedTuple):
    """The search that was meant, and the one that looks for what was typed and nothing else."""

    query: Query
    instead: Query


class Spelling:
    """Every word by its first letter and its length, with how likely it is meant."""

    def __init__(self, weights: Iterable[tuple[str, int]]) -> None:
        self.known: set[str] = set()
        self._nearest: dict[str, str | None] = {}  # advice asks for the same words again
        self.by_start: dict[tuple[str, int], list[tuple[str, int, int]]] = defaultdict(list)
        best: dict[str, int] = {}
        for word, weight in weights:
            best[word] = max(weight, best.get(word, 0))
        for word, weight in best.items():
            self.known |= {word, stem(word)}
            if SHORTEST <= len(word) <= LONGEST:
                self.by_start[word[0], len(word)].append((word, letters(word), weight))

    def __contains__(self, word: str) -> bool:
        return word in self.known or stem(word) in self.known

    def nearest(self, word: str) -> str | None:
        """The likeliest word at most one slip away, two from eight letters on; it begins with one of the first two letters.
        Of equal ones that of the same letters: `physican` is a physician, nothing physical."""
        if word in (kept := self._nearest):
            return kept[word]
        if len(kept) >= MOST_KEPT:
            self._nearest = {}  # another thread may be reading the old ones
        self._nearest[word] = found = self._find(word)
        return found

    def _find(self, word: str) -> str | None:
        found: list[tuple[int, int, int, str]] = []
        most, mine = slips(word), letters(word)
        for start in dict.fromkeys(word[:2]):
            for length in lengths(word):
                for other, theirs, weight in self.by_start.get((start, length), ()):
                    if (mine ^ theirs).bit_count() > 2 * most:
                        continue
                    away = distance(word, other)
                    if away <= most:
                        found.append((away, -weight, (mine ^ theirs).bit_count(), other))
        return min(found)[3] if found else None


def near(
    word: str, others: Iterable[tuple[str, int]], counts: Callable[[str], bool] = lambda other: True
) -> list[str]:
    """Those of other words, given with their letters, that count and are as few slips away as `Spelling.nearest` allows, the
    nearest first."""
    most, mine = slips(word), letters(word)
    alike = (other for other, theirs in others if (mine ^ theirs).bit_count() <= 2 * most)
    close = filter(counts, alike)
    return [
        other for away, other in sorted((distance(word, other), other) for other in close) if away <= most
    ]


def lengths(word: str) -> range:
    """How long a word may be that was meant by this one."""
    return range(max(SHORTEST, len(word) - slips(word)), len(word) + slips(word) + 1)


def slips(word: str) -> int:
    return 2 if len(word) >= TWO_SLIPS else 1


def letters(word: str) -> int:
    """Which letters a word has, as bits: words that differ in many cannot be near."""
    bits = 0
    for char in word:
        bits |= 1 << (ord(char) & 31)
    return bits


def distance(word: str, other: str) -> int:
    """How many letters are wrong, missing, too many or changed with their neighbor."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, mine in enumerate(word, 1):
        earlier, before, row = before, row, [i]
        for j, theirs in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (mine != theirs))
            if i > 1 and j > 1 and mine == other[j - 2] and word[i - 2] == theirs:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def no_word(_: str) -> None:
    return None


def read_again(
    session: Session, reading: Reading, held: Callable[[str], bool], on: date, like: Like = no_word
) -> Reading | None:
    """What was probably meant, when words were typed that nothing listed holds (`held` tells); None when all is well.

    `like` names the nearest word of what is listed."""
    better = mended(session, reading, held, like)
    if better is None:
        return None
    again = understand(session, better.query, on)
    said = (*reading.messages, *(message for message in again.messages if message not in reading.messages))
    return replace(again, messages=said, typed=reading.query.q, meant=better.query.q, instead=better.instead)


def mended(
    session: Session, reading: Reading, held: Callable[[str], bool], like: Like = no_word
) -> Mended | None:
    """The search with each word that nothing listed holds (`held` tells) as its nearest known one; None when all is well.

    Phrases in quotes and what a minus keeps out are never mended. At most four words are.
    """
    if not reading.terms:
        return None
    spelling: Spelling | None = None
    pieces, instead, count = cut(reading.query.q), [], 0
    for place, piece in enumerate(pieces):
        word = piece.key or ""
        instead.append(piece)
        if count == MOST_MENDED or place >= MOST_LOOKED_AT or not can_be_mended(word) or held(word):
            continue
        spelling = spelling or spelling_of(session)
        meant = None if word in spelling else nearer(word, spelling.nearest(word), like(word))
        if meant:
            pieces[place], instead[place] = Piece(meant, meant), Piece(word, None, exact=True)
            count += 1
    if not count:
        return None
    return Mended(replace(reading.query, q=written(pieces)), replace(reading.query, q=written(instead)))


def last_mended(text: str, spelling: Spelling) -> str | None:
    """What is being typed with its last word as the nearest known one; None where that is known or nothing is near."""
    before, _, last = text.strip().lower().rpartition(" ")
    meant = spelling.nearest(last) if can_be_mended(last) and last not in spelling else None
    return f"{before} {meant}".strip() if meant else None


def nearer(word: str, known: str | None, listed: str | None) -> str | None:
    """What is listed only where it is nearer than what the trade says."""
    if known and listed:
        return listed if distance(word, listed) < distance(word, known) else known
    return known or listed


def can_be_mended(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha() and word not in SMALL


def spelling_of(session: Session) -> Spelling:
    """Made anew when the names or the words of the trade change."""
    names, sayings = known(session), sayings_of(session)
    if not KEPT or KEPT[0][0] is not names or KEPT[0][1] is not sayings:
        KEPT[:] = [(names, sayings, Spelling(_words(session, names, sayings)))]
    return KEPT[0][2]


def _words(session: Session, names: Known, sayings: Sayings) -> Iterator[tuple[str, int]]:
    said = [text for key, others in sayings.others.items() for text in (*key, *others)]
    fields = [text for row in session.execute(select(Specialty.name, Specialty.synonyms)) for text in row]
    phrases = [*SAID.values(), *names.credentials, *STEMS]
    for text in (*said, *fields, *phrases):
        yield from ((word, TRADE) for word in words(text))
    yield from ((word, TYPED) for word in SMALL if word.isalpha())
    large = (name for name, towns in names.towns.items() if towns[0].population >= LARGE)
    for text in (*names.states, *large):
        yield from ((word, PLACE) for word in words(text))
    for family in names.families.values():
        yield from ((word, FAMILY) for word in words(f"{family.label} {family.synonyms}"))
