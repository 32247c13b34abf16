"""The word of a listed title or employer's name that is nearest to one that nobody says. What is not listed is never named."""

import tantivy
from pyroaring import BitMap

from jobboard.search.index.texts import Texts
from jobboard.search.index.written import WRITTEN

MOST_TRIED, FIRST_HITS, MOST_HITS = 5, 50, 10_000


def listed_word(texts: Texts, listed: BitMap, typed: str) -> str | None:
    said = (word for word in texts.written.near(typed)[:MOST_TRIED] if _is_said(texts, listed, word))
    return next(said, None)


def _is_said(texts: Texts, listed: BitMap, word: str) -> bool:
    """Of what is said often a few tell; all are only asked when none of those is listed."""
    searcher, question = texts.index.searcher(), tantivy.Query.term_query(texts.schema, WRITTEN, word)
    for most in (FIRST_HITS, MOST_HITS):
        hits = searcher.search(question, limit=most, count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        if any(number is not None and int(number) in listed for number in numbers):
            return True
        if len(hits) < most:
            return False
    return False
