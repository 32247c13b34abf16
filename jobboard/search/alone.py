"""How many listed jobs say a word or phrase themselves: what each of several ways of saying the same would find alone."""

from collections.abc import Iterable
from datetime import datetime

from jobboard.search.index.engine import Index
from jobboard.search.understanding.meant import Term


def found_alone(index: Index, ways: Iterable[str], now: datetime) -> dict[str, int]:
    """Way -> listed postings that say it somewhere, in these very words but for their endings."""
    with index.lock:
        listed = index.chooser.listed(now)
        index.texts.heed(listed)
        questions = ((way, index.texts.saying([Term((way,), exact=True)])) for way in ways)
        return {way: len(index.texts.holding(question) & listed) for way, question in questions}
