"""Hits as the page and the data draw them: grouped by set, with what was met marked and an address each."""

import re
from typing import Any, NamedTuple

from flask import url_for
from sqlalchemy.orm import Session

from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import FamilyRange
from jobboard.domain.codes.reading import spoken
from jobboard.domain.codes.wording import stem, words
from jobboard.search.lookup.asking import ranges_of
from jobboard.search.lookup.hit import Answer, Hit
from jobboard.web.codes.addresses import code_path, family_path

WORDS = re.compile(r"[\w/&.'’]+")
SHORTEST = 3


class Part(NamedTuple):
    """A piece of a label, and whether it is what was typed."""

    text: str
    met: bool


class Group(NamedTuple):
    """The hits of one set, families and codes apart, best first; `codes_first` where the best of all is a code."""

    code_set: CodeSet
    families: list[dict[str, Any]]
    codes: list[dict[str, Any]]
    codes_first: bool


def groups(answer: Answer) -> list[Group]:
    """Sets in the order of their best hit."""
    found: dict[CodeSet, Group] = {}
    for hit in answer.hits:
        group = found.setdefault(hit.code_set, Group(hit.code_set, [], [], hit.code is not None))
        (group.families if hit.code is None else group.codes).append(shown(hit, answer.marked))
    return list(found.values())


def shown(hit: Hit, marked: frozenset[str]) -> dict[str, Any]:
    return {
        "hit": hit,
        "url": address(hit),
        "jobs_url": jobs_address(hit),
        "parts": marked_parts(hit.label, marked),
        "why": hit.why,
        "ended": hit.code is not None and not hit.code.active,
    }


def address(hit: Hit) -> str:
    """The page of the code or of the family."""
    return code_path(hit.code.code_set, hit.code.code) if hit.code is not None else family_path(hit.family)


def jobs_address(hit: Hit) -> str:
    """The open jobs that cover it."""
    if hit.code is not None:
        return url_for("jobs.results", q=spoken(hit.code_set, hit.code.code))
    return url_for("jobs.results", family=hit.family.slug)


def marked_parts(text: str, marked: frozenset[str]) -> list[Part]:
    """The label cut where a word begins or ends that was met."""
    parts: list[Part] = []
    last = 0
    for found in WORDS.finditer(text):
        if any(is_met(word, marked) for word in words(found.group())):
            parts += [Part(text[last : found.start()], False), Part(found.group(), True)]
            last = found.end()
    return [part for part in [*parts, Part(text[last:], False)] if part.text]


def is_met(word: str, marked: frozenset[str]) -> bool:
    return len(word) >= SHORTEST and stem(word) in marked


def as_data(session: Session, answer: Answer) -> list[dict[str, Any]]:
    ranges = ranges_of(session, answer.hits)
    return [_entry(hit, ranges) for hit in answer.hits]


def _entry(hit: Hit, ranges: dict[int, list[FamilyRange]]) -> dict[str, Any]:
    name = {"slug": hit.family.slug} if hit.code is None else {"code": hit.code.code}
    return {
        "kind": hit.kind,
        "set": hit.code_set.value,
        **name,
        "label": hit.label,
        "ranges": hit.spans(ranges.get(hit.family.id, [])),
        "url": address(hit),
        "why": hit.why,
    }
