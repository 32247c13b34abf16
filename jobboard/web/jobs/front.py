"""The front page: one search box, the ways in, what is new, and what makes the board honest, in true numbers."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.applications import finding as applications
from jobboard.domain.applications.lifecycle import Stage
from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.landing.page import FEWEST, Landing
from jobboard.search.overview import Count, Figures
from jobboard.search.query import Query
from jobboard.web.door import someone
from jobboard.web.jobs import listing
from jobboard.web.jobs.addresses import landing_path, whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.phrases import counted
from jobboard.web.kept import while_it_stands
from jobboard.web.searching import keeper, sums_now
from jobboard.web.strangers import alike_for_strangers

NEW_JOBS = 6
EXAMPLES = ("44314", "I25.10", "remote risk adjustment")


@desk.get("/")
@alike_for_strangers
def home() -> ResponseReturnValue:
    return render_template("jobs/home.html", canonical=whole("/"), under_way=under_way(), **board_now())


def under_way() -> dict[Stage, int] | None:
    """Where a coder's applications stand; None for everybody else."""
    person = someone()
    return applications.under_way(db.session, person.id) if person and person.is_coder else None


def board_now() -> dict[str, Any]:
    """The board as it stands: its figures, its specialties with counts, what is new."""
    now = clock.now()
    figures = while_it_stands("figures", lambda: sums_now().figures(now))
    kinds = while_it_stands("specialties", lambda: sums_now().specialties(now))
    newest = BoardEngine(db.session, keeper()).found(Query(sort="newest"), now, why=False)
    return {
        "jobs": figures.jobs,
        "figures": lines(figures),
        "cards": listing.drawn(newest.ids[:NEW_JOBS], {}),
        "specialties": [{"label": kind.name, "url": way_to(kind), "count": kind.jobs} for kind in kinds],
        "examples": [(text, url_for(".results", q=text)) for text in EXAMPLES],
    }


def way_to(kind: Count) -> str:
    """The landing page of a specialty, or the search where its jobs are too few for one."""
    landing = Landing(specialty=kind.slug)
    return landing_path(landing) if kind.jobs >= FEWEST else landing.query.url(url_for(".results"))


def lines(figures: Figures) -> list[tuple[str, str]]:
    """Three numbers that are counted, not claimed; what cannot be counted yet is left out."""
    rows = [
        (
            share(figures.with_pay, figures.jobs),
            "open jobs say what they pay, as a range with its unit",
        ),
        (share(figures.reviewed, figures.jobs), "were read by a person before they were listed"),
    ]
    if figures.answer_days is not None:
        rows.append(
            (
                counted(figures.answer_days, "day"),
                "or sooner is when half of them promise every applicant an answer",
            )
        )
    return rows if figures.jobs else []


def share(some: int, jobs: int) -> str:
    return f"All {jobs:,}" if some == jobs > 1 else f"{some:,} of {jobs:,}"
