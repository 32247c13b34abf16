"""A code's page for search engines: its place among the families, and the questions that stand on it."""

from typing import Any

from jobboard.domain.codes.finding import Found
from jobboard.web.codes.page import Sheet
from jobboard.web.jobs.addresses import whole

Data = dict[str, Any]


def structured(found: Found, sheet: Sheet, crumbs: list[tuple[str, str]], canonical: str) -> list[Data]:
    """JSON-LD: the breadcrumbs, and the questions when there are any. Write it with `tojson`."""
    path = breadcrumbs(crumbs, named(found), canonical)
    return [path, answers(sheet)] if sheet.questions else [path]


def breadcrumbs(crumbs: list[tuple[str, str]], name: str, canonical: str) -> Data:
    """The way to a page: (label, path) pairs from far to near, then the page itself."""
    trail = [*((label, whole(url)) for label, url in crumbs), (name, canonical)]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": label, "item": url}
            for place, (label, url) in enumerate(trail, start=1)
        ],
    }


def named(found: Found) -> str:
    return f"{found.code_set.label} {found.code}"


def answers(sheet: Sheet) -> Data:
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": one.asked,
                "acceptedAnswer": {"@type": "Answer", "text": one.answer.striptags()},
            }
            for one in sheet.questions
        ],
    }
