"""The trade's synonyms and short forms, both ways, kept in the process and read again once an admin changed one.

The words of a query go in as `domain.codes.wording.words` cuts them; what comes out is what else people say for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.wording import stem
from jobboard.domain.wording.finding import ways_in_force
from jobboard.domain.wording.saying_group import SayingGroup
from jobboard.search.unchanged import while_unchanged

# Words that may be left out of a phrase: `evaluation & management`. Not `a` and `or`: CPC-A and the OR mean something.
JOINS = frozenset({"and", "for", "of", "the"})
SHORTEST_STEMMED = 5
NO_LENGTHS: frozenset[int] = frozenset()
KEPT: dict[object, tuple[Row[int, int | None, datetime | None], "Sayings"]] = {}
STATE = select(func.count(), func.sum(SayingGroup.version), func.max(SayingGroup.changed_at))

Key = tuple[str, ...]


class Meant(NamedTuple):
    """The words from `start` up to `end` (not included), and the other ways of saying them, each of one or more words."""

    start: int
    end: int
    others: tuple[str, ...]


class Sayings:
    """What is said for what. Made from (group, phrase, said, one way), group by group in the order of the ways.

    `names` are the words of every way, with the first way of its group."""

    def __init__(self, ways: Iterable[tuple[str, str, str, bool]] = ()) -> None:
        groups: dict[str, list[tuple[Key, str, bool]]] = defaultdict(list)
        names: dict[str, str] = {}
        self.names: list[tuple[Key, str]] = []
        for group, phrase, said, one_way in ways:
            groups[group].append((key_of(phrase.split()), said, one_way))
            self.names.append((tuple(phrase.split()), names.setdefault(group, said)))
        self.others: dict[Key, dict[str, None]] = defaultdict(dict)
        for group_ways in groups.values():
            for key, said, _ in group_ways:
                targets = (other for _, other, one_way in group_ways if not one_way and other != said)
                self.others[key].update(dict.fromkeys(targets))
        self.lengths: dict[str, set[int]] = defaultdict(set)
        for key in self.others:
            self.lengths[key[0]].add(len(key))

    def groups(self, words: Sequence[str]) -> list[Meant]:
        """What else is said for parts of `words`, in the order of the words; where two parts overlap the longer wins."""
        taken: set[int] = set()
        found = []
        for meant in sorted(self._all(words), key=lambda one: (one.start - one.end, one.start)):
            if taken.isdisjoint(range(meant.start, meant.end)):
                taken.update(range(meant.start, meant.end))
                found.append(meant)
        return sorted(found)

    def _all(self, words: Sequence[str]) -> Iterator[Meant]:
        """Every part that is known. Half a way is none: what is typed has to be a whole one, but for its plural."""
        told = [(place, folded(word), stem(word)) for place, word in enumerate(words) if word not in JOINS]
        for at, (start, word, single) in enumerate(told):
            for length in self.lengths.get(word, NO_LENGTHS) | self.lengths.get(single, NO_LENGTHS):
                part = told[at : at + length]
                if len(part) == length and (others := self._said(part)):
                    yield Meant(start, part[-1][0] + 1, tuple(others))

    def _said(self, part: Sequence[tuple[int, str, str]]) -> dict[str, None] | None:
        """By the words as they are, or as their singular: `DRGs` is `DRG`, but `CPCS` is not `CPC`."""
        return self.others.get(tuple(one[1] for one in part)) or self.others.get(
            tuple(one[2] for one in part)
        )


def key_of(words: Sequence[str]) -> Key:
    return tuple(folded(word) for word in words if word not in JOINS) or tuple(words)


def folded(word: str) -> str:
    """Longer words meet their plural; a short form is only itself."""
    return stem(word) if len(word) >= SHORTEST_STEMMED else word


def sayings_of(session: Session) -> Sayings:
    """What is in force now: one look at the database when nothing changed since the last."""
    url = session.get_bind().engine.url
    state = while_unchanged(session, "sayings", lambda: session.connection().execute(STATE).one())
    kept = KEPT.get(url)
    if kept is None or kept[0] != state:
        kept = KEPT[url] = (state, Sayings(ways_in_force(session)))
    return kept[1]
