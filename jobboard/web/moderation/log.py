"""Every decision, newest first. Nothing here can be changed."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.domain.moderation import finding
from jobboard.extensions import db
from jobboard.web.moderation.desk import desk
from jobboard.web.moderation.history import entry, reasons_of

PAGE = 50
DEEPEST = 10_000


@desk.get("/decisions")
def decisions() -> ResponseReturnValue:
    return render_template(
        "moderation/decisions.html", **log(".decisions", request.args.get("page", 1, type=int))
    )


def log(endpoint: str, asked: int) -> dict[str, Any]:
    """One page of the log, as `moderation/_log.html` draws it; `endpoint` is where its other pages are."""
    page = min(max(asked, 1), DEEPEST)
    total = finding.count_decisions(db.session)
    return {
        "rows": finding.decisions(db.session, page=page, size=PAGE),
        "total": total,
        "said": entry,
        "reasons": reasons_of,
        "pages": pages(endpoint, page, total),
        "newest": url_for(endpoint),
    }


def pages(endpoint: str, page: int, total: int) -> dict[str, object]:
    """Where else the log goes on, as `components/pagination.html` draws it."""
    last = max(-(-total // PAGE), 1)
    near = [number for number in range(page - 2, page + 3) if 1 <= number <= last]
    return {
        "links": [
            {"label": str(number), "url": url_for(endpoint, page=number), "current": number == page}
            for number in near
        ],
        "previous_url": url_for(endpoint, page=page - 1) if page > 1 else None,
        "next_url": url_for(endpoint, page=page + 1) if page < last else None,
    }
