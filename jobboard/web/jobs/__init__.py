"""The public side: what a visitor, a search engine and a feed reader see."""

from jobboard.web.jobs import (  # noqa: F401 - a view is on the desk once its module is read
    companies,
    feeds,
    front,
    pages,
    postings,
    results,
)
