"""The open jobs of a page of the code sets, as `templates/codes/_jobs.html` draws them."""

from typing import Any

from jobboard.domain.postings.terms import PayUnit
from jobboard.search.openings import Openings, Pay
from jobboard.web.jobs import listing, phrases


def jobs(found: Openings, url: str) -> dict[str, Any]:
    """`url` leads to all of them. `summary`: "13 open jobs at 7 employers"; `pay` for the `pay` component, or None."""
    employers = phrases.counted(found.employers, "employer")
    return {
        "total": found.total,
        "count": phrases.counted(found.total, "open job") if found.total else "No open jobs",
        "summary": f"{phrases.counted(found.total, 'open job')} at {employers}",
        "pay": pay(found.pay) if found.pay else None,
        "cards": listing.shown(found.ids),
        "url": url,
    }


def pay(found: Pay) -> dict[str, str]:
    """The range by the hour; the middle, the yearly figure and how many jobs it is from below it."""
    hourly, yearly = found.hourly, found.yearly
    return {
        "text": phrases.figures(hourly.low, hourly.high),
        "unit": PayUnit.HOUR.label,
        "middle": phrases.figures(hourly.median, hourly.median),
        "yearly": phrases.figures(yearly.low, yearly.high),
        "jobs": phrases.counted(found.jobs, "job"),
    }
