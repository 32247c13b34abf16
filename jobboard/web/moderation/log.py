"""Every decision, newest first. Nothing here can be changed."""

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
    page = min(max(request.args.get("page", 1, type=int), 1), DEEPEST)
    rows = finding.decisions(db.session, page=page, size=PAGE)
    total = finding.count_decisions(db.session)
    return render_template(
        "moderation/decisions.html",
        rows=rows,
        total=total,
        said=entry,
        reasons=reasons_of,
        pages=pages(page, total),
    )


def pages(page: int, total: int) -> dict[str, object]:
    """Where else the log goes on, as `components/pagination.html` draws it."""
    last = max(-(-total // PAGE), 1)
    near = [number for number in range(page - 2, page + 3) if 1 <= number <= last]
    return {
        "links": [
            {"label": str(number), "url": url_for(".decisions", page=number), "current": number == page}
            for number in near
        ],
        "previous_url": url_for(".decisions", page=page - 1) if page > 1 else None,
        "next_url": url_for(".decisions", page=page + 1) if page < last else None,
    }
