"""Which release of which official file the board shows, and which older ones it still has."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.extensions import db
from jobboard.web.codes.desk import desk
from jobboard.web.codes.loaded import loaded, still_loading
from jobboard.web.jobs.addresses import whole


@desk.get("/codes/releases")
def releases() -> ResponseReturnValue:
    return render_template(
        "codes/releases.html",
        parts=loaded(db.session),
        missing=still_loading(db.session),
        canonical=whole(url_for(".releases")),
    )
