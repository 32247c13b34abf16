"""The front page: one search box, the ways in, what is new, and what makes the board honest, in true numbers."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.extensions import db
from jobboard.search import overview
from jobboard.search.overview import Figures
from jobboard.web.jobs import listing
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.phrases import counted

NEW_JOBS = 6
EXAMPLES = ("44314", "I25.10", "remote risk adjustment")


@desk.get("/")
def home() -> ResponseReturnValue:
    return render_template("jobs/home.html", canonical=whole("/"), **board_now())


def board_now() -> dict[str, Any]:
    """The board as it stands: its figures, its specialties with counts, what is new."""
    now = clock.now()
    figures = overview.figures(db.session, now)
    kinds = overview.specialties(db.session, now)
    return {
        "jobs": figures.jobs,
        "figures": lines(figures),
        "cards": listing.shown(overview.newest(db.session, now, NEW_JOBS)),
        "specialties": [
            {"label": kind.name, "url": url_for(".results", specialty=kind.slug), "count": kind.jobs}
            for kind in kinds
        ],
        "examples": [(text, url_for(".results", q=text)) for text in EXAMPLES],
    }


def lines(figures: Figures) -> list[tuple[str, str]]:
    """Three numbers that are counted, not claimed; what cannot be counted yet is left out."""
    rows = [
        (
            f"{figures.with_pay:,} of {figures.jobs:,}",
            "open jobs say what they pay, as a range with its unit",
        ),
        (f"{figures.reviewed:,} of {figures.jobs:,}", "were read by a person before they were listed"),
    ]
    if figures.answer_days is not None:
        rows.append(
            (
                counted(figures.answer_days, "day"),
                "is the time in which half of the employers promise an answer",
            )
        )
    return rows if figures.jobs else []
