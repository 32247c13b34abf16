"""An employer's postings a page at a time: by what needs doing, and of one kind alone where somebody asks for it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import request, url_for

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.applications import finding as applications
from jobboard.domain.postings import finding
from jobboard.domain.postings.standing import Standing
from jobboard.extensions import db
from jobboard.search.parameters import DEEPEST_PAGE, number
from jobboard.web.employers.board import groups
from jobboard.web.employers.history import said
from jobboard.web.employers.seat import my_employers
from jobboard.web.jobs.paging import paged
from jobboard.web.ui import allowed

A_PAGE = 50


def overview(employer: Employer, now: datetime) -> dict[str, Any]:
    """What `employers/index.html` draws. A page past the end is the last one."""
    session, totals = db.session, finding.count_by_standing(db.session, employer.id, now)
    only = next((one for one in totals if one.value == request.args.get("show")), None)
    pages = max(1, -(-(totals[only] if only else sum(totals.values())) // A_PAGE))
    here = min(number(1, DEEPEST_PAGE, [request.args.get("page", "")]) or 1, pages)
    postings = finding.of_employer(session, employer.id, now, only, A_PAGE, (here - 1) * A_PAGE)
    ids = [posting.id for posting in postings]
    notes = {id: said(line) for id, line in finding.last_words(session, ids).items()}
    counts, writes = applications.counts_by_posting(session, ids), allowed("post", employer)
    return {
        "employer": employer,
        "employers": my_employers(),
        "groups": groups(postings, totals, counts, notes, now, writes=writes),
        "kinds": kinds(employer, totals, only),
        "page": paged(
            here, pages, lambda page: address(employer, show=only, page=page if page > 1 else None)
        ),
    }


def kinds(employer: Employer, totals: Mapping[Standing, int], only: Standing | None) -> list[dict[str, Any]]:
    """The ways to see one kind alone, where all of them are more than a page, and back where one kind is seen."""
    every = sum(totals.values())
    if every <= A_PAGE and only is None:
        return []
    found = [{"label": "All", "url": address(employer), "count": every, "current": only is None}]
    return found + [
        {"label": one.label, "url": address(employer, show=one), "count": count, "current": one is only}
        for one, count in totals.items()
    ]


def address(employer: Employer, **wanted: Any) -> str:
    """Of whom is said where there is a choice."""
    whose = employer.slug if len(my_employers()) > 1 else None
    return url_for("employers.index", employer=whose, **wanted)
