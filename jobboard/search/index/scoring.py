"""Who answers a question best, as the text engine scores it, among those that the bitmaps have left."""

from collections.abc import Sequence
from math import ceil, sqrt
from typing import Any

import tantivy
from pyroaring import BitMap

from jobboard.search.index.question import Question
from jobboard.search.index.texts import FEW, Texts

FAR = 2000
SURE = 2  # so many standard deviations farther than where the last one is expected


def best(texts: Texts, question: Question, among: BitMap, count: int, of: int) -> list[int]:
    """The best `count` of the given postings, best first; those that the text engine does not name come last.

    `of` is how many answer the question at all, listed or not: the rarer the given ones are among them, the farther its list
    is read. Where that is too far, a few are scored alone."""
    searcher = texts.index.searcher()
    most = max(1, searcher.num_docs)
    reach = min(most, expected(count, len(among) / max(of, len(among)))) if among else 0
    if reach > FAR and len(among) <= FEW:
        return list(scores(texts, question.asked, list(among)))[:count]
    found: list[int] = []
    while reach:
        hits = searcher.search(question.asked, limit=reach, count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        found = [int(number) for number in numbers if number is not None and int(number) in among]
        if len(found) >= min(count, len(among)) or len(hits) < reach or reach >= most:
            break
        reach = min(most, 8 * reach)
    return [*found, *(among - BitMap(found))][:count] if len(found) < count else found[:count]


def expected(count: int, share: float) -> int:
    """How far to read until `count` were met when this share is wanted; seldom too short."""
    return ceil((count + SURE * sqrt(count * (1 - share))) / share)


def scores(texts: Texts, question: Any, among: Sequence[int]) -> dict[int, float]:
    """Number -> the score of its answer, best first, of a few postings."""
    those = tantivy.Query.term_set_query(texts.schema, "number", list(among))
    few = tantivy.Query.const_score_query(those, 0.0)
    both = tantivy.Query.boolean_query([(tantivy.Occur.Must, few), (tantivy.Occur.Should, question)])
    searcher = texts.index.searcher()
    hits = searcher.search(both, limit=max(1, len(among)), count=False).hits
    found = searcher.fast_field_values("number", [address for _, address in hits])
    return {int(number): score for number, (score, _) in zip(found, hits, strict=True) if number is not None}
