"""What a search by one index finds."""

from jobboard import clock
from jobboard.search.index.engine import IndexEngine
from jobboard.search.query import Query


def found(session, keeper, **words):
    return list(IndexEngine(session, keeper.ready(session)).search(Query(**words), clock.now()).ids)
