"""What a group may say: which characters, how many ways, and none that another group has."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jobboard.domain.codes.wording import words
from jobboard.domain.errors import Invalid

LONGEST, MOST_WAYS = 60, 40
READABLE = re.compile(r"[A-Za-z0-9&/+ -]+")
LEADS_NOWHERE = "Give at least two ways of saying it: one alone leads nowhere."
NO_TARGET = "Give at least one way that counts in both directions: that is what the others lead to."


class Said(NamedTuple):
    """`both` lead to each other; `one_way` lead to all of `both`, and nothing leads to them."""

    both: tuple[str, ...]
    one_way: tuple[str, ...] = ()


def phrase_of(text: str) -> str:
    """The words of a text as look-up compares them: `CCS-P` is `ccs p`, `E/M` and `e&m` are `em`."""
    return " ".join(words(text))


def sound(said: Said, taken: Mapping[str, str]) -> Said:
    """The same, fit to be kept: blanks set right. `taken`: phrases that other groups hold, with what those are called.

    Raises Invalid, with problems under `both` and `one_way`.
    """
    tidy = Said(_tidy(said.both), _tidy(said.one_way))
    seen: dict[str, str] = {}
    problems = {
        "both": [*_faults(tidy.both, seen), *_held(tidy.both, taken)],
        "one_way": list(_faults(tidy.one_way, seen)),
    }
    if len(tidy.both) + len(tidy.one_way) < 2:
        problems["both"].append(LEADS_NOWHERE)
    elif not tidy.both:
        problems["both"].append(NO_TARGET)
    if len(tidy.both) + len(tidy.one_way) > MOST_WAYS:
        problems["both"].append(f"Keep a group within {MOST_WAYS} ways.")
    if found := {name: sentences for name, sentences in problems.items() if sentences}:
        raise Invalid(found)
    return tidy


def _tidy(ways: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tidy for way in ways if (tidy := " ".join(way.split())))


def _faults(ways: tuple[str, ...], seen: dict[str, str]) -> Iterator[str]:
    """What is wrong with each way by itself, and which are read the same. `seen` grows: phrase -> way."""
    for way in ways[: MOST_WAYS + 1]:
        phrase = phrase_of(way)
        if len(way) > LONGEST:
            yield f"“{way[:LONGEST]}…” is too long: keep a way within {LONGEST} characters."
        elif not READABLE.fullmatch(way):
            yield f"“{way}” has a character that search does not read: use letters, digits and & / - + only."
        elif len(phrase) < 2:
            yield f"“{way}” is too short: it needs two letters or digits."
        elif phrase in seen:
            yield f"“{seen[phrase]}” and “{way}” are read the same: give one of them."
        seen.setdefault(phrase, way)


def _held(ways: tuple[str, ...], taken: Mapping[str, str]) -> Iterator[str]:
    for way in ways:
        if (holder := taken.get(phrase_of(way))) is not None:
            yield f"“{way}” already stands in the group “{holder}”: change that one, or list it as one way here."
