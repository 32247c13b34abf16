"""The record of every decision of a moderator, for those who answer for it. Nothing here decides anything."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from jobboard.domain.postings.finding import count_waiting
from jobboard.extensions import db
from jobboard.web.admin.desk import desk
from jobboard.web.moderation.log import log


@desk.get("")
def decisions() -> ResponseReturnValue:
    page = request.args.get("page", 1, type=int)
    return render_template(
        "admin/decisions.html", waiting=count_waiting(db.session), **log("admin.decisions", page)
    )
