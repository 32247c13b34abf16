"""A search as it is kept for later, and read back: the parameters of its address, without order and page."""

from urllib.parse import parse_qs, urlencode

from jobboard.search.parameters import read
from jobboard.search.query import Query


def kept_form(query: Query) -> str:
    """What is stored: the query string of the search's address."""
    return urlencode(query.but(sort="best").parameters())


def query_of(asked: str) -> Query:
    """The search again. What is no longer understood is left out."""
    return read(parse_qs(asked))[0]
