"""Why words found the postings of a page, while there is no index: these few alone are put into one, in memory."""

from collections.abc import Sequence
from datetime import datetime

from pyroaring import BitMap
from sqlalchemy.orm import Session

from jobboard.search.index import catalog
from jobboard.search.index.documents import those
from jobboard.search.index.saying import sayings
from jobboard.search.index.telling import Names, said_by
from jobboard.search.index.texts import Texts
from jobboard.search.index.word_sets import WordSets
from jobboard.search.reading import Reading

KEPT: dict[
    str, Names
] = {}  # the names, by the day they were loaded: to read them takes longer than all else here


def why_said(session: Session, reading: Reading, ids: Sequence[str], now: datetime) -> dict[str, list[str]]:
    """Posting id -> where it says the words, as the index would tell it."""
    if not ids or all(term.minus for term in reading.terms):
        return {}
    said = list(said_by(those(session, ids, now), names_in(session)))
    numbers = {one.document.number: one.document.id for one in said}
    texts = Texts(None)
    texts.sets = WordSets(b"", {}, 0)
    for one in said:
        texts.sets.put(one)
    texts.write(said)
    texts.reload()
    texts.heed(BitMap(numbers))
    found = sayings(texts, reading.terms, list(numbers), reading.rest)
    return {numbers[number]: why for number, why in found.items()}


def names_in(session: Session) -> Names:
    loaded = catalog.standing(session).loaded
    if loaded not in KEPT:
        KEPT.clear()
        KEPT[loaded] = catalog.read(session).names
    return KEPT[loaded]
