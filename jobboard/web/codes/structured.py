"""A code's page for search engines: its place among the families, and the questions that stand on it."""

from jobboard.domain.codes.finding import Found
from jobboard.web.codes.page import Sheet
from jobboard.web.jobs.breadcrumbs import Data, breadcrumbs


def structured(found: Found, sheet: Sheet, crumbs: list[tuple[str, str]], canonical: str) -> list[Data]:
    """JSON-LD: the breadcrumbs, and the questions when there are any. Write it with `tojson`."""
    path = breadcrumbs(crumbs, named(found), canonical)
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
