"""A verb that came too late: what happened, and the way back to the posting or application as it stands now."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm.exc import StaleDataError

from jobboard.domain.errors import NotNow
from jobboard.extensions import db
from jobboard.web.door import json_wanted
from jobboard.web.employers.desk import desk
from jobboard.web.errors import SOMEBODY_FASTER, page


@desk.errorhandler(NotNow)
@desk.errorhandler(StaleDataError)
def too_late(error: Exception) -> ResponseReturnValue:
    message = str(error) if isinstance(error, NotNow) else SOMEBODY_FASTER
    if json_wanted():
        return page(409, message)
    db.session.rollback()
    return render_template("employers/too_late.html", message=message, back=way_back()), 409


def way_back() -> str:
    """The page of what the address names; the list of postings when it names neither."""
    parts = request.path.split("/")
    if "id" in (request.view_args or {}) and parts[2] in ("postings", "applications"):
        return url_for(
            "employers.posting" if parts[2] == "postings" else "employers.application",
            **request.view_args or {},
        )
    return url_for("employers.index")
