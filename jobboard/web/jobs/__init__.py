"""The public side: what a visitor, a search engine and a feed reader see."""

from jobboard.web.jobs import (
    browsing,
    code_list,
    companies,
    feeds,
    filter_list,
    front,
    json_feed,
    landing,
    pages,
    postings,
    results,
    sitemap,
    suggesting,
)

# A view is on the desk once its module is read.
__all__ = [
    "browsing",
    "code_list",
    "companies",
    "feeds",
    "filter_list",
    "front",
    "json_feed",
    "landing",
    "pages",
    "postings",
    "results",
    "sitemap",
    "suggesting",
]
