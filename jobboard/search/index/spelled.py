"""The word of a listed title or employer's name that is nearest to one that nobody says. What is not listed is never named."""

import tantivy
from pyroaring import BitMap

from jobboard.search.index.texts import WRITTEN, Texts
from jobboard.search.spelling import near

MOST_WORDS, MOST_TRIED, MOST_HITS = 20_000, 5, 10_000


def listed_word(texts: Texts, listed: BitMap, typed: str) -> str | None:
    searcher = texts.index.searcher()
    starts = dict.fromkeys(typed[:2])
    words = {
        word for start in starts for word, _ in searcher.terms_with_prefix(WRITTEN, start, limit=MOST_WORDS)
    }
    for word in near(typed, words)[:MOST_TRIED]:
        hits = searcher.search(
            tantivy.Query.term_query(texts.schema, WRITTEN, word), limit=MOST_HITS, count=False
        ).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        if any(number is not None and int(number) in listed for number in numbers):
            return word
    return None
