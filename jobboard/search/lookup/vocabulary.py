"""The words the index knows, to complete the word being typed and to mend one that was typed wrong."""

from bisect import bisect_left
from collections import defaultdict
from difflib import SequenceMatcher

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Release
from jobboard.domain.codes.wordlist import SameWord, Saying, WordList

MOST_ENDINGS = 12
NEAR_ENOUGH = 0.74
SHORTEST_MENDED = 4
KEPT: dict[tuple[str, str | None], "Vocabulary"] = {}


class Vocabulary:
    """Every stem with how often it stands somewhere, in the order of the alphabet."""

    def __init__(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.sorted = sorted(counts)
        self.by_pair: dict[str, list[str]] = defaultdict(list)
        for word in self.sorted:
            for pair in pairs(word):
                self.by_pair[pair].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    def beginning(self, start: str) -> list[str]:
        """The commonest words that begin so."""
        first = bisect_left(self.sorted, start)
        last = bisect_left(self.sorted, start + "{")
        found = sorted(self.sorted[first:last], key=lambda word: -self.counts[word])
        return found[:MOST_ENDINGS]

    def nearest(self, word: str) -> str | None:
        """The known word most like it; of equally near ones the commonest."""
        if len(word) < SHORTEST_MENDED or len(word) > 30 or any(char.isdigit() for char in word):
            return None
        shared: dict[str, int] = defaultdict(int)
        for pair in pairs(word):
            for other in self.by_pair.get(pair, ()):
                if abs(len(other) - len(word)) <= 2:
                    shared[other] += 1
        likely = sorted(shared, key=lambda other: (-shared[other], abs(len(other) - len(word))))[:60]
        graded = [(likeness(word, other), self.counts[other], other) for other in likely]
        best = max(graded, default=(0.0, 0, ""))
        return best[2] if best[0] >= NEAR_ENOUGH else None


def likeness(word: str, other: str) -> float:
    """1 for the same word. Two letters that changed places count as one mistake."""
    same_start = 0.04 if word[0] == other[0] else -0.08
    same_letters = 0.12 if sorted(word) == sorted(other) else 0.0
    return SequenceMatcher(None, word, other).ratio() + same_start + same_letters


def pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)} | {f"^{word[:1]}"}


def vocabulary(session: Session) -> Vocabulary:
    """Read once for each state of the index."""
    release = session.scalar(select(Release.fingerprint).where(Release.part == "words"))
    state = (str(session.get_bind().engine.url), release)
    if state not in KEPT:
        KEPT.clear()
        KEPT[state] = _read(session)
    return KEPT[state]


def _read(session: Session) -> Vocabulary:
    total = func.sum(WordList.count)
    counts: dict[str, int] = {}
    for stem, count in session.execute(select(WordList.stem, total).group_by(WordList.stem)):
        counts[stem] = int(count)
    phrases = session.scalars(select(Saying.phrase).distinct())
    for word in [
        *session.scalars(select(SameWord.stem)),
        *(word for phrase in phrases for word in phrase.split()),
    ]:
        counts.setdefault(word, 1)
    return Vocabulary(counts)
