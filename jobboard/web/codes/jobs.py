"""The open jobs of a page of the code sets, as `templates/codes/_jobs.html` draws them."""

from typing import Any

from flask import url_for

from jobboard.domain.postings.terms import PayUnit
from jobboard.search.landing.page import FEWEST, Landing
from jobboard.search.openings import Openings, Pay
from jobboard.web.jobs import listing, phrases
from jobboard.web.jobs.addresses import landing_path


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


def jobs_of(found: Openings, landing: Landing) -> dict[str, Any]:
    """The jobs of one plain choice lead to its landing page, or to the search where they are too few for one."""
    enough = found.total >= FEWEST
    return jobs(found, landing_path(landing) if enough else landing.query.url(url_for("jobs.results")))


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
