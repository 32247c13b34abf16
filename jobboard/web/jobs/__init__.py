"""The public side: what a visitor, a search engine and a feed reader see."""

from jobboard.web.jobs import companies, feeds, front, pages, postings, results, sitemap

# A view is on the desk once its module is read.
__all__ = ["companies", "feeds", "front", "pages", "postings", "results", "sitemap"]
