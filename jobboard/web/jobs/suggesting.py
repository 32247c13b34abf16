"""What the search box offers while somebody types."""

from flask import jsonify, request, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.parameters import words
from jobboard.web.jobs.desk import desk
from jobboard.web.searching import keeper


@desk.get("/jobs/suggest.json")
def suggest() -> ResponseReturnValue:
    """A list of {kind, label, url, jobs}; the same for everybody. `jobs` is null where nobody counted."""
    found = BoardEngine(db.session, keeper()).suggest(words([request.args.get("q", "")]), clock.now())
    path = url_for("jobs.results")
    return jsonify(
        [
            {"kind": one.kind, "label": one.label, "url": one.query.url(path), "jobs": one.jobs}
            for one in found
        ]
    )
