"""A code's page for search engines: its place among the families, and the questions that stand on it."""

from typing import Any

from jobboard.domain.codes.finding import Found
from jobboard.web.codes.page import Sheet
from jobboard.web.jobs.addresses import whole

Data = dict[str, Any]


def structured(found: Found, sheet: Sheet, crumbs: list[tuple[str, str]], canonical: str) -> list[Data]:
    """JSON-LD: the breadcrumbs, and the questions when there are any. Write it with `tojson`."""
    trail = [*((label, whole(url)) for label, url in crumbs), (named(found), canonical)]
    path: Data = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": label, "item": url}
            for place, (label, url) in enumerate(trail, start=1)
        ],
    }
    return [path, answers(sheet)] if sheet.questions else [path]


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
