"""Where few jobs say all that was typed: what is asked for as well, whoever answers, and what is said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from jobboard.domain.codes.wording import telling_words, words
from jobboard.search.reading import Reading, Term
from jobboard.search.understanding.terms import CONDITIONS

# With fewer jobs than a page for all the words, those that say half of three or more are shown too; of two those that say
# the more telling one, and when these are few again, those that say the other. Filters have no part in it: a choice only
# ever leaves some of what was found before, as many as stand behind it.
FEW = 20
NEARLY_ALL = 0.9
MOST_APART = 12  # words of a phrase
MOST_WORDS = "Few jobs hold all of these words. Those that hold most of them follow."
NOT_ALL_WORDS = "No job holds all of these words. These hold most of them."
Asked = TypeVar("Asked")


class Less(NamedTuple):
    """A question that asks for less: at least so many of these terms."""

    terms: tuple[Term, ...]
    least: int


def said_in(terms: Iterable[Term]) -> list[Term]:
    """Those with a word in them: marks alone are not said."""
    return [term for term in terms if words(term.ways[0])]


def loose_in(terms: Iterable[Term]) -> list[Term]:
    """Those that a job may do without."""
    return [term for term in said_in(terms) if not (term.exact or term.minus)]


def lesser(loose: Sequence[Term]) -> list[Less]:
    """Half of three or more words; of two each alone; of a phrase its words apart."""
    if len(loose) > 2:
        return [Less(tuple(loose), -(-len(loose) // 2))]
    if len(loose) == 2:
        subjects = [term for term in loose if is_subject(term)] or loose
        return [Less((term,), 1) for term in subjects]
    apart = dict.fromkeys(word for term in loose for word in telling_words(term.ways[0])[:MOST_APART])
    return [Less(tuple(Term((word,), apart=True) for word in apart), len(apart))] if len(apart) > 1 else []


def is_subject(term: Term) -> bool:
    """Neither `senior` nor `weekends`: they say for whom and when, of whatever job."""
    return not (term.declared or CONDITIONS.intersection(words(term.ways[0])))


def followed(less: Iterable[tuple[Asked, int, bool]], of: int) -> list[Asked]:
    """Of questions that ask for less, each with how many jobs answer it and whether any does in more than its description, those
    that are asked: such ones before others, the one that fewer jobs answer, then the other where these are few. What nearly all of the `of` jobs answer tells nothing: every job says `time`."""
    taken: list[Asked] = []
    before = 0
    for asked, count, _ in sorted(less, key=lambda one: (not one[2], one[1])):
        if count and before < FEW and count <= max(FEW, of * NEARLY_ALL):
            taken.append(asked)
            before = count
    return taken


def with_message(reading: Reading, total: int, whole: int) -> Reading:
    """The reading of a search that asked for less; where `total` jobs are shown and only `whole` say all, it says so."""
    if not total:
        return reading
    message = MOST_WORDS if whole else NOT_ALL_WORDS
    return replace(reading, messages=(*reading.messages, message))
