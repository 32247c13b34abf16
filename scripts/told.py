"""The titles of one table of ICD-10-PCS, and what they tell of the characters of its codes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from jobboard.domain.codes.procedures import APPROACHES
from scripts.phrases import (
    CUT,
    JOINTS,
    MOST_CONTEXTS,
    Phrase,
    Words,
    common_ends,
    cut_last,
    find,
    said,
    settled,
    shared_run,
    trimmed,
    widened,
)

Titles = dict[str, str]
Key = tuple[int, str, str]  # place, value, and what must stand beside: `7Z`

TOKEN = re.compile(r",|[^\s,]+(?:,(?=\S)[^\s,]+)*")
APPROACHED = set("01234789X")
NEW, NONE = "X", "Z"
PLACES = (4, 5, 6, 7)
ROUNDS = 4


class Table:
    """The titled codes of one table (`0SR`), each title as words without its operation and its approach."""

    def __init__(self, head: str, titles: Titles, operation: str | None) -> None:
        self.head, self.titles = head, titles
        self.places = tuple(place for place in PLACES if place != 5 or head[0] not in APPROACHED)
        if head[0] == NEW:
            self.places = (4, 6)
        self.words = {code: self.bare(code, title, operation) for code, title in titles.items()}
        if len({code[3] for code in titles}) > 1 and head[0] != "1":
            self.drop_common_beginning()
        self.meant: dict[Key, Phrase] = {}

    def bare(self, code: str, title: str, operation: str | None) -> Words:
        words = TOKEN.findall(title)
        if operation:
            named = TOKEN.findall(operation)
            at = find(words, named)
            if at is not None and (at == 0 or self.head[0] not in "GH"):
                words = [*words[:at], CUT, *words[at + len(named) :]]
        if self.head[0] in APPROACHED and code[4] in APPROACHES:
            approach = TOKEN.findall(APPROACHES[code[4]])
            loose = code[4] in "78F" or self.head[0] == "3"
            words = (
                cut_last(words, [*approach, "Approach"])
                or (cut_last(words, approach) if loose else None)
                or words
            )
        if self.head[0] == NEW:
            words = cut_last(words, TOKEN.findall(technology(code[6]))) or words
        return words

    def drop_common_beginning(self) -> None:
        """`of Matter from` says nothing about a character when every title begins so."""
        all_words = list(self.words.values())
        size = 0
        while (
            all(len(words) > size for words in all_words) and len({words[size] for words in all_words}) == 1
        ):
            size += 1
        while size and all_words[0][size - 1] not in JOINTS:
            size -= 1
        if CUT in all_words[0][:size]:
            self.words = {code: [CUT, *words[size:]] for code, words in self.words.items()}

    def meaning(self, place: int, code: str) -> Phrase | None:
        value = code[place - 1]
        besides = ("", *(f"{other}{code[other - 1]}" for other in (7, 6, 5, 4)))
        return next(
            (self.meant[place, value, one] for one in besides if (place, value, one) in self.meant), None
        )

    def learn(self) -> None:
        for place in self.places:
            for value, phrases in self.differences(place).items():
                if all(phrases) and (shared := shared_run(phrases)):
                    self.meant[place, value, ""] = shared
                elif value == NONE and not any(phrases):
                    self.meant[place, value, ""] = ()
            if place > 4:
                self.meant[place, NONE, ""] = ()
        self.join_remainders()
        for _ in range(ROUNDS):
            if not self.deduce():
                break
            self.join_remainders()

    def differences(self, place: int) -> dict[str, set[Phrase]]:
        """For each value the phrases that set its titles apart from those of its siblings."""
        siblings: dict[Phrase, dict[str, Words]] = defaultdict(dict)
        for code, words in self.words.items():
            rest = tuple(code[other - 1] for other in PLACES if other != place)
            siblings[rest][code[place - 1]] = words
        found: dict[str, set[Phrase]] = defaultdict(set)
        for group in siblings.values():
            if len(group) > 1:
                start, end = common_ends(list(group.values()))
                for value, words in group.items():
                    found[value].add(widened(words, start, len(words) - end))
        return found

    def remainder(self, code: str) -> list[Words] | None:
        """What the known meanings leave of a title; None when one of them does not stand in it."""
        words = list(self.words[code])
        known = [self.meaning(place, code) for place in self.places]
        for phrase in sorted((one for one in known if one), key=len, reverse=True):
            at = find(words, list(phrase))
            if at is None:
                return None
            words[at : at + len(phrase)] = [CUT + CUT]
        runs: list[Words] = [[]]
        for word in words:
            runs.append([]) if word == CUT + CUT else runs[-1].append(word)
        return [run for run in map(trimmed, runs) if run]

    def deduce(self) -> bool:
        """Where one character alone is unknown, what is left of the title is its meaning."""
        seen: dict[tuple[int, str], dict[str, set[Phrase | None]]] = defaultdict(lambda: defaultdict(set))
        for code in self.words:
            unknown = [place for place in self.places if self.meaning(place, code) is None]
            if len(unknown) != 1 or (left := self.remainder(code)) is None:
                continue
            place = unknown[0]
            phrase = tuple(left[0]) if len(left) == 1 else None
            if place == 4 and code[3] == NONE:
                phrase = ()
            for beside in ("", *(f"{other}{code[other - 1]}" for other in self.places if other != place)):
                seen[place, code[place - 1]][beside].add(phrase)
        learned = {}
        for (place, value), contexts in seen.items():
            learned |= {(place, value, beside): phrase for beside, phrase in settled(contexts).items()}
        self.meant |= learned
        return bool(learned)

    def join_remainders(self) -> None:
        """`Coronary Artery, One Artery`: what is left behind a comma beside one meaning alone belongs to it."""
        wanted: dict[Key, set[Phrase]] = defaultdict(set)
        for code in self.words:
            meanings = [self.meaning(place, code) for place in self.places]
            if None in meanings or len(left := self.remainder(code) or []) != 1:
                continue
            if joined := self.joined(code, left[0]):
                wanted[joined[0]].add(joined[1])
        for key, phrases in wanted.items():
            if len(phrases) == 1 and key in self.meant:
                self.meant[key] = phrases.pop()

    def joined(self, code: str, left: Words) -> tuple[Key, Phrase] | None:
        words = self.words[code]
        at = find(words, left)
        if at is None:
            return None
        before, behind = words[: at - 1], words[at + len(left) + 1 :]
        comma_before = at > 1 and words[at - 1] == ","
        comma_behind = at + len(left) < len(words) and words[at + len(left)] == ","
        matches = []
        for place in self.places:
            phrase = list(self.meaning(place, code) or ())
            key = (place, code[place - 1], "")
            if phrase and comma_before and before[-len(phrase) :] == phrase:
                matches.append((key, (*phrase, ",", *left)))
            if phrase and comma_behind and behind[: len(phrase)] == phrase:
                matches.append((key, (*left, ",", *phrase)))
        return matches[0] if len(matches) == 1 else None

    def told(self) -> Iterator[tuple[Key, str]]:
        """What is kept: only from titles that are told whole, only where every carrier's title bears it out."""
        if len(self.titles) == 1:
            return
        self.learn()
        seen: dict[tuple[int, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for code in filter(self.is_whole, self.words):
            for place in self.places:
                if code[place - 1] != NONE:
                    seen[place, code[place - 1]][said(self.meaning(place, code) or ())].add(code)
        for (place, value), meanings in seen.items():
            yield from self.kept(place, value, meanings)

    def is_whole(self, code: str) -> bool:
        meanings = [(self.meaning(place, code), code[place - 1]) for place in self.places]
        if any(
            phrase is None or (not phrase and value != NONE) or "into" in phrase for phrase, value in meanings
        ):
            return False
        return self.remainder(code) == []

    def kept(self, place: int, value: str, meanings: dict[str, set[str]]) -> Iterator[tuple[Key, str]]:
        carriers = [code for code in self.titles if code[place - 1] == value]
        if len(meanings) == 1 and (self.head[0] != NEW or place == 4):
            (meaning,) = meanings
            if self.holds(meaning, carriers):
                yield (place, value, ""), meaning
                return
        for other in (7, 6, 4, 5):
            if other == place:
                continue
            contexts: dict[str, set[str]] = defaultdict(set)
            for meaning, codes in meanings.items():
                for code in codes:
                    contexts[code[other - 1]].add(meaning)
            good = {
                beside: next(iter(found))
                for beside, found in contexts.items()
                if len(found) == 1
                and self.holds(next(iter(found)), [c for c in carriers if c[other - 1] == beside])
            }
            if len(good) >= len(contexts) * MOST_CONTEXTS:
                yield from (((place, value, f"{other}{beside}"), meaning) for beside, meaning in good.items())
                return

    def holds(self, meaning: str, codes: Iterable[str]) -> bool:
        return all(meaning.lower() in self.titles[code].lower() for code in codes)

    def technologies(self) -> Iterator[tuple[Key, str]]:
        """The seventh character of new technology is the group with which it came."""
        if self.head[0] == NEW:
            for value in sorted({code[6] for code in self.titles}):
                if self.holds(technology(value), [code for code in self.titles if code[6] == value]):
                    yield (7, value, ""), technology(value)


def technology(value: str) -> str:
    """`A` is the tenth group."""
    return f"New Technology Group {value if value.isdigit() else ord(value) - ord('A') + 10}"
